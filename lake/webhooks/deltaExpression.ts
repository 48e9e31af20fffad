import { type ExprNode, parse } from 'groq-js'
import { walk } from '../groq/syntaxTree.ts'

/** A webhook's filter or projection that cannot be used, in a sentence. */
export class DeltaExpressionError extends Error {
  override readonly name = 'DeltaExpressionError'
}

const mostNodes = 60
const longestCheap = 600
/** Each of these costs one look at something: none runs over what another one yields. */
const cheapNodes = new Set<string>([
  'AccessAttribute',
  'AccessElement',
  'And',
  'Array',
  'ArrayElement',
  'Context',
  'FuncCall',
  'Group',
  'Not',
  'Object',
  'ObjectAttributeValue',
  'ObjectSplat',
  'OpCall',
  'Or',
  'Select',
  'SelectAlternative',
  'This',
  'Tuple',
  'Value',
])
const cheapOperators = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])
const cheapFunctions = new Set([
  'delta::changedAll',
  'delta::changedAny',
  'delta::changedOnly',
  'delta::operation',
  'global::coalesce',
  'global::defined',
  'global::references',
  'sanity::dataset',
  'sanity::projectId',
])

const parsed = new Map<string, ExprNode>()
const mostParsed = 200

/**
 * The tree of a filter or projection, in which `before()`, `after()` and `delta::…` mean something.
 *
 * @throws DeltaExpressionError when it is no GROQ, or asks for other documents than the changed one
 */
export function parseDelta(expression: string): ExprNode {
  const known = parsed.get(expression)
  if (known) return known
  const tree = parseOrExplain(expression)
  if ([...walk(tree)].some(({ type }) => type === 'Everything')) {
    throw new DeltaExpressionError('a webhook knows the changed document only, so "*" means nothing in it')
  }
  const [oldest] = parsed.keys()
  if (parsed.size >= mostParsed && oldest !== undefined) parsed.delete(oldest)
  parsed.set(expression, tree)
  return tree
}

/** Whether an expression costs so little that the process which serves may evaluate it itself. */
export function isCheapDelta(expression: string): boolean {
  if (expression.length > longestCheap) return false
  const nodes = [...walk(parseDelta(expression))]
  return nodes.length <= mostNodes && nodes.every(isCheapNode)
}

function isCheapNode(node: ExprNode): boolean {
  if (!cheapNodes.has(node.type)) return false
  if (node.type === 'OpCall') return cheapOperators.has(node.op)
  return node.type !== 'FuncCall' || cheapFunctions.has(`${node.namespace}::${node.name}`)
}

function parseOrExplain(expression: string): ExprNode {
  try {
    return parse(expression, { mode: 'delta' })
  } catch (error) {
    throw new DeltaExpressionError(error instanceof Error ? error.message : String(error))
  }
}
