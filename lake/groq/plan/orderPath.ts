import type { ExprNode } from 'groq-js'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { attributePathOf } from './attributePaths.ts'
import type { OrderKey, OrderPath, Step } from './take.ts'

/** Which attribute of the documents themselves an order goes by, through whatever was made of them before. */
export function orderPathOf(order: readonly OrderKey[], steps: readonly Step[]): OrderPath | undefined {
  const [first] = order
  if (!first) return undefined
  let key: ExprNode | undefined = first.key
  for (const step of steps.toReversed()) {
    if (step.kind === 'flatMap') return undefined
    if (step.kind === 'map') key = key && seenThrough(step.expr, key)
  }
  const path = key && attributePathOf(first.descending ? firstChoiceOf(key) : key)
  return path === undefined || path === '_score'
    ? undefined
    : { path, direction: first.descending ? 'desc' : 'asc' }
}

/**
 * `a` of `coalesce(a, b)`. Descending, an index of `a` has those without it first, whose place `b` decides, and then the
 * others by `a`: whoever walks it has met all that can come before what it has come to. Ascending it has them last.
 */
function firstChoiceOf(key: ExprNode): ExprNode {
  const inner = withoutGroup(key)
  const [first] = isCall(inner, 'global', 'coalesce') ? inner.args : []
  return first ?? key
}

/** What an expression about a projected object is of the object that was projected. */
function seenThrough(projection: ExprNode, key: ExprNode): ExprNode | undefined {
  const made = withoutGroup(projection)
  if (made.type !== 'Projection' || withoutGroup(made.base).type !== 'This') return undefined
  return substituted(withoutGroup(key), made.expr)
}

function substituted(key: ExprNode, made: ExprNode): ExprNode | undefined {
  if (key.type === 'AccessElement') {
    const list = substituted(withoutGroup(key.base), made)
    if (list?.type !== 'Array' || list.elements.some(({ isSplat }) => isSplat)) return undefined
    return list.elements[key.index]?.value
  }
  if (key.type !== 'AccessAttribute') return undefined
  const base = key.base && withoutGroup(key.base)
  if (!base || base.type === 'This') return attributeOf(made, key.name)
  const owner = substituted(base, made)
  if (owner?.type === 'Object') return attributeOf(owner, key.name)
  return owner?.type === 'AccessAttribute' ? { ...key, base: owner } : undefined
}

function attributeOf(made: ExprNode, name: string): ExprNode | undefined {
  if (made.type !== 'Object') return undefined
  for (const attribute of made.attributes.toReversed()) {
    if (attribute.type === 'ObjectConditionalSplat') return undefined
    if (attribute.type === 'ObjectSplat') {
      const isWhole = withoutGroup(attribute.value).type === 'This'
      return isWhole ? { type: 'AccessAttribute', name } : undefined
    }
    if (attribute.name === name) return withoutGroup(attribute.value)
  }
  return undefined
}
