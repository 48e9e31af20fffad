import type { ExprNode } from 'groq-js'
import { parseTextQuery } from '../searchText.ts'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { fieldsWritten, isSearched, isWritten } from './attributePaths.ts'
import { toMatchParts } from './conditionValues.ts'
import { type TermConditions, wide } from './waitingConditions.ts'

/** `text match pattern` */
export function ofMatch(text: ExprNode, pattern: ExprNode): TermConditions | undefined {
  const inner = withoutGroup(pattern)
  const [words] = isCall(inner, 'text', 'query') ? inner.args : []
  if (words) return isSearched(text) ? ofSearch(words) : undefined
  if (!isWritten(text)) return undefined
  return wide(pattern, (value) => {
    const all = toMatchParts(value)
    return all && { by: 'text', kind: 'tokens', all, fields: fieldsWritten(text) }
  })
}

/** `text::query(words)` */
export function ofSearch(words: ExprNode): TermConditions | undefined {
  return wide(words, (value) => {
    const { all } = parseTextQuery(typeof value === 'string' ? value : '')
    return all.length === 0 ? undefined : { by: 'text', kind: 'words', all }
  })
}
