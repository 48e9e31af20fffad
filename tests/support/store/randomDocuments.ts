import type { SanityDocument } from '../../../lake/context.ts'
import type { SeededRandom } from '../seededRandom.ts'

export const types = [
  'article',
  'article',
  'page',
  'page',
  'system.release',
  'sanity.previewUrlSecret',
  'sanity.imageAsset',
] as const
export const releases = ['spring', 'autumn'] as const
export const bases = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'A',
  'x.y',
  '_.releases.spring',
  'drafts',
  'a-1',
  'a_1',
] as const
export const targets = ['a', 'b', 'c', 'x.y', 'drafts.a', 'nowhere'] as const
export const slugs = ['one', 'two', 'Zwei', '\ud800', '\ufffd', '', '\0null', 'é'] as const
const realDates = [
  '2024-01-01',
  '2024-01-01T00:00:00Z',
  '2024-01-02',
  '2019-12-31T23:59:59.999Z',
  '2024-01-02T10:00:00.5Z',
] as const
export const dates = [...realDates, '', '2024', 'soon'] as const
export const words = [
  'alpha',
  'Beta',
  'élan',
  'ELAN',
  "don't",
  'naïve_idea',
  'x.y',
  'b-c',
  'Straße',
  '中文',
  '😀',
  'co',
  'context',
  'İstanbul',
  'http',
] as const

/** A stored id of any kind: published, a draft, a version, and ids that only look like one of these. */
export function randomId(random: SeededRandom, base: string = random.pick(bases)): string {
  return random.pick([
    base,
    base,
    base,
    `drafts.${base}`,
    `drafts.${base}`,
    `versions.${random.pick(releases)}.${base}`,
    `versions.${random.pick(releases)}.${base}`,
    `versions.drafts.${base}`,
    'versions.spring',
    `drafts.drafts.${base}`,
    `drafts.versions.spring.${base}`,
    `versions.spring.drafts.${base}`,
  ])
}

/** A document of any shape that a client could have written. */
export function randomDocument(random: SeededRandom, _id: string): SanityDocument {
  const maybe = <T>(share: number, value: () => T) => (random.below(100) < share ? value() : undefined)
  const fields = {
    slug: maybe(70, () => ({ current: random.pick<unknown>([...slugs, null, 3, { current: 'one' }]) })),
    publishedAt: maybe(80, () => randomDate(random)),
    seo: maybe(60, () => ({ reviewedAt: randomDate(random), more: { at: '2024-01-01' } })),
    title: maybe(80, () => randomText(random)),
    body: maybe(50, () => [block(random), { _type: 'image', caption: randomText(random) }]),
    category: maybe(60, () => reference(random)),
    countries: maybe(60, () => [reference(random), reference(random), random.pick(targets), null]),
    sections: maybe(40, () => [
      { items: [reference(random), { deep: reference(random) }], owner: reference(random) },
      [{ items: [reference(random)] }, [reference(random)]],
    ]),
    'odd.name': maybe(20, () => reference(random)),
    path: maybe(20, () => 'images/p.png'),
    _system: maybe(15, () => ({ delete: random.pick([true, false, 1]) })),
  }
  return {
    _id,
    _type: random.pick(types),
    _rev: `r${random.below(1e9)}`,
    _createdAt: random.pick(realDates),
    _updatedAt: '2024-05-05T05:05:05Z',
    ...JSON.parse(JSON.stringify(fields)),
  }
}

function randomDate(random: SeededRandom): unknown {
  // A sign beyond ASCII ends the path for good: rarely, so that most datasets keep it.
  if (random.below(400) === 0) return 'zürich'
  return random.pick<unknown>([
    null,
    ...realDates,
    ...dates,
    5,
    -0.5,
    12,
    true,
    false,
    { at: 1 },
    ['2024-01-01'],
  ])
}

export function randomText(random: SeededRandom): string {
  const length = 1 + random.below(5)
  return Array.from({ length }, () => random.pick(words)).join(random.pick([' ', ', ', '. ', '-', '\n']))
}

function block(random: SeededRandom) {
  const word = random.pick(words)
  const spans = [word.slice(0, 2), `${word.slice(2)} `, randomText(random)]
  return { _type: 'block', children: spans.map((text) => ({ _type: 'span', text })) }
}

function reference(random: SeededRandom): unknown {
  return random.pick([
    { _ref: random.pick(targets) },
    { _ref: random.pick(targets) },
    { _ref: random.pick(targets), _weak: true },
    { _ref: random.pick(targets), _type: 'crossDatasetReference' },
    { _ref: random.pick(targets), below: { _ref: random.pick(targets) } },
    { _ref: '', below: { _ref: random.pick(targets) } },
    { _ref: 7, below: { _ref: random.pick(targets) } },
    null,
    'a',
  ])
}
