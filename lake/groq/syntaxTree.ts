import type { ExprNode } from 'groq-js'
import { isRecord } from '../store/documents.ts'

/** Whether a part of a syntax tree is a node of it. */
export function isNode(value: unknown): value is ExprNode {
  return isRecord(value) && typeof value.type === 'string'
}

/** The nodes directly below one, also those inside object attributes and array elements. */
export function childrenOf(node: object): ExprNode[] {
  if (isNode(node) && node.type === 'Value') return []
  return Object.values(node).flatMap((part: unknown) => {
    const parts = Array.isArray(part) ? part : [part]
    return parts.filter(isNode)
  })
}

/** The node and all below it. */
export function* walk(node: ExprNode): Generator<ExprNode> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}

/** A copy of the tree in which `change` has had its way with every child of `node`; values are left alone. */
export function mapChildren<T extends object>(node: T, change: (child: ExprNode) => ExprNode): T {
  if (isNode(node) && node.type === 'Value') return node
  const copy = { ...node }
  for (const [name, part] of Object.entries(node)) {
    const mapped = Array.isArray(part)
      ? part.map((element: unknown) => (isNode(element) ? change(element) : element))
      : isNode(part)
        ? change(part)
        : part
    Object.assign(copy, { [name]: mapped })
  }
  return copy
}

/** Brackets mean nothing once the tree stands. */
export function withoutGroup(node: ExprNode): ExprNode {
  return node.type === 'Group' ? withoutGroup(node.base) : node
}

/** The terms of `a && b && c`. */
export function conjuncts(node: ExprNode): ExprNode[] {
  const inner = withoutGroup(node)
  return inner.type === 'And' ? [...conjuncts(inner.left), ...conjuncts(inner.right)] : [inner]
}

/** The attribute's name when the node reads it straight from the document that is being filtered. */
export function ownAttribute(node: ExprNode): string | undefined {
  const inner = withoutGroup(node)
  if (inner.type !== 'AccessAttribute') return undefined
  return inner.base === undefined || inner.base.type === 'This' ? inner.name : undefined
}

/** The strings of a literal, a parameter's value or a list of them; undefined for anything else. */
export function literalStrings(node: ExprNode): string[] | undefined {
  const inner = withoutGroup(node)
  if (inner.type === 'Value') {
    const values: unknown[] = Array.isArray(inner.value) ? inner.value : [inner.value]
    return values.every((value) => typeof value === 'string') ? values : undefined
  }
  if (inner.type !== 'Array') return undefined
  const strings = inner.elements.map((element) =>
    element.isSplat ? undefined : literalStrings(element.value)?.[0],
  )
  return strings.every((text) => text !== undefined) ? strings : undefined
}
