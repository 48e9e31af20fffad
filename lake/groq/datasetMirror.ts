import type { DatabaseSync } from 'node:sqlite'
import type { Reach } from '../auth/access.ts'
import type { SanityDocument } from '../context.ts'
import { lastSeq } from '../store/changes.ts'
import { iterateDocuments, parseDocument } from '../store/documents.ts'
import { toOutward } from '../store/outward.ts'
import { numberOf, optionalTextOf, statement, textOf } from '../store/statement.ts'
import { DatasetView } from './datasetView.ts'
import type { Perspective } from './perspective.ts'

const viewsKept = 12

/** A dataset in memory, brought up to date from the change log before every use. */
export class DatasetMirror {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #publicUrl: string
  readonly #documents = new Map<string, SanityDocument>()
  readonly #views = new Map<string, DatasetView>()
  #seq = 0

  constructor(database: DatabaseSync, dataset: string, publicUrl: string) {
    this.#database = database
    this.#dataset = dataset
    this.#publicUrl = publicUrl
    // One reading transaction, so that the documents are those of exactly this place in the log.
    database.exec('BEGIN')
    try {
      this.#seq = lastSeq(database)
      for (const document of iterateDocuments(database, dataset)) this.#keep(document)
    } finally {
      database.exec('COMMIT')
    }
  }

  /** The last change that is known here. */
  get seq(): number {
    return this.#seq
  }

  /** Takes in what was committed since. */
  catchUp(): void {
    const rows = statement(
      this.#database,
      'SELECT seq, dataset, document_id, body FROM changes WHERE seq > ? ORDER BY seq',
    ).all(this.#seq)
    for (const row of rows) {
      this.#seq = numberOf(row, 'seq')
      if (textOf(row, 'dataset') !== this.#dataset) continue
      const id = textOf(row, 'document_id')
      const body = optionalTextOf(row, 'body')
      if (body === undefined) this.#documents.delete(id)
      else this.#keep(parseDocument(body))
      for (const view of this.#views.values()) view.refresh(id)
    }
  }

  view(perspective: Perspective, reach: Reach): DatasetView {
    const key = `${reach} ${perspective === 'raw' ? 'raw' : ['stack', ...perspective].join(',')}`
    const view = this.#views.get(key) ?? new DatasetView(this.#documents, perspective, reach)
    this.#views.delete(key)
    this.#views.set(key, view)
    const [oldest] = this.#views.keys()
    if (this.#views.size > viewsKept && oldest !== undefined) this.#views.delete(oldest)
    return view
  }

  #keep(document: SanityDocument): void {
    this.#documents.set(document._id, toOutward(document, this.#publicUrl))
  }
}
