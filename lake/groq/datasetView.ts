import { isReadable, type Reach } from '../auth/access.ts'
import type { SanityDocument } from '../context.ts'
import { DocumentIndex } from './documentIndex.ts'
import { documentInPerspective, groupOf, isInPerspective, type Perspective } from './perspective.ts'

/** Stored documents by id. */
export type StoredDocuments = ReadonlyMap<string, SanityDocument>

/**
 * What one kind of caller sees of a dataset in one perspective. The access filter is applied here, below
 * the engine: a document out of reach is in no list that a query can come to.
 */
export class DatasetView {
  readonly index = new DocumentIndex()
  readonly #stored: StoredDocuments
  readonly #perspective: Perspective
  readonly #reach: Reach

  constructor(stored: StoredDocuments, perspective: Perspective, reach: Reach) {
    this.#stored = stored
    this.#perspective = perspective
    this.#reach = reach
    const groups = [...stored.keys()]
      .filter((id) => isInPerspective(perspective, id))
      .map((id) => groupOf(perspective, id))
    for (const group of [...new Set(groups)].sort()) this.#refreshGroup(group)
  }

  /** Follows a stored document that was written or deleted. */
  refresh(id: string): void {
    if (isInPerspective(this.#perspective, id)) this.#refreshGroup(groupOf(this.#perspective, id))
  }

  #refreshGroup(group: string): void {
    const document = documentInPerspective(this.#perspective, group, (id) => this.#readable(id))
    if (document) this.index.put(document)
    else this.index.remove(group)
  }

  #readable(id: string): SanityDocument | undefined {
    const document = this.#stored.get(id)
    return document && isReadable(document, this.#reach) ? document : undefined
  }
}
