import type { ExprNode } from 'groq-js'
import type { CompiledQuery } from '../plan/compileQuery.ts'
import { Dependencies } from './dependencies.ts'
import type { DocumentSource, QueryDocument } from './documentSource.ts'
import { Evaluation, type EvaluationScope } from './evaluation.ts'
import { DocumentTaker } from './takeDocuments.ts'

export interface Answer {
  /** Plain JSON but for values that have a `toJSON`. */
  result: unknown
  dependencies: Dependencies
}

/**
 * Evaluates a compiled query over the documents of one perspective.
 *
 * @param handOut is told of every document that may become part of the answer
 * @throws LakeError 400 when the query cannot be evaluated
 */
export function evaluateQuery(
  { tree, takes }: CompiledQuery,
  source: DocumentSource,
  scope: EvaluationScope,
  handOut: (document: QueryDocument) => void = () => {},
): Answer {
  const dependencies = new Dependencies()
  const take = (place: number, outers: readonly unknown[]): DocumentTaker => {
    const found = takes[place]
    if (!found) throw new Error(`The query has no take ${place}.`)
    return new DocumentTaker(
      { source, evaluation, perspective: scope.perspective, dependencies, handOut },
      found,
      outers,
    )
  }
  const evaluation = new Evaluation(scope, {
    everything: [],
    follow: (id) => {
      const document = source.get(id)
      dependencies.follow(id, document)
      if (document) handOut(document)
      return document
    },
    take: (place, outers) => take(place, outers).elements(),
    count: (place, outers) => take(place, outers).count(),
  })
  return { result: evaluation.evaluate(tree), dependencies }
}

/**
 * Evaluates a tree without a plan over a list of documents, in the order of their ids.
 *
 * @throws LakeError 400 when the query cannot be evaluated
 */
export function scanDocuments(
  tree: ExprNode,
  documents: readonly QueryDocument[],
  scope: EvaluationScope,
): unknown {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const planless = () => {
    throw new Error('A tree without a plan has asked for one.')
  }
  const reach = {
    everything: documents,
    follow: (id: string) => byId.get(id),
    take: planless,
    count: planless,
  }
  return new Evaluation(scope, reach).evaluate(tree)
}
