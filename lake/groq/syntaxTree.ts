import type { ExprNode } from 'groq-js'
import { isRecord } from '../store/isRecord.ts'

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

/** The node and all below it. Keeps its own stack, for a tree may be deeper than the thread's. */
export function* walk(node: ExprNode): Generator<ExprNode> {
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (const child of childrenOf(next).reverse()) waiting.push(child)
  }
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
  let inner = node
  while (inner.type === 'Group') inner = inner.base
  return inner
}

/** The terms of `a && b && c`, from left to right. */
export function conjuncts(node: ExprNode): ExprNode[] {
  return partsOf(node, 'And')
}

/** The terms of `a || b || c`, from left to right. */
export function disjuncts(node: ExprNode): ExprNode[] {
  return partsOf(node, 'Or')
}

function partsOf(node: ExprNode, kind: 'And' | 'Or'): ExprNode[] {
  const parts: ExprNode[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inner = withoutGroup(next)
    if (inner.type === kind) waiting.push(inner.right, inner.left)
    else parts.push(inner)
  }
  return parts
}

/** Whether the node calls the function `namespace::name`. */
export function isCall(
  node: ExprNode,
  namespace: string,
  name: string,
): node is ExprNode & { type: 'FuncCall' } {
  return node.type === 'FuncCall' && node.namespace === namespace && node.name === name
}
