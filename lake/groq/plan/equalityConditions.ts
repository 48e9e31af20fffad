import { type ExprNode, Path } from 'groq-js'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { attributePathOf, referencePathOf } from './attributePaths.ts'
import { stringsOf } from './conditionValues.ts'
import { bothEnds } from './rangeConditions.ts'
import { exact, ofAll, ofStrings, type TermConditions, wide } from './waitingConditions.ts'

/** `attribute == key` */
export function ofEquality(attribute: ExprNode, key: ExprNode): TermConditions | undefined {
  const reference = referencePathOf(attribute)
  if (reference !== undefined && !reference.includes('[]')) {
    return exact(key, (value) =>
      ofStrings(value, (targets) => ({ by: 'reference', targets, path: reference })),
    )
  }
  const path = attributePathOf(attribute)
  switch (path) {
    case undefined:
      return undefined
    case '_id':
      // Every document has a string there, so that nothing else is ever equal to it.
      return exact(key, (value) => ({ by: 'id', ids: typeof value === 'string' ? [value] : [] }))
    case '_type':
      return ofType(exact(key, (value) => ({ by: 'type', types: typeof value === 'string' ? [value] : [] })))
    case 'slug.current':
      return exact(key, (value) => ofStrings(value, (slugs) => ({ by: 'slug', slugs })))
    default:
      return bothEnds(path, key, key, '<=')
  }
}

/** `element in list` */
export function ofMembership(element: ExprNode, list: ExprNode): TermConditions | undefined {
  const listed = referencePathOf(list)
  if (listed?.includes('[]')) {
    return exact(element, (value) =>
      ofStrings(value, (targets) => ({ by: 'reference', targets, path: listed })),
    )
  }
  const reference = referencePathOf(element)
  if (reference !== undefined && !reference.includes('[]')) {
    return exact(list, (value) => ofAll(value, (targets) => ({ by: 'reference', targets, path: reference })))
  }
  switch (attributePathOf(element)) {
    case '_id':
      return ofIdMembership(list)
    case '_type':
      return ofType(
        exact(list, (value) => (value instanceof Path ? undefined : { by: 'type', types: stringsOf(value) })),
      )
    case 'slug.current':
      return exact(list, (value) => ofAll(value, (slugs) => ({ by: 'slug', slugs })))
    default:
      return undefined
  }
}

function ofType(known: TermConditions | undefined): TermConditions | undefined {
  if (known?.kind !== 'all') return known
  return { ...known, conditions: known.conditions.map((condition) => ({ ...condition, asksForType: true })) }
}

function ofIdMembership(list: ExprNode): TermConditions | undefined {
  const toIds = exact(list, (value) =>
    value instanceof Path ? undefined : { by: 'id', ids: stringsOf(value) },
  )
  if (!isCall(withoutGroup(list), 'global', 'path')) return toIds
  return wide(list, (value) => {
    if (!(value instanceof Path)) return { by: 'id', ids: [] }
    const [start = ''] = value.toJSON().split('*')
    return start === '' ? undefined : { by: 'idPrefix', prefix: start }
  })
}
