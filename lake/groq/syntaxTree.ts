import type { ExprNode } from 'groq-js'
import { isRecord } from '../store/isRecord.ts'

/** Whether a part of a syntax tree is a node of it. */
export function isNode(value: unknown): value is ExprNode {
  return isRecord(value) && typeof value.type === 'string'
}

/** The nodes directly below one, also those inside object attributes and array elements. */
export function childrenOf(node: object): ExprNode[] {
  const children: ExprNode[] = []
  if (isNode(node) && node.type === 'Value') return children
  for (const name in node) {
    const part: unknown = Reflect.get(node, name)
    if (Array.isArray(part)) children.push(...part.filter(isNode))
    else if (isNode(part)) children.push(part)
  }
  return children
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
  for (const name in node) {
    const part: unknown = node[name]
    if (Array.isArray(part)) {
      const mapped = part.map((element: unknown) => (isNode(element) ? change(element) : element))
      Reflect.set(copy, name, mapped)
    } else if (isNode(part)) Reflect.set(copy, name, change(part))
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
