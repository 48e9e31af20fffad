import { isReadable, type Reach } from '../../../../lake/auth/access.ts'
import type { SanityDocument } from '../../../../lake/context.ts'
import {
  documentInPerspective,
  groupOf,
  isInPerspective,
  type Perspective,
} from '../../../../lake/groq/perspective.ts'
import type { SeededRandom } from '../../../support/seededRandom.ts'

export const types = ['article', 'country', 'person', 'system.release'] as const
export const ids = Array.from({ length: 14 }, (_, number) => `doc-${number}`)
export const releases = ['spring', 'summer'] as const
export const perspectives: readonly [Perspective, ...Perspective[]] = [
  'raw',
  [],
  ['drafts'],
  ['spring'],
  ['summer', 'drafts'],
]

const words = [
  'Peace',
  'talks',
  'resume',
  'Ōsaka',
  'straße',
  'node.js',
  'co-op',
  'peace',
  'İzmir',
  '東京',
  '😀',
  '1,5',
] as const
const dates = [
  '2026-01-01T00:00:00Z',
  '2026-01-02T00:00:00.000Z',
  '2026-01-02T03:00:00+05:30',
  '2026-03-01T00:00:00Z',
  '2026-02-31T00:00:00Z',
  '2026-01-02',
  'soon',
  '\u{1F600}',
  '\uFFEE',
] as const

/** Stored documents: published ones, drafts, versions in two releases, with whatever newsrooms get wrong. */
export function anyStored(random: SeededRandom): SanityDocument[] {
  const chance = (out: number) => random.below(out) === 0
  const stored: SanityDocument[] = []
  for (const id of ids) {
    const versions = [id, `drafts.${id}`, ...releases.map((release) => `versions.${release}.${id}`)].filter(
      (_version, place) => random.below(5) > (place === 0 ? 0 : 2),
    )
    const type = random.pick(types)
    for (const _id of versions) stored.push(anyDocument(random, _id, chance(8) ? random.pick(types) : type))
  }
  return stored.sort((one, other) => (one._id < other._id ? -1 : 1))
}

function anyDocument(random: SeededRandom, _id: string, _type: string): SanityDocument {
  const chance = (out: number) => random.below(out) === 0
  const odd = (...values: unknown[]) => values[random.below(values.length)]
  const text = () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(words)).join(random.pick([' ', ', ', '-']))
  const ref = (): unknown =>
    chance(9) ? odd('odd', null, 5, {}) : { _type: 'reference', _ref: random.pick([ids[0] ?? '', ...ids]) }
  const some = (out: number, fields: object) => (chance(out) ? {} : fields)
  return {
    _id,
    _type,
    _rev: `r${random.below(3)}`,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: `2026-01-0${1 + random.below(3)}T00:00:00Z`,
    ...some(4, { order: chance(6) ? odd('2', null, true) : random.below(4) }),
    ...some(3, { publishedAt: chance(6) ? odd(5, null, true, ['x'], {}) : random.pick(dates) }),
    ...some(3, {
      slug: chance(8)
        ? odd('s1', null, {}, [])
        : { _type: 'slug', current: chance(9) ? random.below(3) : `s${random.below(5)}` },
    }),
    ...some(3, { country: ref() }),
    ...some(3, { countries: chance(8) ? ref() : [ref(), ref()] }),
    ...some(3, { title: chance(9) ? odd(3, null, ['a', 'Peace']) : text() }),
    ...some(3, {
      sections: [
        { _key: 'a', text: text(), points: [{ _key: 'p', text: text(), about: ref() }, 'odd'] },
        { _key: 'b', points: chance(3) ? null : [] },
      ],
    }),
    ...some(3, {
      body: [
        {
          _type: 'block',
          children: [
            { _type: 'span', text: text() },
            { _type: 'span', text: text() },
          ],
        },
      ],
    }),
    ...some(3, { name: random.pick([ids[1] ?? '', ...ids, ...types]) }),
    ...some(4, { seo: { title: text(), at: random.pick(dates) } }),
    ...(_id.startsWith('versions.') && chance(6) ? { _system: { delete: true } } : {}),
  }
}

/** What a kind of caller sees of them in a perspective, in the order of ids. */
export function seen(
  stored: readonly SanityDocument[],
  perspective: Perspective,
  reach: Reach,
): SanityDocument[] {
  const byId = new Map(stored.map((document) => [document._id, document]))
  const readable = (id: string) => {
    const document = byId.get(id)
    return document && isReadable(document, reach) ? document : undefined
  }
  const groups = stored
    .filter(({ _id }) => isInPerspective(perspective, _id))
    .map(({ _id }) => groupOf(perspective, _id))
  return [...new Set(groups)]
    .sort()
    .flatMap((group) => documentInPerspective(perspective, group, readable) ?? [])
}
