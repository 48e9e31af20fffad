import { evaluateSync, parse } from 'groq-js'
import { isReadable } from '../../../lake/auth/access.ts'
import type { SanityDocument } from '../../../lake/context.ts'
import { documentInPerspective, groupOf, isInPerspective } from '../../../lake/groq/perspective.ts'
import { publishedIdOf } from '../../../lake/mutations/documentIds.ts'
import { isDocument } from '../../../lake/store/documents.ts'
import { toOutward } from '../../../lake/store/outward.ts'
import type { Condition, DatasetScope, Selection } from '../../../lake/store/selection.ts'

/** What a scope shows, found by looking at every document; in the order of ids. */
export function documentsOf(
  stored: ReadonlyMap<string, SanityDocument>,
  { perspective, reach }: DatasetScope,
  publicUrl: string,
): SanityDocument[] {
  const read = (id: string) => {
    const document = stored.get(id)
    return document && isReadable(document, reach) ? toOutward(document, publicUrl) : undefined
  }
  const ids = [...stored.keys()].filter((id) => isInPerspective(perspective, id))
  const groups = [...new Set(ids.map((id) => groupOf(perspective, id)))].sort()
  return groups.flatMap((group) => documentInPerspective(perspective, group, read) ?? [])
}

/** What a selection leaves of them: GROQ itself decides. Texts are left to the test: an index may find more. */
export function select(
  documents: readonly SanityDocument[],
  { conditions, order }: Selection,
): SanityDocument[] {
  const exact = conditions.filter(({ by }) => by !== 'text')
  const left = exact.reduce<readonly SanityDocument[]>(
    (some, condition) =>
      condition.by === 'group'
        ? some.filter((document) => condition.ids.includes(publishedIdOf(storedId(document))))
        : evaluate(`*[${groqOf(condition)}]`, some, valuesOf(condition)),
    documents,
  )
  return order ? evaluate(`*|order(${order.path} ${order.direction})`, left) : [...left]
}

export function evaluate(
  query: string,
  dataset: readonly SanityDocument[],
  value: unknown = null,
): SanityDocument[] {
  const params = { value }
  const { data } = evaluateSync(parse(query, { params }), { dataset, params })
  if (!Array.isArray(data)) throw new TypeError(`${query} answers no list.`)
  return data.filter(isDocument)
}

function storedId({ _id, _originalId }: SanityDocument): string {
  return typeof _originalId === 'string' ? _originalId : _id
}

function groqOf(condition: Condition): string {
  switch (condition.by) {
    case 'type':
      return '_type in $value'
    case 'id':
      return '_id in $value'
    case 'idPrefix':
      return 'string::startsWith(_id, $value)'
    case 'slug':
      return 'slug.current in $value'
    case 'reference':
      if (condition.path === undefined) return 'references($value)'
      return condition.path.includes('[]')
        ? `count((${condition.path}._ref)[@ in $value]) > 0`
        : `${condition.path}._ref in $value`
    case 'date':
      return `${condition.path} ${condition.operator} $value`
    case 'defined':
      return `defined(${condition.path})`
    default:
      throw new TypeError(`${condition.by} is not said in GROQ here.`)
  }
}

function valuesOf(condition: Condition): unknown {
  switch (condition.by) {
    case 'type':
      return condition.types
    case 'id':
      return condition.ids
    case 'idPrefix':
      return condition.prefix
    case 'slug':
      return condition.slugs
    case 'reference':
      return condition.targets
    case 'date':
      return condition.value
    default:
      return null
  }
}
