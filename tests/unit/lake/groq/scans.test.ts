import type { SanityDocument } from '../../../../lake/context.ts'
import type { Perspective } from '../../../../lake/groq/perspective.ts'
import { compileQuery, compileScan } from '../../../../lake/groq/plan/compileQuery.ts'
import { evaluateQuery, scanDocuments } from '../../../../lake/groq/run/evaluateQuery.ts'
import { type SeededRandom, seededRandom } from '../../../support/seededRandom.ts'
import { seen } from './anyDocuments.ts'
import { MemorySource } from './memorySource.ts'
import { StoredDocuments } from './storedDocuments.ts'

const scope = {
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'production' },
  now: new Date('2026-01-20T12:00:00Z'),
}
interface Caller {
  perspective: Perspective
  reach: 'all' | 'public'
}

const callers: readonly [Caller, ...Caller[]] = [
  { perspective: [], reach: 'public' },
  { perspective: [], reach: 'all' },
  { perspective: 'raw', reach: 'all' },
  { perspective: 'raw', reach: 'public' },
  { perspective: ['drafts'], reach: 'all' },
  { perspective: ['spring', 'drafts'], reach: 'all' },
]

/** What no index answers, so that as good as all documents are looked at. */
const queries: readonly [string, ...string[]] = [
  'count(*[_type == "article" && length(headline) > 20])',
  'count(*[length(headline) > 20])',
  '*[_type == "article" && length(headline) > 24]{_id, headline, standfirst}',
  '*[_type == "article" && length(headline) > 24][2...6]{_id, headline, standfirst}',
  '*[_type == "article"] | order(lower(headline), _id)[0...5]{_id, headline, standfirst}',
  '*[_type in ["article", "category"]] | order(headline desc, _id)[3...9]._id',
  'count(*[_type == "article" && category->name == "World"])',
  '*[_type == "article" && publishedAt > "2005-06-01" && length(headline) > 24]{headline}',
  '*[_type == "article" && length(headline) > 24] | order(publishedAt desc)[0...5]{_id, headline, standfirst}',
  '*[_type == "article" && length(headline) > 60] | order(publishedAt)[0...5]{_id, standfirst}',
  '*[_type == "article" && length(headline) > 24] | order(publishedAt)[1...4]',
  'array::unique(*[_type == "article"].category._ref)',
  '*[_type == "article" && rating > 3]{"more": headline + standfirst}[0...9]',
  'count(*[_type == "article" && category._ref in ["category-0", "category-1"] && length(headline) > 20])',
  '*[_type == "article" && references("category-2") && rating > 3].headline',
  '*[_type == "article" && standfirst match "se*" && length(headline) > 20]{_id, rating}',
]
const names: readonly [string, ...string[]] = ['World', 'Sports', 'Культура']

function article(random: SeededRandom, _id: string): SanityDocument {
  const words = (most: number) =>
    Array.from({ length: 1 + random.below(most) }, () =>
      random.pick(['sea', 'Minister', 'Über', 'мир']),
    ).join(' ')
  return {
    ...{
      _id,
      _type: 'article',
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    },
    publishedAt: `20${String(random.below(20)).padStart(2, '0')}-0${1 + random.below(9)}-01T00:00:00Z`,
    ...(random.below(9) > 0 && { headline: words(6) }),
    standfirst: words(4),
    category: { _type: 'reference', _ref: `category-${random.below(4)}` },
    rating: random.below(6),
  }
}

function category(random: SeededRandom, number: number): SanityDocument {
  const time = '2026-01-01T00:00:00Z'
  return {
    ...{ _id: `category-${number}`, _type: 'category', _rev: 'r', _createdAt: time, _updatedAt: time },
    name: random.pick(names),
  }
}

const anyId = (random: SeededRandom, most: number) =>
  `${random.pick(['', '', '', 'drafts.', 'versions.spring.'])}a${random.below(most)}`

