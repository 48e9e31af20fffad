import type { ExprNode } from 'groq-js'
import { isCall, withoutGroup } from '../syntaxTree.ts'

/** Names that can stand in a path without being taken for something else. */
const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/

/** `a.b.c` of the document that is being looked at; undefined for anything but attributes of attributes. */
export function attributePathOf(node: ExprNode): string | undefined {
  const path = pathOf(node)
  return path !== undefined && path !== '' && !path.includes('[]') ? path : undefined
}

/** `a` and `a[].b` for expressions that end in `._ref`: where references stand. */
export function referencePathOf(node: ExprNode): string | undefined {
  const path = pathOf(node)
  return path?.endsWith('._ref') ? path.slice(0, -'._ref'.length) : undefined
}

/** The path of an expression that goes by attributes and lists only, `[]` for every element of a list. */
function pathOf(node: ExprNode): string | undefined {
  const inner = withoutGroup(node)
  switch (inner.type) {
    case 'This':
      return ''
    case 'AccessAttribute': {
      const base = inner.base ? pathOf(inner.base) : ''
      // An attribute of a list is nothing: only Map goes into its elements.
      if (base === undefined || base.endsWith('[]') || !plainName.test(inner.name)) return undefined
      return base === '' ? inner.name : `${base}.${inner.name}`
    }
    case 'ArrayCoerce': {
      const base = pathOf(inner.base)
      return base === undefined || base === '' || base.endsWith('[]') ? undefined : `${base}[]`
    }
    case 'Map':
    case 'FlatMap': {
      const base = pathOf(inner.base)
      const rest = pathOf(inner.expr)
      return base?.endsWith('[]') && rest ? `${base}.${rest}` : undefined
    }
    default:
      return undefined
  }
}

/**
 * Whether every string that the expression gives stands in the document where the index of words has looked:
 * in no field whose name begins with `_`, and as it is written there.
 */
export function isWritten(node: ExprNode): boolean {
  const path = pathOf(node)
  if (path !== undefined) return !path.split('.').some((name) => name.startsWith('_'))
  const inner = withoutGroup(node)
  // The index knows the words of a block of Portable Text as its spans spell them together.
  if (isCall(inner, 'pt', 'text')) return inner.args.every(isWritten)
  return inner.type === 'Array' && inner.elements.every(({ value }) => isWritten(value))
}

/** The paths of an expression that has nothing but those of such strings, or the id, in it; `''` is the document. */
export function textPathsOf(node: ExprNode): readonly string[] | undefined {
  const inner = withoutGroup(node)
  const path = pathOf(inner)
  if (path !== undefined) return path === '_id' || isWritten(inner) ? [path] : undefined
  if (inner.type !== 'Array') return undefined
  const parts = inner.elements.map(({ value, isSplat }) => (isSplat ? undefined : textPathsOf(value)))
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/** The attributes at the top below which such strings stand; none where they may stand anywhere. */
export function fieldsWritten(node: ExprNode): readonly string[] {
  const path = pathOf(node)
  if (path !== undefined) return path.split(/[.[]/).slice(0, path === '' ? 0 : 1)
  const inner = withoutGroup(node)
  const parts = inner.type === 'Array' ? inner.elements.map(({ value }) => value) : []
  const fields = (isCall(inner, 'pt', 'text') ? inner.args : parts).map(fieldsWritten)
  return fields.every(({ length }) => length > 0) ? fields.flat() : []
}

/** The same for `text::query`, which the index knows the words of the id for, too: `[@, _id]`. */
export function isSearched(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  if (attributePathOf(inner) === '_id' || isWritten(inner)) return true
  return inner.type === 'Array' && inner.elements.every(({ value }) => isSearched(value))
}
