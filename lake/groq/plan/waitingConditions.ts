import type { ExprNode } from 'groq-js'
import type { Condition } from '../../store/selection.ts'
import type { Perspective } from '../perspective.ts'
import { stringsOf } from './conditionValues.ts'
import { isIndependent } from './outlook.ts'

/** A condition that waits for a value: that of `key`, the same for every document that the filter looks at. */
export interface WaitingCondition {
  key: ExprNode
  /** Undefined when the value is none that an index can be asked for. */
  toCondition: (value: unknown, perspective: Perspective) => Condition | undefined
  asksForType?: boolean
}

/** What an index can say of a term of a filter. */
export type TermConditions =
  /** All of them hold where the term is true; `exact`: and it is true where they hold. */
  | { kind: 'all'; conditions: readonly WaitingCondition[]; exact: boolean }
  /** The terms of one of the alternatives are true where the term is. */
  | { kind: 'any'; alternatives: readonly (readonly TermConditions[])[] }

/** Stands where a condition waits for no value. */
export const nothing: ExprNode = { type: 'Value', value: null }

type ToCondition = WaitingCondition['toCondition']

/** One condition for a term; undefined where its value is another one for each document. */
export function exact(key: ExprNode, toCondition: ToCondition, isExact = true): TermConditions | undefined {
  return isIndependent(key) ? { kind: 'all', conditions: [{ key, toCondition }], exact: isExact } : undefined
}

/** The condition holds of more documents than the term is true of. */
export function wide(key: ExprNode, toCondition: ToCondition): TermConditions | undefined {
  return exact(key, toCondition, false)
}

/** Undefined for all but a string: `null == null` is true of documents that no index knows. */
export function ofStrings(
  value: unknown,
  toCondition: (strings: string[]) => Condition,
): Condition | undefined {
  return typeof value === 'string' ? toCondition([value]) : undefined
}

/** Undefined when the list has anything but strings in it, `null` above all. */
export function ofAll(value: unknown, toCondition: (strings: string[]) => Condition): Condition | undefined {
  const strings = stringsOf(value)
  const all = Array.isArray(value) && strings.length === value.length
  return all ? toCondition(strings) : undefined
}
