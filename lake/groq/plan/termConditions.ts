import { type ExprNode, Path } from 'groq-js'
import { publishedIdOf } from '../../mutations/documentIds.ts'
import type { Condition } from '../../store/selection.ts'
import type { Perspective } from '../perspective.ts'
import { parseTextQuery } from '../searchText.ts'
import { conjuncts, disjuncts, isCall, withoutGroup } from '../syntaxTree.ts'
import { attributePathOf, fieldsWritten, isSearched, isWritten, referencePathOf } from './attributePaths.ts'
import { dateMargin, stringsOf, toMatchParts } from './conditionValues.ts'
import { isIndependent } from './outlook.ts'

/** A condition that waits for a value: that of `key`, the same for every document that the filter looks at. */
export interface WaitingCondition {
  key: ExprNode
  /** Undefined when the value is none that an index can be asked for. */
  toCondition: (value: unknown, perspective: Perspective) => Condition | undefined
  asksForType?: boolean
}

/** What an index can say of a term of a filter. */
export type TermConditions =
  /** All of them hold where the term is true; `exact`: and it is true where they hold. */
  | { kind: 'all'; conditions: readonly WaitingCondition[]; exact: boolean }
  /** The terms of one of the alternatives are true where the term is. */
  | { kind: 'any'; alternatives: readonly (readonly TermConditions[])[] }

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

const nothing: ExprNode = { type: 'Value', value: null }

type ToCondition = WaitingCondition['toCondition']

function exact(key: ExprNode, toCondition: ToCondition, isExact = true): TermConditions | undefined {
  return isIndependent(key) ? { kind: 'all', conditions: [{ key, toCondition }], exact: isExact } : undefined
}

/** The condition holds of more documents than the term is true of. */
function wide(key: ExprNode, toCondition: ToCondition): TermConditions | undefined {
  return exact(key, toCondition, false)
}

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

function ofEquality(attribute: ExprNode, key: ExprNode): TermConditions | undefined {
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

/** Undefined for all but a string: `null == null` is true of documents that no index knows. */
function ofStrings(value: unknown, toCondition: (strings: string[]) => Condition): Condition | undefined {
  return typeof value === 'string' ? toCondition([value]) : undefined
}

function ofMembership(element: ExprNode, list: ExprNode): TermConditions | undefined {
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

/** Undefined when the list has anything but strings in it, `null` above all. */
function ofAll(value: unknown, toCondition: (strings: string[]) => Condition): Condition | undefined {
  const strings = stringsOf(value)
  const all = Array.isArray(value) && strings.length === value.length
  return all ? toCondition(strings) : undefined
}

type Comparison = '<' | '<=' | '>' | '>='

function ofComparison(attribute: ExprNode, operator: Comparison, key: ExprNode): TermConditions | undefined {
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

function ofRange({
  base,
  left,
  right,
  isInclusive,
}: ExprNode & { type: 'InRange' }): TermConditions | undefined {
  const path = attributePathOf(base)
  return path === undefined ? undefined : bothEnds(path, left, right, isInclusive ? '<=' : '<')
}

function bothEnds(
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

function ofDefined(node: ExprNode): TermConditions | undefined {
  const path = attributePathOf(node)
  return path === undefined ? undefined : exact(nothing, () => ({ by: 'defined', path }))
}

function ofMatch(text: ExprNode, pattern: ExprNode): TermConditions | undefined {
  const inner = withoutGroup(pattern)
  const [words] = isCall(inner, 'text', 'query') ? inner.args : []
  if (words) return isSearched(text) ? ofSearch(words) : undefined
  if (!isWritten(text)) return undefined
  return wide(pattern, (value) => {
    const all = toMatchParts(value)
    return all && { by: 'text', kind: 'tokens', all, fields: fieldsWritten(text) }
  })
}

function ofSearch(words: ExprNode): TermConditions | undefined {
  return wide(words, (value) => {
    const { all } = parseTextQuery(typeof value === 'string' ? value : '')
    return all.length === 0 ? undefined : { by: 'text', kind: 'words', all }
  })
}

function ofCall(call: ExprNode & { type: 'FuncCall' }): TermConditions | undefined {
  const [argument] = call.args
  if (!argument) return undefined
  switch (`${call.namespace}::${call.name}`) {
    case 'global::defined':
      return ofDefined(argument)
    case 'global::references':
      return ofReferences(call.args)
    case 'text::query':
      return ofSearch(argument)
    case 'sanity::versionOf':
      return wide(argument, (value, perspective) => {
        const ids = typeof value === 'string' ? [value, publishedIdOf(value)] : []
        return perspective === 'raw' ? { by: 'group', ids } : { by: 'id', ids }
      })
    case 'sanity::partOfRelease':
      return wide(argument, (value) =>
        typeof value === 'string' ? { by: 'idPrefix', prefix: `versions.${value}.` } : { by: 'id', ids: [] },
      )
    case 'string::startsWith':
      return ofStart(argument, call.args[1])
    default:
      return undefined
  }
}

function ofReferences(args: readonly ExprNode[]): TermConditions | undefined {
  const elements = args.map((value) => ({ type: 'ArrayElement' as const, value, isSplat: false }))
  return exact({ type: 'Array', elements }, (value) => ({
    by: 'reference',
    targets: Array.isArray(value) ? value.flatMap(stringsOf) : [],
  }))
}

function ofStart(text: ExprNode, start: ExprNode | undefined): TermConditions | undefined {
  if (!start || attributePathOf(text) !== '_id') return undefined
  return wide(start, (value) => (value === '' ? undefined : toStart(value)))
}

function toStart(value: unknown): Condition {
  return typeof value === 'string' ? { by: 'idPrefix', prefix: value } : { by: 'id', ids: [] }
}

function isNull(node: ExprNode): boolean {
  const inner = withoutGroup(node)
  return inner.type === 'Value' && inner.value === null
}
