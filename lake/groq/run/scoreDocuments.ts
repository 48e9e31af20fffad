import type { ExprNode } from 'groq-js'
import type { ScoreArgument } from '../plan/take.ts'
import type { QueryDocument } from './documentSource.ts'
import type { Evaluation } from './evaluation.ts'

/** The documents with their scores, as `score()` gives them, in any order. */
export function scoreDocuments(
  documents: readonly unknown[],
  args: readonly ScoreArgument[],
  evaluation: Evaluation,
  outers: readonly unknown[],
): readonly QueryDocument[] {
  const evaluated = (nodes: readonly ExprNode[]): QueryDocument[] => {
    const base: ExprNode = { type: 'Value', value: documents }
    const scored = evaluation.evaluate(
      { type: 'PipeFuncCall', name: 'score', base, args: [...nodes] },
      outers,
    )
    return Array.isArray(scored) ? scored : []
  }
  // A score that a document has already is where groq-js begins.
  if (!documents.every(isUnscored)) return evaluated(args.map(({ node }) => node))
  const columns = args.map(({ node, text }) => {
    if (text) return documents.map((document) => text.scoreOf(document))
    const known = new Map(evaluated([node]).map(({ _id, _score }) => [_id, Number(_score)]))
    return documents.map(({ _id }) => known.get(_id) ?? 0)
  })
  // Added up in the order of the arguments, as sums of fractions depend on it.
  return documents.map((document, place) => ({
    ...document,
    _score: columns.reduce((sum, column) => sum + (column[place] ?? 0), 0),
  }))
}

function isUnscored(document: unknown): document is QueryDocument {
  return (
    typeof document === 'object' &&
    document !== null &&
    '_id' in document &&
    typeof document._id === 'string' &&
    !('_score' in document)
  )
}
