import type { DatabaseSync } from 'node:sqlite'
import { lastSeq } from './changes.ts'
import type { DocumentText } from './documentText.ts'
import { FieldSheets } from './fieldSheets.ts'
import { RecentlyUsed } from './recentlyUsed.ts'
import type { FoundDocument } from './selection.ts'
import { numberOf, statement } from './statement.ts'

const usualSize = 8 * 1024 * 1024
/** Documents with no more characters than this are light: what is read of an article to list it, not to print it. */
const mostOfLight = 2048

interface Entry {
  document: FoundDocument
  /** The attributes that it was read with; undefined: whole. */
  fields: ReadonlySet<string> | undefined
  /** In characters of JSON. */
  size: number
}

/**
 * Parsed documents by their numbers and the texts that searches have looked through, those longest out of use let go.
 * What was changed since the last look is forgotten by `catchUp`; what was deleted is no longer asked for, since numbers
 * are never given again.
 */
export class DocumentCache {
  /** What scans read. */
  readonly sheets: FieldSheets
  /** Apart from the heavy ones, ten of which would push out a hundred of them with every page of a search. */
  readonly #light: RecentlyUsed<Entry>
  readonly #heavy: RecentlyUsed<Entry>
  readonly #texts: RecentlyUsed<DocumentText>
  #seq: number | undefined

  /**
   * @param size how much JSON text the documents may be worth, in characters, those of sheets not counted. Texts may have
   * three times as many: parsed documents take some times the room of their JSON, and a text a byte for each letter of
   * the Latin script.
   */
  constructor(size = usualSize, sheets = new FieldSheets()) {
    this.#light = new RecentlyUsed((size * 3) / 4)
    this.#heavy = new RecentlyUsed(size / 4)
    this.#texts = new RecentlyUsed(3 * size)
    this.sheets = sheets
  }

  /** The document with at least these attributes, or whole. */
  get(number: number, fields?: readonly string[]): FoundDocument | undefined {
    for (const entries of [this.#light, this.#heavy]) {
      const entry = entries.get(number)
      if (entry && has(entry, fields)) return entry.document
    }
    return undefined
  }

  keep(number: number, entry: Entry): void {
    if (entry.size > mostOfLight) this.#heavy.keep(number, entry, entry.size)
    else {
      const known = this.#light.get(number)
      const all = known ? joined(known, entry) : entry
      this.#light.keep(number, all, all.size)
    }
  }

  textOf(number: number): DocumentText | undefined {
    return this.#texts.get(number)
  }

  keepText(number: number, text: DocumentText): void {
    this.#texts.keep(number, text, text.size)
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
    for (const row of changed) {
      const number = numberOf(row, 'number')
      this.#light.forget(number)
      this.#heavy.forget(number)
      this.#texts.forget(number)
      this.sheets.forget(number)
    }
    const gone = statement(
      database,
      "SELECT count(*) AS gone FROM changes WHERE seq > ? AND transition = 'disappear'",
    ).get(known)
    this.sheets.noteGone(numberOf(gone, 'gone'))
  }
}

/** What was read of a document at two times, so that two queries that differ do not take it from each other. */
function joined(known: Entry, more: Entry): Entry {
  if (!known.fields || !more.fields) return known.fields ? more : known
  const document = { ...known.document, ...more.document }
  return {
    document,
    fields: new Set([...known.fields, ...more.fields]),
    size: JSON.stringify(document).length,
  }
}

function has({ fields: known }: Entry, fields: readonly string[] | undefined): boolean {
  return known === undefined || fields?.every((field) => known.has(field)) === true
}
