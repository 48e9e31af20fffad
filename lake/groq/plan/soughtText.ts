import type { ExprNode } from 'groq-js'
import { parseTextQuery, SoughtText } from '../searchText.ts'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { textPathsOf } from './attributePaths.ts'

/** What `text::query` is given in `… match text::query(…)`. */
export function soughtWords(node: ExprNode & { type: 'OpCall' }): ExprNode | undefined {
  const right = withoutGroup(node.right)
  return node.op === 'match' && isCall(right, 'text', 'query') ? right.args[0] : undefined
}

/** What a term looks for that is `… match text::query("…")` or `text::query("…")` and nothing else, as `soughtText`. */
export function soughtBy(term: ExprNode): SoughtText | undefined {
  const node = withoutGroup(term)
  if (node.type === 'OpCall') {
    const words = soughtWords(node)
    return words && soughtText(node.left, words)
  }
  const [words] = isCall(node, 'text', 'query') ? node.args : []
  return words && soughtText({ type: 'This' }, words)
}

/**
 * What `… match text::query("…")` looks for, and where, when both are known. Where nothing must be there, an attribute that
 * is missing and one that is empty are two things: that is undefined.
 */
export function soughtText(text: ExprNode, words: ExprNode): SoughtText | undefined {
  if (words.type !== 'Value' || typeof words.value !== 'string') return undefined
  const terms = parseTextQuery(words.value)
  const paths = terms.all.length === 0 ? undefined : textPathsOf(text)
  return paths && new SoughtText(terms, paths)
}
