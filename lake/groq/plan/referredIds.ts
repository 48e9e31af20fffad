import type { ExprNode } from 'groq-js'
import { isCall } from '../syntaxTree.ts'
import { stringsOf } from './conditionValues.ts'

/** The ids of a call of `references()`, where they are the same for every document; undefined for anything else. */
export function referredIds(node: ExprNode): readonly string[] | undefined {
  if (!isCall(node, 'global', 'references')) return undefined
  const ids = node.args.map((argument) => (argument.type === 'Value' ? stringsOf(argument.value) : undefined))
  return ids.every((each) => each !== undefined) ? ids.flat() : undefined
}
