import type { ExprNode } from 'groq-js'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { attributePathOf } from './attributePaths.ts'
import { dateMargin } from './conditionValues.ts'
import { isIndependent } from './outlook.ts'
import { exact, nothing, type TermConditions, type WaitingCondition, wide } from './waitingConditions.ts'

type Comparison = '<' | '<=' | '>' | '>='

/** `attribute < key` and its like */
export function ofComparison(
  attribute: ExprNode,
  operator: Comparison,
  key: ExprNode,
): TermConditions | undefined {
  const path = attributePathOf(attribute)
  if (path !== undefined) {
    return exact(key, (value) => {
      return typeof value === 'string' ? { by: 'date', path, operator, value } : undefined
    })
  }
  const inner = withoutGroup(attribute)
  const [date] = isCall(inner, 'global', 'dateTime') ? inner.args : []
  const datePath = date && attributePathOf(date)
  if (datePath === undefined) return undefined
  return wide(key, (value) => {
    const bound = dateMargin(value, operator)
    return bound === undefined ? undefined : { by: 'date', path: datePath, operator, value: bound }
  })
}

/** `attribute in from..to` */
export function ofRange({
  base,
  left,
  right,
  isInclusive,
}: ExprNode & { type: 'InRange' }): TermConditions | undefined {
  const path = attributePathOf(base)
  return path === undefined ? undefined : bothEnds(path, left, right, isInclusive ? '<=' : '<')
}

/** What is at the path is not before the one and not behind the other. */
export function bothEnds(
  path: string,
  from: ExprNode,
  to: ExprNode,
  operator: '<' | '<=',
): TermConditions | undefined {
  if (!isIndependent(from) || !isIndependent(to)) return undefined
  const end = (key: ExprNode, comparison: Comparison): WaitingCondition => ({
    key,
    toCondition: (value) =>
      typeof value === 'string' ? { by: 'date', path, operator: comparison, value } : undefined,
  })
  return { kind: 'all', conditions: [end(from, '>='), end(to, operator)], exact: true }
}

/** `defined(attribute)` */
export function ofDefined(node: ExprNode): TermConditions | undefined {
  const path = attributePathOf(node)
  return path === undefined ? undefined : exact(nothing, () => ({ by: 'defined', path }))
}
