import type { ExprNode } from 'groq-js'
import { conjuncts, disjuncts, withoutGroup } from '../syntaxTree.ts'
import { ofCall } from './callConditions.ts'
import { ofEquality, ofMembership } from './equalityConditions.ts'
import { ofComparison, ofDefined, ofRange } from './rangeConditions.ts'
import { ofMatch } from './textConditions.ts'
import { exact, nothing, type TermConditions } from './waitingConditions.ts'

/** What indexes can say of a term, or undefined when only the documents can tell. */
export function conditionsOf(term: ExprNode): TermConditions | undefined {
  const inner = withoutGroup(term)
  switch (inner.type) {
    case 'Value':
      if (inner.value === true) return { kind: 'all', conditions: [], exact: true }
      return exact(nothing, () => ({ by: 'type', types: [] }))
    case 'Or':
      return anyOf(disjuncts(inner).map(conjuncts))
    case 'OpCall':
      return ofOperator(inner)
    case 'InRange':
      return ofRange(inner)
    case 'FuncCall':
      return ofCall(inner)
    default:
      return undefined
  }
}

/** Documents of which one of the alternatives is true; undefined when one of them can only be told by looking. */
function anyOf(alternatives: readonly (readonly ExprNode[])[]): TermConditions | undefined {
  const known = alternatives.map((terms) => terms.map((term) => conditionsOf(term) ?? unknown))
  const leads = known.every((terms) => terms.some((term) => term !== unknown))
  return leads ? { kind: 'any', alternatives: known } : undefined
}

/** A term that only the documents can tell about. */
const unknown: TermConditions = { kind: 'all', conditions: [], exact: false }

function ofOperator(node: ExprNode & { type: 'OpCall' }): TermConditions | undefined {
  const { op, left, right } = node
  switch (op) {
    case '==':
      return ofEquality(left, right) ?? ofEquality(right, left)
    case '!=':
      return isNull(right) ? ofDefined(left) : isNull(left) ? ofDefined(right) : undefined
    case 'in':
      return ofMembership(left, right)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ofComparison(left, op, right) ?? ofComparison(right, mirrored[op], left)
    case 'match':
      return ofMatch(left, right)
    default:
      return undefined
  }
}

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

function isNull(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  return inner.type === 'Value' && inner.value === null
}
