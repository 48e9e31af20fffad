import type { Condition } from '../../../../lake/store/selection.ts'
import { StoredDocuments } from '../groq/storedDocuments.ts'

const total = 2100
const pad = (number: number) => `${number}`.padStart(4, '0')

/** Documents in an order of dates that is not that of their ids. */
const stored = Array.from({ length: total }, (_, number) => ({
  _id: `a-${pad(number)}`,
  _type: 'article',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  publishedAt: `2026-01-01T00:${pad((number * 37) % total)}`,
  title: number % 3 === 0 ? 'Peace talks' : 'Peace',
}))
const newestFirst = stored.toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))

const text = (...words: string[]): Condition => ({
  by: 'text',
  kind: 'words',
  all: words.map((word) => ({ words: [word], open: false })),
})

describe.each([
  ['a word that most documents have', 0],
  ['a word that more documents of another dataset have', total],
])('%s', (_name, othersBeside) => {
  const store = new StoredDocuments()
  beforeAll(() => {
    store.writeBeside(stored.slice(0, othersBeside))
    store.become(stored)
  }, 60_000)

  const found = (conditions: Condition[], order?: { path: string; direction: 'asc' | 'desc' }) =>
    [...store.reader('raw', 'all').read({ conditions, ...(order && { order }) })].map(({ _id }) => _id)

  it('is found in all of them, as one that fewer have is', () => {
    expect(found([text('peace')])).toEqual(stored.map(({ _id }) => _id))
    const talks = stored.filter(({ title }) => title.includes('talks')).map(({ _id }) => _id)
    expect(found([text('talks')])).toEqual(talks)
    expect(found([text('peace'), text('talks')])).toEqual(talks)
    expect(found([text('peace'), text('war')])).toEqual([])
  })

  it('is found in the order of dates, and next to other conditions', () => {
    const order = { path: 'publishedAt', direction: 'desc' } as const
    const articles: Condition = { by: 'type', types: ['article'] }
    expect(found([articles, text('peace')], order)).toEqual(newestFirst.map(({ _id }) => _id))
    expect(found([articles, text('peace')], { ...order, direction: 'asc' })).toEqual(
      newestFirst.map(({ _id }) => _id).reverse(),
    )
    const few: Condition = { by: 'id', ids: ['a-0001', 'a-0003', 'a-0005'] }
    expect(found([articles, few, text('peace')])).toEqual(['a-0001', 'a-0003', 'a-0005'])
    expect(found([articles, few, text('talks')])).toEqual(['a-0003'])
  })

  it('is found in what was written since', () => {
    const order = { path: 'publishedAt', direction: 'desc' } as const
    const wanted: Condition[] = [{ by: 'type', types: ['article'] }, text('talks')]
    const talks = newestFirst.filter(({ title }) => title.includes('talks'))
    const [newest] = talks
    if (!newest) throw new Error('Nobody talks.')
    const newer = { ...newest, _id: 'a-new', publishedAt: '2026-02-01T00:00:00' }
    expect(found(wanted, order)[0]).toBe(newest._id)
    store.change(newer._id, newer)
    expect(found(wanted, order).slice(0, 2)).toEqual([newer._id, newest._id])
    store.change(newer._id, undefined)
    expect(found(wanted, order)[0]).toBe(newest._id)
  })

  it('is not looked up for whoever looks at all of its documents anyway', () => {
    const scanned = (word: string) => {
      const conditions: Condition[] = [{ by: 'type', types: ['article', 'letter'] }, text(word)]
      return [...all.reader('raw', 'all').read({ conditions, scans: 'all' })].length
    }
    const letters = stored.map((document) => ({ ...document, _id: `b-${document._id}`, _type: 'letter' }))
    const all = new StoredDocuments()
    all.become([...letters.map((letter) => ({ ...letter, title: 'War' })), ...stored])
    // Half of them, and a sixth.
    expect([scanned('peace'), scanned('talks')]).toEqual([2 * total, total / 3])
  })
})
