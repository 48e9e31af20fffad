import type { FoundDocument } from './selection.ts'

/** Bytes that all sheets may take, as far as one can tell, and documents after which a reading is worth a sheet. */
const [usualSize, usuallyWorth] = [24 * 1024 * 1024, 250]
/** Bytes that a document takes besides its text. */
const perDocument = 128
/** So many of a sheet's documents may be gone, and a quarter of them, before it is begun anew. */
const fewGone = 1_000

interface Sheet {
  fields: readonly string[]
  documents: Map<number, FoundDocument>
  size: number
  /** Documents that were deleted since it was begun, of any dataset: nobody knows their numbers any more. */
  gone: number
  /** Whether there was no room for all that was read. */
  isFull: boolean
}

/** Documents as they were read: from one JSON text. */
interface Reading {
  documents: ReadonlyMap<number, FoundDocument>
  text: string
  read: number
}

/**
 * A few attributes of many documents by their numbers, for scans, which look at the same ones again and again. Sheets
 * longest out of use make room. What does not fit into the last one is read anew each time, and the rest still is not.
 */
export class FieldSheets {
  readonly #size: number
  readonly #worth: number
  /** By the names of their fields, the one used last at the end. */
  readonly #sheets = new Map<string, Sheet>()

  /** @param given size in bytes, and how many documents a reading must have read to begin a sheet */
  constructor({ size = usualSize, worth = usuallyWorth }: { size?: number; worth?: number } = {}) {
    this.#size = size
    this.#worth = worth
  }

  /** Bytes that are taken, as far as one can tell. */
  get held(): number {
    return [...this.#sheets.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** The attributes of a sheet that has at least these, to be read in their place; else these. */
  widened(fields: readonly string[]): readonly string[] {
    const sheets = [...this.#sheets.values()]
    const wider = sheets.findLast(
      (sheet) => !sheet.isFull && fields.every((field) => sheet.fields.includes(field)),
    )
    return wider?.fields ?? fields
  }

  /** The documents that are kept with just these attributes. */
  find(fields: readonly string[]): ReadonlyMap<number, FoundDocument> | undefined {
    const name = nameOf(fields)
    const sheet = this.#sheets.get(name)
    if (!sheet) return undefined
    this.#sheets.delete(name)
    this.#sheets.set(name, sheet)
    return sheet.documents
  }

  /** Keeps documents that were read with these attributes, by a reading that has read so many in all. */
  keep(fields: readonly string[], { documents, text, read }: Reading): void {
    const name = nameOf(fields)
    const size = bytesOf(text) + documents.size * perDocument
    if (size > this.#size || (read < this.#worth && !this.#sheets.has(name))) return
    for (const other of this.#sheets.keys()) {
      if (this.held + size <= this.#size) break
      if (other !== name) this.#sheets.delete(other)
    }
    const known = this.#sheets.get(name)
    if (known) known.isFull = this.held + size > this.#size
    if (this.held + size > this.#size) return
    const sheet = known ?? { fields, documents: new Map(), size: 0, gone: 0, isFull: false }
    this.#sheets.set(name, sheet)
    for (const [number, document] of documents) sheet.documents.set(number, document)
    sheet.size += size
  }

  forget(number: number): void {
    for (const sheet of this.#sheets.values()) {
      const share = sheet.size / sheet.documents.size
      if (sheet.documents.delete(number)) sheet.size -= share
    }
  }

  /** So many documents were deleted. */
  noteGone(count: number): void {
    for (const [name, sheet] of this.#sheets) {
      sheet.gone += count
      if (sheet.gone >= fewGone && sheet.gone >= sheet.documents.size / 4) this.#sheets.delete(name)
    }
  }
}

/** What JavaScript keeps the strings of a text in. */
function bytesOf(text: string): number {
  return /^[\0-\xff]*$/.test(text) ? text.length : 2 * text.length
}

function nameOf(fields: readonly string[]): string {
  return fields.toSorted().join()
}
