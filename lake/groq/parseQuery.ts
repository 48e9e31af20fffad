import { type ExprNode, parse } from 'groq-js'
import { toQueryError } from './queryError.ts'
import { walk } from './syntaxTree.ts'

/**
 * The syntax tree of a query with its parameters filled in.
 *
 * @throws LakeError 400 in the `queryParseError` shape
 */
export function parseQuery(query: string, params: Record<string, unknown>): ExprNode {
  const tree = parseOrThrow(query, params)
  for (const node of walk(tree)) {
    if (node.type === 'Parameter') {
      const missing = new Error(`param $${node.name} referenced, but not provided`)
      throw toQueryError(query, missing, `$${node.name}`)
    }
    if (node.type === 'FuncCall') refuseUnknown(query, node)
  }
  return tree
}

function parseOrThrow(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, { params })
  } catch (error) {
    if (error instanceof RangeError) throw nestsTooDeeply(query)
    throw toQueryError(query, error)
  }
}

/** @returns what to throw when a query is too deep for the stack. */
export function nestsTooDeeply(query: string) {
  return toQueryError(query, new Error('The query nests too deeply.'))
}

/** Functions that parse and that nothing here can answer. */
const notOffered = new Set([
  'global::anywhere',
  'documents::get',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
  'geo::contains',
  'geo::distance',
  'geo::intersects',
  'geo::latLng',
  'media::aspect',
  'text::semanticSimilarity',
  'user::attributes',
  'diff::changedAny',
  'diff::changedOnly',
])

function refuseUnknown(query: string, { namespace, name }: ExprNode & { type: 'FuncCall' }): void {
  const called = namespace === 'global' ? name : `${namespace}::${name}`
  if (!notOffered.has(`${namespace}::${name}`)) return
  const reason = new Error(`The function ${called}() is not part of the embedded content lake.`)
  throw toQueryError(query, reason, called)
}
