import type { SeededRandom } from '../seededRandom.ts'

/** A transaction of the load, and what the dataset holds before it and after it. */
export interface LoadedTransaction {
  id: string
  by: 'mutate' | 'actions'
  body: object[]
  /** Ids that exist beforehand and no longer afterwards. */
  takes: string[]
  /** Ids that exist afterwards only; each carries the transaction's id as revision. */
  makes: string[]
  /** Ids that exist before and after; they get the transaction's id as revision. */
  changes: string[]
  /** How many entries the timelines of its documents have before it, and how many it adds. */
  events: { before: number; added: number }
}

export interface LoadRound {
  /** Documents that must be there before the load begins, as mutations. */
  seed: object[]
  transactions: LoadedTransaction[]
}

const words = ['border', 'harbour', 'treaty', 'election', 'ceasefire', 'summit'] as const

/** Transactions that are independent of each other, of every kind in turn; `round` keeps their ids apart. */
export function makeLoad(round: number, size: number, random: SeededRandom): LoadRound {
  const seed: object[] = []
  const transactions = Array.from({ length: size }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? writeArticle
    return kind(`r${round}t${index}`, random, seed)
  })
  return { seed, transactions }
}

type Kind = (name: string, random: SeededRandom, seed: object[]) => LoadedTransaction

const kinds: readonly Kind[] = [
  writeArticle,
  countUp,
  createByAction,
  publishDraft,
  deletePair,
  rewriteArticle,
]

function article(id: string, name: string, random: SeededRandom, refers: string[] = []) {
  const day = String(1 + random.below(28)).padStart(2, '0')
  return {
    _id: id,
    _type: 'article',
    headline: `${random.pick(words)} ${random.pick(words)} ${name}`,
    slug: { _type: 'slug', current: `story-${id.replaceAll('.', '-')}` },
    publishedAt: `2026-0${1 + random.below(9)}-${day}T08:00:00.000Z`,
    related: refers.map((target) => ({ _type: 'reference', _key: target, _ref: target })),
  }
}

/** Three documents that refer to each other. */
function writeArticle(name: string, random: SeededRandom): LoadedTransaction {
  const [topic, first, second] = [`topic-${name}`, `first-${name}`, `second-${name}`]
  return {
    id: `tx-${name}`,
    by: 'mutate',
    body: [
      { create: { _id: topic, _type: 'topic', title: name } },
      { create: article(first, name, random, [topic]) },
      { createOrReplace: article(second, name, random, [topic, first]) },
    ],
    takes: [],
    makes: [topic, first, second],
    changes: [],
    events: { before: 0, added: 3 },
  }
}

/** A counter that is raised and a record of it: carried out twice, the counter would show it. */
function countUp(name: string, _random: SeededRandom, seed: object[]): LoadedTransaction {
  const [counter, record] = [`counter-${name}`, `record-${name}`]
  seed.push({ create: { _id: counter, _type: 'counter', count: 0 } })
  return {
    id: `tx-${name}`,
    by: 'mutate',
    body: [
      { patch: { id: counter, inc: { count: 1 } } },
      { create: { _id: record, _type: 'record', of: { _type: 'reference', _ref: counter } } },
    ],
    takes: [],
    makes: [record],
    changes: [counter],
    events: { before: 1, added: 2 },
  }
}

/** Two drafts made and one of them published in one request. */
function createByAction(name: string, random: SeededRandom): LoadedTransaction {
  const [kept, published] = [`kept-${name}`, `published-${name}`]
  const create = (id: string) => ({
    actionType: 'sanity.action.document.create',
    publishedId: id,
    attributes: article(`drafts.${id}`, name, random),
  })
  return {
    id: `tx-${name}`,
    by: 'actions',
    body: [
      create(kept),
      create(published),
      {
        actionType: 'sanity.action.document.publish',
        publishedId: published,
        draftId: `drafts.${published}`,
      },
    ],
    takes: [],
    makes: [`drafts.${kept}`, published],
    changes: [],
    events: { before: 0, added: 3 },
  }
}

function publishDraft(name: string, random: SeededRandom, seed: object[]): LoadedTransaction {
  const id = `drafted-${name}`
  seed.push({ create: article(`drafts.${id}`, name, random) })
  return {
    id: `tx-${name}`,
    by: 'actions',
    body: [{ actionType: 'sanity.action.document.publish', publishedId: id, draftId: `drafts.${id}` }],
    takes: [`drafts.${id}`],
    makes: [id],
    changes: [],
    events: { before: 1, added: 1 },
  }
}

/** A document and what it refers to, which neither may outlive. */
function deletePair(name: string, random: SeededRandom, seed: object[]): LoadedTransaction {
  const [target, referrer] = [`target-${name}`, `referrer-${name}`]
  seed.push({ create: article(target, name, random) }, { create: article(referrer, name, random, [target]) })
  return {
    id: `tx-${name}`,
    by: 'mutate',
    body: [{ delete: { id: target } }, { delete: { id: referrer } }],
    takes: [target, referrer],
    makes: [],
    changes: [],
    events: { before: 2, added: 2 },
  }
}

/** An article that loses its reference and gets another headline, day and slug: all that is indexed of it changes. */
function rewriteArticle(name: string, random: SeededRandom, seed: object[]): LoadedTransaction {
  const [source, rewritten] = [`source-${name}`, `rewritten-${name}`]
  seed.push(
    { create: { _id: source, _type: 'topic', title: name } },
    { create: article(rewritten, name, random, [source]) },
  )
  const { headline, publishedAt } = article(rewritten, name, random)
  const set = { headline: `${headline} rewritten`, publishedAt, 'slug.current': `again-${name}` }
  return {
    id: `tx-${name}`,
    by: 'mutate',
    body: [{ patch: { id: rewritten, set, unset: ['related'] } }, { delete: { id: source } }],
    takes: [source],
    makes: [],
    changes: [rewritten],
    events: { before: 2, added: 2 },
  }
}
