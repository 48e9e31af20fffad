import type { ExprNode } from 'groq-js'
import type { SanityDocument } from '../context.ts'
import type { DocumentIndex } from './documentIndex.ts'
import { literalStrings, ownAttribute, walk, withoutGroup } from './syntaxTree.ts'

/** A list of the index that is certain to hold every document for which a term of a filter is true. */
export type WayIn = 'id' | 'type' | 'slug' | 'reference'

/** One term that narrows: by strings known beforehand, or by one that an outer document gives (`^._id`). */
export type Narrowing = { way: WayIn; strings: readonly string[] } | { way: WayIn; outer: ExprNode }

/** What a term of a filter narrows to, or undefined when only a scan can tell. */
export function narrowingOf(term: ExprNode): Narrowing | undefined {
  if (term.type === 'OpCall' && term.op === '==') {
    return byEquality(term.left, term.right) ?? byEquality(term.right, term.left)
  }
  if (term.type === 'OpCall' && term.op === 'in') return byMembership(term.left, term.right)
  const [argument, ...more] = term.type === 'FuncCall' && isReferences(term) ? term.args : []
  return argument && more.length === 0 ? narrowing('reference', argument) : undefined
}

function isReferences(call: ExprNode & { type: 'FuncCall' }): boolean {
  return call.namespace === 'global' && call.name === 'references'
}

function byEquality(attribute: ExprNode, value: ExprNode): Narrowing | undefined {
  const way = wayOf(attribute) ?? (readsRef(attribute) ? 'reference' : undefined)
  return way && narrowing(way, value)
}

function byMembership(element: ExprNode, list: ExprNode): Narrowing | undefined {
  const way = wayOf(element)
  if (way) {
    const strings = literalStrings(list)
    const isList = withoutGroup(list).type === 'Array' || Array.isArray(literalOf(list))
    return strings && isList ? { way, strings } : undefined
  }
  // `$id in countries[]._ref`
  return readsRef(list) ? narrowing('reference', element) : undefined
}

function literalOf(node: ExprNode): unknown {
  const inner = withoutGroup(node)
  return inner.type === 'Value' ? inner.value : undefined
}

function narrowing(way: WayIn, value: ExprNode): Narrowing | undefined {
  const strings = literalStrings(value)
  if (strings) return { way, strings }
  const outer = seenFromOutside(value)
  return outer && { way, outer }
}

function wayOf(node: ExprNode): WayIn | undefined {
  const own = ownAttribute(node)
  if (own === '_id') return 'id'
  if (own === '_type') return 'type'
  const inner = withoutGroup(node)
  const isSlug = inner.type === 'AccessAttribute' && inner.name === 'current' && inner.base
  return isSlug && ownAttribute(isSlug) === 'slug' ? 'slug' : undefined
}

/** Whether the node reads a `_ref` of the filtered document itself: by attributes and lists only, never through `->`. */
function readsRef(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  const plain = [...walk(inner)].every((part) =>
    ['AccessAttribute', 'ArrayCoerce', 'Map', 'FlatMap', 'This', 'Group'].includes(part.type),
  )
  return plain && endsInRef(inner)
}

function endsInRef(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  if (inner.type === 'AccessAttribute') return inner.name === '_ref'
  return (inner.type === 'Map' || inner.type === 'FlatMap') && endsInRef(inner.expr)
}

/** `^.a.b` as the scope around the filter says it, `@.a.b`; undefined for anything that is not such a path. */
function seenFromOutside(node: ExprNode): ExprNode | undefined {
  const inner = withoutGroup(node)
  if (inner.type === 'Parent') return inner.n === 1 ? { type: 'This' } : { type: 'Parent', n: inner.n - 1 }
  if (inner.type !== 'AccessAttribute' || !inner.base) return undefined
  const base = seenFromOutside(inner.base)
  return base && { type: 'AccessAttribute', base, name: inner.name }
}

/** The documents that a narrowing leaves, in the order of ids. */
export function candidatesOf(
  index: DocumentIndex,
  way: WayIn,
  strings: readonly string[],
): readonly SanityDocument[] {
  switch (way) {
    case 'id':
      return index.ofIds(strings)
    case 'type':
      return index.ofTypes(strings)
    case 'slug':
      return index.ofSlugs(strings)
    case 'reference':
      return index.referringTo(strings)
  }
}
