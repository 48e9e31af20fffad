import { isRecord } from '../../store/isRecord.ts'
import type { QueryDocument } from '../run/documentSource.ts'

/** Where an object of a dataset stands. */
export interface Place {
  /** The stored id, not the one that a perspective shows. */
  documentId: string
  documentType: string
  path: readonly PathSegment[]
}

export type PathSegment = string | { index: number; key: string | undefined }

const places = new WeakMap<object, Place>()

/** Where the object or list stands in the dataset; undefined when a query has built it. */
export function placeOf(value: object): Place | undefined {
  return places.get(value)
}

/** Makes all objects inside the document known. Documents never change, so each is gone through once. */
export function registerPlaces(document: QueryDocument): void {
  if (places.has(document)) return
  const documentId = typeof document._originalId === 'string' ? document._originalId : document._id
  register(document, { documentId, documentType: document._type, path: [] })
}

function register(value: unknown, place: Place): void {
  if (typeof value !== 'object' || value === null) return
  places.set(value, place)
  if (Array.isArray(value)) {
    value.forEach((element, index) => {
      const key = isRecord(element) && typeof element._key === 'string' ? element._key : undefined
      register(element, { ...place, path: [...place.path, { index, key }] })
    })
    return
  }
  for (const [name, field] of Object.entries(value))
    register(field, { ...place, path: [...place.path, name] })
}
