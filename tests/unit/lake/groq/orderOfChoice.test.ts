import type { SanityDocument } from '../../../../lake/context.ts'
import { compileQuery } from '../../../../lake/groq/plan/compileQuery.ts'
import { evaluateQuery } from '../../../../lake/groq/run/evaluateQuery.ts'
import { MemorySource } from './memorySource.ts'

const scope = {
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'd' },
  now: new Date('2026-01-20T12:00:00Z'),
  perspective: [],
}

const day = (number: number) => new Date(Date.UTC(2020, 0, number)).toISOString()
const article = (id: string, fields: Record<string, string>): SanityDocument => ({
  ...{ _id: id, _type: 'article', _rev: 'r', _createdAt: day(1), _updatedAt: day(1) },
  ...fields,
})
const articles = [
  ...Array.from({ length: 400 }, (_, index) =>
    article(`dated-${String(index).padStart(3, '0')}`, { publishedAt: day(100 + index) }),
  ),
  article('undated-newest', { _createdAt: day(900) }),
  article('undated-middle', { _createdAt: day(300) }),
  article('undated-oldest', { _createdAt: day(2) }),
]

const answer = (order: string) => {
  const source = new MemorySource(articles, { has: () => true, canOrder: () => true })
  const query = `*[_type == "article"] | order(coalesce(publishedAt, _createdAt) ${order})[0...3]._id`
  return { ...evaluateQuery(compileQuery(query, {}), source, scope), reads: source.reads }
}

describe('an order by the first of two dates that is there', () => {
  it('has those without the first date in their places by the second', () => {
    expect(answer('desc').result).toEqual(['undated-newest', 'dated-399', 'dated-398'])
    expect(answer('asc').result).toEqual(['undated-oldest', 'dated-000', 'dated-001'])
  })

  it('reads the undated and the newest, not all', () => {
    expect(answer('desc').reads).toBeLessThan(20)
  })
})
