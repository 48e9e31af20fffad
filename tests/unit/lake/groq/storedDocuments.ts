import { DatabaseSync } from 'node:sqlite'
import type { Reach } from '../../../../lake/auth/access.ts'
import type { DocumentChange, SanityDocument } from '../../../../lake/context.ts'
import type { Perspective } from '../../../../lake/groq/perspective.ts'
import { addChange } from '../../../../lake/store/changes.ts'
import { inTransaction, migrate } from '../../../../lake/store/database.ts'
import { ensureDataset } from '../../../../lake/store/datasets.ts'
import { DocumentCache } from '../../../../lake/store/documentCache.ts'
import { DocumentReader } from '../../../../lake/store/documentReader.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { FieldSheets } from '../../../../lake/store/fieldSheets.ts'
import { KnownState } from '../../../../lake/store/knownState.ts'
import { addTransaction } from '../../../../lake/store/transactions.ts'

const dataset = 'production'
const beside = 'beside'
const timestamp = '2026-01-01T00:00:00Z'

/** Documents in a lake's own tables, in memory. */
export class StoredDocuments {
  readonly #database = new DatabaseSync(':memory:')
  readonly sheets: FieldSheets
  readonly cache: DocumentCache
  readonly #known = new KnownState()
  readonly #stored = new Map<string, SanityDocument>()
  #transactions = 0

  /** @param room for sheets, in bytes, and for documents, in characters */
  constructor({ sheets = 20_000, documents = 20_000 }: { sheets?: number; documents?: number } = {}) {
    this.sheets = new FieldSheets({ size: sheets, worth: 0 })
    this.cache = new DocumentCache(documents, this.sheets)
    migrate(this.#database)
    ensureDataset(this.#database, dataset, 'public', timestamp)
  }

  get all(): SanityDocument[] {
    return [...this.#stored.values()].sort((one, other) => (one._id < other._id ? -1 : 1))
  }

  /** Makes these the stored documents; what is not among them is deleted. */
  become(documents: readonly SanityDocument[]): void {
    const gone = new Set(this.#stored.keys())
    for (const { _id } of documents) gone.delete(_id)
    this.#commit([
      ...documents.map((after) => ({ id: after._id, after })),
      ...[...gone].map((id) => ({ id, after: undefined })),
    ])
  }

  /** Writes one document, or deletes it. */
  change(
    id: string,
    after: SanityDocument | undefined,
  ): Pick<DocumentChange, 'documentId' | 'before' | 'after'> {
    const before = this.#stored.get(id)
    this.#commit([{ id, after }])
    return { documentId: id, before, after }
  }

  /** Writes documents to another dataset of the lake. */
  writeBeside(documents: readonly SanityDocument[]): void {
    ensureDataset(this.#database, beside, 'public', timestamp)
    inTransaction(this.#database, () => {
      const writer = new DocumentWriter(this.#database, beside)
      for (const document of documents) writer.write(document)
      writer.writeWords()
    })
  }

  reader(perspective: Perspective, reach: Reach): DocumentReader {
    const options = { publicUrl: 'http://lake.example', cache: this.cache, known: this.#known }
    return new DocumentReader(this.#database, { dataset, perspective, reach }, options)
  }

  #commit(changes: readonly { id: string; after: SanityDocument | undefined }[]): void {
    this.#transactions += 1
    const origin = { id: `t${this.#transactions}`, author: 'somebody', timestamp }
    inTransaction(this.#database, () => {
      const seq = addTransaction(this.#database, { dataset, ...origin })
      const writer = new DocumentWriter(this.#database, dataset)
      for (const { id, after } of changes) {
        const before = this.#stored.get(id)
        if (after) {
          writer.write(after)
          this.#stored.set(id, after)
        } else {
          writer.remove(id)
          this.#stored.delete(id)
        }
        addChange(this.#database, seq, {
          dataset,
          documentId: id,
          transactionId: origin.id,
          author: origin.author,
          timestamp,
          transition: after ? 'update' : 'disappear',
          previousRev: undefined,
          resultRev: undefined,
          mutations: [],
          effects: { apply: [], revert: [] },
          before,
          after,
        })
      }
      writer.writeWords()
    })
  }
}
