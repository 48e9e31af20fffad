import type { QueryDocument } from '../../lake/groq/run/documentSource.ts'
import type { BenchQuery } from './benchQueries.ts'

/** Documents that are in memory at once, of some 5 kB. */
const part = 10_000

/**
 * Answers a query as one must who may not keep all documents in memory: they are read and parsed for each query, a part
 * at a time, and of every part is left what the answer may need.
 *
 * @param shelf what articles refer to, kept @param scan the answer of a query over a list of documents
 */
export function scanInParts(
  { query, inParts }: BenchQuery,
  { articles, shelf }: { articles: Iterable<QueryDocument>; shelf: readonly QueryDocument[] },
  scan: (query: string, documents: readonly QueryDocument[]) => unknown,
): unknown {
  let sum = 0
  let kept: readonly QueryDocument[] = []
  for (const documents of parted(articles)) {
    if (inParts === 'sum') sum += Number(scan(query, [...documents, ...shelf]))
    else if (inParts) kept = asDocuments(scan(inParts.kept, [...kept, ...documents, ...shelf]))
  }
  return inParts === 'sum' ? sum : scan(query, [...kept, ...shelf])
}

function* parted(documents: Iterable<QueryDocument>): Generator<QueryDocument[]> {
  let taken: QueryDocument[] = []
  for (const document of documents) {
    taken.push(document)
    if (taken.length < part) continue
    yield taken
    taken = []
  }
  if (taken.length > 0) yield taken
}

function asDocuments(value: unknown): readonly QueryDocument[] {
  return Array.isArray(value) ? value : []
}