/** A newsroom of so many ids, some of them with drafts and versions. */
function newsroom(random: SeededRandom, most: number): SanityDocument[] {
  const ids = new Set(Array.from({ length: most }, (_, number) => `a${number}`))
  for (let drafts = 0; drafts < most / 10; drafts += 1) ids.add(anyId(random, most))
  return [
    ...[0, 1, 2].map((number) => category(random, number)),
    ...[...ids].map((id) => article(random, id)),
  ]
}

describe('what no index answers', () => {
  it.each([20_000, 10_000_000])(
    'is answered as by going through all documents, while they come, change and go (%d bytes for sheets)',
    (sheets) => {
      const random = seededRandom()
      const store = new StoredDocuments({ sheets })
      store.become(newsroom(random, 700))
      for (let round = 0; round < 50; round += 1) {
        const { perspective, reach } = random.pick(callers)
        const query = random.pick(queries)
        const documents = seen(store.all, perspective, reach)
        const scan = scanDocuments(compileScan(query, {}), documents, { ...scope, perspective })
        const { result } = evaluateQuery(compileQuery(query, {}), store.reader(perspective, reach), {
          ...scope,
          perspective,
        })
        const about = { seed: random.seed, round, query, perspective, reach }
        expect({ ...about, result: JSON.stringify(result) }).toEqual({
          ...about,
          result: JSON.stringify(scan),
        })
        for (let changes = random.below(4); changes > 0; changes -= 1) {
          const id = anyId(random, 720)
          store.change(id, random.below(3) === 0 ? undefined : article(random, id))
        }
        if (random.below(8) === 0) store.change('category-1', category(random, 1))
      }
    },
  )

  it('is not read again: only what was changed since', () => {
    const random = seededRandom()
    const store = new StoredDocuments({ sheets: 10_000_000 })
    store.become(newsroom(random, 700))
    const ask = () => {
      const reader = store.reader([], 'public')
      return evaluateQuery(compileQuery(queries[0], {}), reader, { ...scope, perspective: [] }).result
    }
    const before = ask()
    const kept = store.sheets.held
    expect(ask()).toEqual(before)
    expect(store.sheets.held).toBe(kept)
    store.change('a1', { ...article(random, 'a1'), headline: 'Much longer than twenty letters' })
    store.change('a2', { ...article(random, 'a2'), headline: 'Short' })
    store.change('a1', undefined)
    const scan = scanDocuments(compileScan(queries[0], {}), seen(store.all, [], 'public'), {
      ...scope,
      perspective: [],
    })
    expect(ask()).toEqual(scan)
  })

  it('is kept as well of many documents to which an index leads', () => {
    const random = seededRandom()
    const store = new StoredDocuments({ sheets: 10_000_000 })
    store.become(newsroom(random, 1_500))
    const query =
      'count(*[_type == "article" && category._ref in ["category-0", "category-1"] && length(headline) > 20])'
    evaluateQuery(compileQuery(query, {}), store.reader([], 'public'), { ...scope, perspective: [] })
    expect(store.sheets.held).toBeGreaterThan(0)
  })

  it('takes no more room than it may, and is answered all the same', () => {
    const random = seededRandom()
    const store = new StoredDocuments({ sheets: 50_000 })
    store.become(newsroom(random, 700))
    let most = 0
    for (const query of [...queries, ...queries]) {
      const documents = seen(store.all, [], 'public')
      const perspective: Perspective = []
      const scan = scanDocuments(compileScan(query, {}), documents, { ...scope, perspective })
      const { result } = evaluateQuery(compileQuery(query, {}), store.reader([], 'public'), {
        ...scope,
        perspective,
      })
      expect([query, JSON.stringify(result)]).toEqual([query, JSON.stringify(scan)])
      most = Math.max(most, store.sheets.held)
    }
    expect(most).toBeLessThanOrEqual(50_000)
    expect(most).toBeGreaterThan(45_000)
  })

  it('is read no further than its tests, but for those that pass', () => {
    const source = new MemorySource(newsroom(seededRandom(), 700))
    const ask = (query: string) =>
      evaluateQuery(compileQuery(query, {}), source, { ...scope, perspective: [] })
    ask('*[_type == "article" && length(headline) > 24]{_id, standfirst}')
    const [sifted, ...again] = source.selections
    expect(sifted?.fields).toEqual(['headline'])
    expect(again.length).toBeGreaterThan(0)
    for (const { conditions, fields } of again)
      expect([conditions[0]?.by, fields?.includes('standfirst')]).toEqual(['id', true])
  })

  it('is not read once more for what is read of every document', () => {
    const source = new MemorySource(newsroom(seededRandom(), 700))
    const query = '*[_type == "article" && length(headline) > 24]{_id, _type, headline}'
    evaluateQuery(compileQuery(query, {}), source, { ...scope, perspective: [] })
    expect(source.selections).toHaveLength(1)
  })

  it('is not read whole for what an index answers', () => {
    const source = new MemorySource(newsroom(seededRandom(), 700))
    const ask = (query: string) =>
      evaluateQuery(compileQuery(query, {}), source, { ...scope, perspective: [] }).result
    ask('*[_type == "article" && references("sports") && length(headline) > 9]{standfirst}')
    ask('*[references("sports")] | order(publishedAt)[0...5]{standfirst}')
    expect(source.selections.map(({ fields }) => fields)).toEqual([
      ['headline', 'standfirst'],
      ['publishedAt', 'standfirst'],
    ])
  })

  it('is not read whole to know what it refers to', () => {
    const documents = seen(newsroom(seededRandom(), 700), 'raw', 'all')
    const source = new MemorySource(documents)
    const query =
      '*[_type == "article"] | score(boost(headline match "Minister", 3), @ match text::query("sea") || references($ids))[_score > 0]{_id, _score}'
    const ask = (ids: string[]) => {
      source.selections.length = 0
      const { result } = evaluateQuery(compileQuery(query, { ids }), source, { ...scope, perspective: [] })
      const scanned = compileScan(query, { ids })
      expect(result).toEqual(scanDocuments(scanned, documents, { ...scope, perspective: [] }))
      return source.selections.every(({ fields }) => fields !== undefined)
    }
    expect(ask(['sports', 'nobody'])).toBe(true)
    expect(ask(Array.from({ length: 200 }, (_, number) => `id-${number}`))).toBe(false)
  })

  it('is read at once, not once more, where most documents pass', () => {
    const documents = seen(newsroom(seededRandom(), 1_200), 'raw', 'all')
    const source = new MemorySource(documents)
    const query = '*[_type == "article" && rating < 9]{_id, standfirst}'
    const { result } = evaluateQuery(compileQuery(query, {}), source, { ...scope, perspective: [] })
    expect(result).toEqual(scanDocuments(compileScan(query, {}), documents, { ...scope, perspective: [] }))
    expect(source.selections.at(-1)?.fields).toEqual(expect.arrayContaining(['rating', 'standfirst']))
    expect(source.selections.length).toBeLessThan(8)
  })

  it('is walked through once more, for the tests alone, when the first 500 of an order have not been enough', () => {
    const source = new MemorySource(newsroom(seededRandom(), 700))
    const ask = (query: string) =>
      evaluateQuery(compileQuery(query, {}), source, { ...scope, perspective: [] }).result
    expect(
      ask('*[_type == "article" && length(headline) > 99] | order(publishedAt)[0...5]{standfirst}'),
    ).toEqual([])
    expect(source.selections.map(({ fields }) => fields?.includes('standfirst'))).toEqual([true, false])
    source.selections.length = 0
    expect(
      ask('*[_type == "article" && length(headline) > 9] | order(publishedAt)[0...5]{standfirst}'),
    ).toHaveLength(5)
    expect(source.selections.map(({ fields }) => fields?.includes('standfirst'))).toEqual([true])
  })
})
