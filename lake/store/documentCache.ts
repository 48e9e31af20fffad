import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { lastSeq } from './changes.ts'
import { numberOf, statement } from './statement.ts'

const usualSize = 8 * 1024 * 1024

/**
 * Parsed documents by their numbers, those longest out of use let go. What was changed since the last look is
 * forgotten by `catchUp`; what was deleted is no longer asked for, since numbers are never given again.
 */
export class DocumentCache {
  readonly #size: number
  readonly #entries = new Map<number, { document: SanityDocument; size: number }>()
  #held = 0
  #seq: number | undefined

  /** @param size how much JSON text the documents may be worth, in characters */
  constructor(size = usualSize) {
    this.#size = size
  }

  get(number: number): SanityDocument | undefined {
    const entry = this.#entries.get(number)
    if (!entry) return undefined
    this.#entries.delete(number)
    this.#entries.set(number, entry)
    return entry.document
  }

  keep(number: number, document: SanityDocument, size: number): void {
    this.#forget(number)
    if (size > this.#size / 4) return
    this.#entries.set(number, { document, size })
    this.#held += size
    for (const oldest of this.#entries.keys()) {
      if (this.#held <= this.#size) return
      this.#forget(oldest)
    }
  }

  /** Forgets what was changed since it was called last. Within the transaction that reads. */
  catchUp(database: DatabaseSync): void {
    const known = this.#seq
    this.#seq = Math.max(known ?? 0, lastSeq(database))
    if (known === undefined || this.#seq === known) return
    const changed = statement(
      database,
      `SELECT DISTINCT d.number FROM changes c CROSS JOIN documents d ON d.dataset = c.dataset AND d.id = c.document_id
       WHERE c.seq > ?`,
    ).all(known)
    for (const row of changed) this.#forget(numberOf(row, 'number'))
  }

  #forget(number: number): void {
    const entry = this.#entries.get(number)
    if (!entry) return
    this.#entries.delete(number)
    this.#held -= entry.size
  }
}
