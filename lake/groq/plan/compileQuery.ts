import type { ExprNode } from 'groq-js'
import { nestsTooDeeply, parseQuery } from '../parseQuery.ts'
import { QueryCompiler } from './queryCompiler.ts'
import { simplify } from './simplify.ts'
import type { Take } from './take.ts'

/** A query made ready: its tree asks for the takes by their places. */
export interface CompiledQuery {
  tree: ExprNode
  takes: readonly Take[]
}

/** Changes a tree before it is planned. */
export type Preparation = (tree: ExprNode) => ExprNode

/**
 * Parses a query and plans how its documents are found.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileQuery(
  query: string,
  params: Record<string, unknown>,
  prepare: Preparation = (tree) => tree,
): CompiledQuery {
  const tree = parseQuery(query, params)
  return withEnoughStack(query, () => {
    const compiler = new QueryCompiler(true)
    return { tree: compiler.compile(simplify(prepare(tree)), false), takes: compiler.takes }
  })
}

/**
 * The filter of a query alone, as a listener needs it for one document that is alone in the world: projection,
 * order and slice say nothing about which documents it is about.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileFilter(query: string, params: Record<string, unknown>): ExprNode {
  return compileScan(query, params, innermostFilter)
}

/**
 * A query's tree without a plan: its `*` is a list of all documents, which it goes through.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function compileScan(
  query: string,
  params: Record<string, unknown>,
  prepare: Preparation = (tree) => tree,
): ExprNode {
  const tree = parseQuery(query, params)
  return withEnoughStack(query, () => new QueryCompiler(false).compile(prepare(tree), false))
}

function withEnoughStack<T>(query: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof RangeError ? nestsTooDeeply(query) : error
  }
}

function innermostFilter(tree: ExprNode): ExprNode {
  let node = tree
  for (;;) {
    switch (node.type) {
      case 'Map':
      case 'FlatMap':
      case 'Projection':
      case 'PipeFuncCall':
      case 'Slice':
      case 'AccessElement':
      case 'ArrayCoerce':
      case 'Group':
        node = node.base
        break
      case 'AccessAttribute':
        if (!node.base) return node
        node = node.base
        break
      default:
        return node
    }
  }
}
