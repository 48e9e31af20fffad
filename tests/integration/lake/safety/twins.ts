import { hashToken, newToken } from '../../../../lake/auth/secrets.ts'
import { setAclMode } from '../../../../lake/store/datasets.ts'
import { insertToken } from '../../../../lake/store/tokens.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

/** A word that stands in every document that guests must not see, and in no other. */
export const secretWord = 'zwiebelfisch'

/** Two lakes that are one to a guest: `full` also holds what a guest must not see. */
export interface Twins {
  plain: TestLake
  full: TestLake
  /** One transaction: `open` is written to both, `hidden` to the full one only, in the same transaction. */
  write(open: object[], hidden?: object[]): Promise<void>
  close(): Promise<void>
}

const writer = newToken()

/** Both lakes have the same clock, which goes on by a second with every transaction. */
export async function startTwins(aclMode: 'public' | 'private' = 'public'): Promise<Twins> {
  let now = Date.parse('2026-11-01T08:00:00.000Z')
  let written = 0
  const open = async () => {
    const lake = await startLake({ now: () => now })
    const { database } = lake.lake.context
    setAclMode(database, lake.dataset, aclMode)
    const createdAt = new Date(now).toISOString()
    insertToken(database, {
      // Listeners are told who has written.
      id: 'writer',
      name: 'writer',
      role: 'administrator',
      tokenHash: hashToken(writer),
      createdAt,
    })
    return lake
  }
  const [plain, full] = await Promise.all([open(), open()])
  return {
    plain,
    full,
    write: async (shown, hidden = []) => {
      now += 1_000
      written += 1
      const transactionId = `transaction-${written}`
      if (shown.length > 0) await mutate(plain, transactionId, shown)
      await mutate(full, transactionId, [...shown, ...hidden])
    },
    close: async () => {
      await Promise.all([plain.close(), full.close()])
    },
  }
}

async function mutate(lake: TestLake, transactionId: string, mutations: object[]): Promise<void> {
  const response = await fetch(`${lake.url}/v1/data/mutate/${lake.dataset}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ mutations, transactionId }),
  })
  if (!response.ok) throw new Error(`The test could not write: ${await response.text()}`)
}

const slug = (current: string) => ({ _type: 'slug', current })
const reference = (_ref: string, _weak?: boolean) => ({ _type: 'reference', _ref, ...(_weak && { _weak }) })

const article = (number: number, fields: object = {}) => ({
  _id: `article-${number}`,
  _type: 'article',
  headline: `Talks in week ${number} of the summit`,
  text: 'The ministers spoke of water, bread and bridges. '.repeat(number),
  slug: slug(`talks-${number}`),
  publishedAt: `2026-10-0${number}T10:00:00Z`,
  rank: number,
  author: reference(`person-${(number % 2) + 1}`),
  topics: [{ _key: 'a', ...reference('topic-water') }],
  // Points to something that only one of the lakes has.
  background: reference(`plan-${number}`, true),
  companion: reference(`drafts.article-${number}`, true),
  ...fields,
})

/** As `article`, for those who may see it: the same words, so that it would count in every order and every rank. */
const hiddenArticle = (_id: string, number: number, fields: object = {}) => ({
  ...article(number),
  _id,
  headline: `Summit talks ${secretWord}`,
  text: `The ministers spoke of bread and ${secretWord}, bread and bridges, bread and water. `.repeat(3),
  slug: slug(`${secretWord}-${number}`),
  rank: number + 100,
  ...fields,
})

/** What the twins hold: written in turns, so that what is hidden lies before, between and after what is not. */
export async function fillTwins({ write }: Twins): Promise<void> {
  const create = (document: object) => ({ createOrReplace: document })
  await write([], [create({ _id: 'plan-1', _type: 'system.plan', note: secretWord })])
  await write([
    create({ _id: 'person-1', _type: 'person', name: 'Ada Bridge' }),
    create({ _id: 'person-2', _type: 'person', name: 'Omar Bread' }),
    create({ _id: 'topic-water', _type: 'topic', name: 'Water', slug: slug('water') }),
  ])
  await write(
    [],
    [create(hiddenArticle('drafts.article-0', 9)), create(hiddenArticle('drafts.article-1', 1))],
  )
  await write(
    [create(article(1)), create(article(2)), create(article(3))],
    [create(hiddenArticle('drafts.article-2', 2))],
  )
  await write(
    [],
    [
      create(hiddenArticle('versions.summer.article-1', 1)),
      create(hiddenArticle('versions.summer.article-3', 3, { _system: { delete: true } })),
      create(hiddenArticle('versions.winter.article-8', 8)),
      create({ _id: '_.groups.editors', _type: 'system.group', members: [secretWord] }),
      create({ _id: 'secret.thing', _type: 'article', headline: secretWord, slug: slug('talks-1') }),
      create({ _id: 'a.b.c', _type: 'person', name: secretWord }),
      create({ _id: 'plan-2', _type: 'system.plan', note: secretWord, of: reference('person-1') }),
      create({ _id: 'preview-key', _type: 'sanity.previewUrlSecret', secret: secretWord }),
    ],
  )
  await write([create(article(4)), create(article(5)), { delete: { id: 'article-5' } }])
  await write([create(article(6))], [{ delete: { id: 'drafts.article-2' } }])
  await write([{ delete: { id: 'article-6' } }], [create(hiddenArticle('drafts.article-6', 6))])
  await write(
    [{ patch: { id: 'article-2', set: { rank: 7 } } }],
    [{ patch: { id: 'drafts.article-1', set: { rank: 300 } } }, { delete: { id: 'drafts.article-0' } }],
  )
  // More than the lake reads at once, before and after what is open.
  const crowd = (prefix: string) =>
    Array.from({ length: 230 }, (_, place) => create(hiddenArticle(`${prefix}${place}`, 9)))
  await write([], [...crowd('_.crowd.'), ...crowd('drafts.crowd-'), ...crowd('versions.summer.crowd-')])
  await write([], [{ patch: { id: 'plan-2', set: { note: `${secretWord} again` } } }])
}
