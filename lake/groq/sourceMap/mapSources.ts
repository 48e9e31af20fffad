import { isRecord } from '../../store/documents.ts'
import type { CompiledQuery } from '../compiledQuery.ts'
import { type Evaluation, type EvaluationScope, evaluateQuery } from '../evaluateQuery.ts'
import { instrument, isHidden, parseOrigin } from './instrument.ts'
import { type PathSegment, type Place, placeOf, registerPlaces } from './places.ts'
import { SourceMap } from './sourceMap.ts'

/** How the path of a source names an element of a list: by place, or by `_key` where it has one. */
export type Selector = 'full' | 'withKeyArraySelector'

/**
 * Evaluates a query and says which value of the answer came from which field of which document: Sanity's
 * content source map. Values that a query makes (`pt::text`, sums, lists of bare strings) have no source.
 */
export function mapSources(
  query: CompiledQuery,
  scope: EvaluationScope,
  selector: Selector,
): { evaluation: Evaluation; sourceMap: object } {
  registerPlaces(scope.index.all.list)
  const evaluation = evaluateQuery({ ...query, tree: instrument(query.tree) }, scope)
  const map = new SourceMap(selector)
  const built = evaluation.result
  const result = isRecord(built) ? copyField(built, 'result', [], map) : null
  return { evaluation: { ...evaluation, result }, sourceMap: map.toJSON() }
}

/** A copy of a built value without the hidden attributes, whose knowledge goes into the map. */
function copyValue(value: unknown, path: readonly (string | number)[], map: SourceMap): unknown {
  if (typeof value !== 'object' || value === null) return value
  const place = placeOf(value)
  if (place) {
    map.add(path, place, place.path)
    return value
  }
  if (Array.isArray(value)) return value.map((element, index) => copyValue(element, [...path, index], map))
  // Dates and patterns know how they are written.
  if (!isRecord(value) || 'toJSON' in value) return value
  const visible = Object.keys(value).filter((name) => !isHidden(name))
  return Object.fromEntries(visible.map((name) => [name, copyField(value, name, [...path, name], map)]))
}

function copyField(
  owner: Record<string, unknown>,
  name: string,
  path: readonly (string | number)[],
  map: SourceMap,
): unknown {
  const value = owner[name]
  if (typeof value === 'object') return copyValue(value, path, map)
  const origin = originOf(owner, name, value)
  if (origin) map.add(path, origin.place, [...origin.place.path, origin.field])
  return value
}

/** The last hidden attribute that has this very value in its field: what stands later in a projection overrides. */
function originOf(
  owner: Record<string, unknown>,
  name: string,
  value: unknown,
): { place: Place; field: PathSegment } | undefined {
  for (const [hiddenName, base] of Object.entries(owner).reverse()) {
    if (!isHidden(hiddenName) || !isRecord(base)) continue
    const { attribute, field = name } = parseOrigin(hiddenName)
    if (attribute !== undefined && attribute !== name) continue
    const place = placeOf(base)
    if (place && Object.hasOwn(base, field) && base[field] === value) return { place, field }
  }
  return undefined
}
