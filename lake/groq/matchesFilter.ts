import type { ExprNode } from 'groq-js'
import type { SanityDocument } from '../context.ts'
import { scanDocuments } from './run/evaluateQuery.ts'
import type { EvaluationScope } from './run/evaluation.ts'
import { walk } from './syntaxTree.ts'

/** Whether a document, alone in the world, passes a filter. @throws LakeError 400 */
export function matchesFilter(
  filter: ExprNode,
  document: SanityDocument,
  scope: Omit<EvaluationScope, 'perspective'>,
): boolean {
  const result = scanDocuments(filter, [document], { ...scope, perspective: 'raw' })
  return Array.isArray(result) ? result.length > 0 : result !== null
}

const cheapNodes = new Set<ExprNode['type']>([
  'AccessAttribute',
  'And',
  'Array',
  'Deref',
  'Everything',
  'Filter',
  'FuncCall',
  'Group',
  'Not',
  'Object',
  'OpCall',
  'Or',
  'This',
  'Value',
])
const cheapFunctions = new Set([
  'path',
  'defined',
  'versionOf',
  'partOfRelease',
  'references',
  'dateTime',
  'now',
])
const cheapOperators = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '+', '-'])

/**
 * Whether a filter costs no more than one look at each part of a document, so that the serving process may
 * evaluate it: no filter within a filter, no projection, no pattern with more than two stars.
 */
export function isCheapFilter(tree: ExprNode): boolean {
  const filters = [...walk(tree)].filter((node) => node.type === 'Filter')
  const nested = filters.some(({ expr }) => [...walk(expr)].some((node) => node.type === 'Filter'))
  return !nested && [...walk(tree)].every(isCheapNode)
}

function isCheapNode(node: ExprNode): boolean {
  if (!cheapNodes.has(node.type)) return false
  if (node.type === 'OpCall') return cheapOperators.has(node.op)
  if (node.type !== 'FuncCall') return true
  if (node.name === 'coalesce') return true
  if (!cheapFunctions.has(node.name)) return false
  const [argument] = node.args
  if (node.name !== 'path') return true
  return argument?.type === 'Value' && String(argument.value).split('*').length <= 3
}
