import type { ExprNode } from 'groq-js'
import { parseTextQuery } from '../searchText.ts'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { textPathsOf } from './attributePaths.ts'

/** What `text::query` is given in `… match text::query(…)`. */
export function soughtWords(node: ExprNode & { type: 'OpCall' }): ExprNode | undefined {
  const right = withoutGroup(node.right)
  return node.op === 'match' && isCall(right, 'text', 'query') ? right.args[0] : undefined
}

/**
 * The paths below which a document must have words that are known, for `… match text::query("…")` to hold. Where nothing
 * must be there, an attribute that is missing and one that is empty are two things: that is undefined.
 */
export function soughtPaths(text: ExprNode, words: ExprNode): readonly string[] | undefined {
  if (words.type !== 'Value' || typeof words.value !== 'string') return undefined
  return parseTextQuery(words.value).all.length === 0 ? undefined : textPathsOf(text)
}
