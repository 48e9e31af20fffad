import type { Selector } from './mapSources.ts'
import type { PathSegment, Place } from './places.ts'

/** A content source map being put together, in the form that `@sanity/client` reads. */
export class SourceMap {
  readonly #selector: Selector
  readonly #documents = new Map<string, { place: number; type: string }>()
  readonly #paths = new Map<string, number>()
  readonly #mappings: Record<string, object> = {}

  constructor(selector: Selector) {
    this.#selector = selector
  }

  /** The value at `resultPath` of the answer is the one at `sourcePath` of the document. */
  add(
    resultPath: readonly (string | number)[],
    { documentId, documentType }: Place,
    sourcePath: readonly PathSegment[],
  ): void {
    const document = this.#documents.get(documentId) ?? { place: this.#documents.size, type: documentType }
    this.#documents.set(documentId, document)
    const text = toJsonPath(sourcePath.map((segment) => this.#toSegment(segment)))
    const path = this.#paths.get(text) ?? this.#paths.size
    this.#paths.set(text, path)
    this.#mappings[toJsonPath(resultPath)] = {
      type: 'value',
      source: { type: 'documentValue', document: document.place, path },
    }
  }

  toJSON(): object {
    return {
      documents: [...this.#documents].map(([_id, { type }]) => ({ _id, _type: type })),
      paths: [...this.#paths.keys()],
      mappings: this.#mappings,
    }
  }

  #toSegment(segment: PathSegment): string | number | { key: string } {
    if (typeof segment === 'string') return segment
    const { index, key } = segment
    return this.#selector === 'withKeyArraySelector' && key !== undefined ? { key } : index
  }
}

/** `$['body'][0]['title']`, with `[?(@._key=='b1')]` for an element that is named by its key. */
function toJsonPath(segments: readonly (string | number | { key: string })[]): string {
  const parts = segments.map((segment) => {
    if (typeof segment === 'number') return `[${segment}]`
    if (typeof segment === 'string') return `['${escapeName(segment)}']`
    return `[?(@._key=='${escapeName(segment.key)}')]`
  })
  return `$${parts.join('')}`
}

const escapes: Record<string, string> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

function escapeName(name: string): string {
  return name.replace(/['\b\f\n\r\t\\]/g, (character) =>
    character in escapes ? (escapes[character] ?? '') : character,
  )
}
