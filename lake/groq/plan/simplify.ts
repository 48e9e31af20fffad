import type { ExprNode } from 'groq-js'
import { parseTextQuery } from '../searchText.ts'
import { isCall, mapChildren, withoutGroup } from '../syntaxTree.ts'

const yes: ExprNode = { type: 'Value', value: true }

/**
 * The tree without searches for everything: the Studio asks for all documents by `[@, _id] match text::query("*")`,
 * and not one of them has to be looked into to know that it is found.
 */
export function simplify(node: ExprNode): ExprNode {
  if (findsAll(node)) return yes
  // Where it is scored, each side of `||` counts.
  if (node.type === 'PipeFuncCall' && node.name === 'score') return { ...node, base: simplify(node.base) }
  const simple = mapChildren(node, simplify)
  if (simple.type === 'Or' && (isYes(simple.left) || isYes(simple.right))) return yes
  return simple
}

function findsAll(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== 'match') return false
  const right = withoutGroup(node.right)
  const [words] = isCall(right, 'text', 'query') ? right.args : []
  if (words?.type !== 'Value' || typeof words.value !== 'string') return false
  const { all, not, any } = parseTextQuery(words.value)
  const left = withoutGroup(node.left)
  return any && all.length === 0 && not.length === 0 && left.type === 'Array'
}

function isYes(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  return inner.type === 'Value' && inner.value === true
}
