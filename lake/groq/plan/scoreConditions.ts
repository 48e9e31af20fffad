import type { ExprNode } from 'groq-js'
import { conjuncts, isCall, withoutGroup } from '../syntaxTree.ts'
import { fieldsWritten, isWritten } from './attributePaths.ts'
import { tokensOf, toMatchParts } from './conditionValues.ts'
import type { Step } from './take.ts'
import { conditionsOf } from './termConditions.ts'
import type { TermConditions } from './waitingConditions.ts'

/** Each is a list of terms that are all true of a document that scores. */
type Alternatives = readonly (readonly TermConditions[])[]

const mostAlternatives = 32

/** What is known of documents that `score(a, b)[_score > 0]` leaves; undefined when they may be any. */
export function scoreConditions(steps: readonly Step[]): TermConditions | undefined {
  const [score, ...others] = steps
  if (score?.kind !== 'score' || !keepsPositive(others)) return undefined
  const alternatives = joined(score.args.map(({ node }) => alternativesOf(node)))
  return alternatives && { kind: 'any', alternatives }
}

function keepsPositive(steps: readonly Step[]): boolean {
  const firstMade = steps.findIndex(({ kind }) => kind !== 'filter')
  const filters = firstMade === -1 ? steps : steps.slice(0, firstMade)
  return filters.some((step) => step.kind === 'filter' && conjuncts(step.expr).some(isPositiveScore))
}

function isPositiveScore(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== '>') return false
  const { left, right } = node
  const isScore =
    left.type === 'AccessAttribute' &&
    left.name === '_score' &&
    (left.base ?? { type: 'This' }).type === 'This'
  return isScore && right.type === 'Value' && typeof right.value === 'number' && right.value >= 0
}

/** groq-js scores the operands of `&&`, `||` and `boost()`, and every word of a `match` by itself. */
function alternativesOf(node: ExprNode): Alternatives | undefined {
  if (node.type === 'Or') return joined([alternativesOf(node.left), alternativesOf(node.right)])
  if (node.type === 'And') return both(alternativesOf(node.left), alternativesOf(node.right))
  if (isCall(node, 'global', 'boost')) return node.args[0] && alternativesOf(node.args[0])
  if (node.type === 'OpCall' && node.op === 'match' && !isCall(withoutGroup(node.right), 'text', 'query')) {
    return wordsOf(node)
  }
  const known = conditionsOf(node)
  if (known?.kind === 'any') return known.alternatives
  return known && [[known]]
}

function wordsOf({ left, right }: ExprNode & { type: 'OpCall' }): Alternatives | undefined {
  const inner = withoutGroup(right)
  if (inner.type !== 'Value' || !isWritten(left)) return undefined
  const parts = toMatchParts(inner.value)
  if (parts?.length !== tokensOf(inner.value).length) return undefined
  const fields = fieldsWritten(left)
  return parts.map((part) => [
    {
      kind: 'all',
      conditions: [{ key: inner, toCondition: () => ({ by: 'text', kind: 'tokens', all: [part], fields }) }],
      exact: false,
    },
  ])
}

function joined(several: readonly (Alternatives | undefined)[]): Alternatives | undefined {
  const known = several.filter((alternatives) => alternatives !== undefined)
  return known.length === several.length ? bounded(known.flat()) : undefined
}

function both(one: Alternatives | undefined, other: Alternatives | undefined): Alternatives | undefined {
  if (!one || !other) return one ?? other
  return bounded(one.flatMap((terms) => other.map((more) => [...terms, ...more])))
}

function bounded(alternatives: Alternatives): Alternatives | undefined {
  return alternatives.length > mostAlternatives ? undefined : alternatives
}
