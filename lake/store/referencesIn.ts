import { attributePath } from './documentPlaces.ts'
import { isRecord } from './isRecord.ts'

/** A `_ref` somewhere in a document. */
export interface FoundReference {
  toId: string
  /** Where it is, every element of a list alike: `category`, `countries[]`, `sections[].points[].sources[]`. */
  path: string
  /** A weak reference may point at nothing. */
  weak: boolean
  /** To another dataset: nothing in this one answers for it. */
  foreign: boolean
  /** Whether GROQ's references() sees it: that looks no further below an object that has a `_ref`. */
  counted: boolean
}

const foreignTypes = new Set(['crossDatasetReference', 'globalDocumentReference'])

/** Every string `_ref` of a document, in the order of the document. */
export function referencesIn(document: unknown): FoundReference[] {
  const found: FoundReference[] = []
  collect(document, '', true, found)
  return found
}

function collect(value: unknown, path: string, counted: boolean, found: FoundReference[]): void {
  if (Array.isArray(value)) {
    for (const element of value) collect(element, `${path}[]`, counted, found)
    return
  }
  if (!isRecord(value)) return
  const { _ref: toId, _type: type } = value
  if (typeof toId === 'string') {
    const foreign = typeof type === 'string' && foreignTypes.has(type)
    found.push({ toId, path, weak: value._weak === true, foreign, counted: counted && toId !== '' })
  }
  for (const name in value) {
    const below = value[name]
    if (typeof below === 'object' && below !== null)
      collect(below, attributePath(path, name), counted && !toId, found)
  }
}
