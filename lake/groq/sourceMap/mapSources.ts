import { isRecord } from '../../store/isRecord.ts'
import type { CompiledQuery } from '../plan/compileQuery.ts'
import type { Dependencies } from '../run/dependencies.ts'
import type { DocumentSource } from '../run/documentSource.ts'
import { evaluateQuery } from '../run/evaluateQuery.ts'
import type { EvaluationScope } from '../run/evaluation.ts'
import { isHidden, parseOrigin } from './instrument.ts'
import { type PathSegment, type Place, placeOf, registerPlaces } from './places.ts'
import { SourceMap } from './sourceMap.ts'

/** How the path of a source names an element of a list: by place, or by `_key` where it has one. */
export type Selector = 'full' | 'withKeyArraySelector'

export interface MappedAnswer {
  result: unknown
  map: object
  dependencies: Dependencies
}

/**
 * Evaluates a query that was compiled with `instrument` and says which value of the answer came from which field
 * of which document: Sanity's content source map. Values that a query makes (`pt::text`, sums) have no source.
 */
export function mapSources(
  query: CompiledQuery,
  source: DocumentSource,
  scope: EvaluationScope,
  selector: Selector,
): MappedAnswer {
  const { result: built, dependencies } = evaluateQuery(query, source, scope, registerPlaces)
  const map = new SourceMap(selector)
  const result = isRecord(built) ? copyField(built, 'result', [], map) : null
  return { result, map: map.toJSON(), dependencies }
}

type ResultPath = readonly (string | number)[]

/** A copy of a built value without the hidden attributes, whose knowledge goes into the map. */
function copyValue(value: unknown, path: ResultPath, map: SourceMap): unknown {
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

function copyField(owner: Record<string, unknown>, name: string, path: ResultPath, map: SourceMap): unknown {
  const value = owner[name]
  if (Array.isArray(value) && !placeOf(value)) {
    return value.map((element: unknown, index) =>
      copyElement(owner, { name, element, index }, [...path, index], map),
    )
  }
  if (typeof value === 'object') return copyValue(value, path, map)
  const origin = originOf(owner, name, value)
  if (origin) map.add(path, origin.place, [...origin.place.path, origin.field])
  return value
}

/** An element of a list that was built: of bare values, the list of what they were read from runs beside it. */
function copyElement(
  owner: Record<string, unknown>,
  { name, element, index }: { name: string; element: unknown; index: number },
  path: ResultPath,
  map: SourceMap,
): unknown {
  if (typeof element === 'object') return copyValue(element, path, map)
  const origin = originOf(owner, name, element, index)
  if (origin) map.add(path, origin.place, [...origin.place.path, origin.field])
  return element
}

/** The last hidden attribute that has this very value in its field: what stands later in a projection overrides. */
function originOf(
  owner: Record<string, unknown>,
  name: string,
  value: unknown,
  index?: number,
): { place: Place; field: PathSegment } | undefined {
  for (const [hiddenName, held] of Object.entries(owner).reverse()) {
    if (!isHidden(hiddenName)) continue
    const base: unknown = Array.isArray(held) && index !== undefined ? held[index] : held
    if (!isRecord(base)) continue
    const { attribute, field = name } = parseOrigin(hiddenName)
    // A score is not the document's, though a copy of the document carries it.
    if (field === '_score' || (attribute !== undefined && attribute !== name)) continue
    const place = placeOf(base)
    if (place && Object.hasOwn(base, field) && base[field] === value) return { place, field }
  }
  return undefined
}
