import type { DatabaseSync } from 'node:sqlite'
import { lastSeq } from './changes.ts'
import type { FoundDocument } from './selection.ts'
import { numberOf, statement } from './statement.ts'

const usualSize = 8 * 1024 * 1024
/** What the smallest document is worth, in characters: keeping it takes room, too. */
const leastSize = 256

interface Entry {
  document: FoundDocument
  /** The attributes that it was read with; undefined: whole. */
  fields: ReadonlySet<string> | undefined
  size: number
}

/**
 * Parsed documents by their numbers, those longest out of use let go. What was changed since the last look is
 * forgotten by `catchUp`; what was deleted is no longer asked for, since numbers are never given again.
 */
export class DocumentCache {
  readonly #size: number
  readonly #entries = new Map<number, Entry>()
  #held = 0
  #seq: number | undefined

  /** @param size how much JSON text the documents may be worth, in characters */
  constructor(size = usualSize) {
    this.#size = size
  }

  /** The document with at least these attributes, or whole. */
  get(number: number, fields?: readonly string[]): FoundDocument | undefined {
    const entry = this.#entries.get(number)
    if (!entry || !has(entry, fields)) return undefined
    this.#entries.delete(number)
    this.#entries.set(number, entry)
    return entry.document
  }

  keep(number: number, kept: Entry): void {
    this.#forget(number)
    const entry = { ...kept, size: Math.max(kept.size, leastSize) }
    if (entry.size > this.#size / 4) return
    this.#entries.set(number, entry)
    this.#held += entry.size
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

function has({ fields: known }: Entry, fields: readonly string[] | undefined): boolean {
  return known === undefined || fields?.every((field) => known.has(field)) === true
}
