import { compileScan } from '../../lake/groq/plan/compileQuery.ts'
import type { QueryDocument } from '../../lake/groq/run/documentSource.ts'
import { scanDocuments } from '../../lake/groq/run/evaluateQuery.ts'
import type { BenchQuery } from './benchQueries.ts'

/** Answers queries with the parameters of one, by groq-js going through a list of documents. */
export function scanDocumentsFor({ params = {} }: BenchQuery, dataset: string) {
  const scope = {
    identity: 'anonymous',
    sanity: { projectId: 'meridian', dataset },
    now: new Date(),
    perspective: [],
  }
  return (query: string, documents: readonly QueryDocument[]): unknown =>
    scanDocuments(compileScan(query, params), documents, scope)
}
