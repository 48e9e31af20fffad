import type { DatabaseSync } from 'node:sqlite'
import type { DocumentCache } from '../documentCache.ts'
import { parseDocument } from '../documents.ts'
import { type DocumentText, textOf, wholeText, withText } from '../documentText.ts'
import { referredIn, withReferences } from '../heldReferences.ts'
import { isRecord } from '../isRecord.ts'
import { toOutward } from '../outward.ts'
import type { FoundDocument, Selection } from '../selection.ts'
import { allRows, firstRow, joinSql, type Sql, sql } from '../sql.ts'
import type { ReferencesAmong } from './referencesAmong.ts'

export interface BodyOptions {
  /** Begins the addresses of assets. */
  publicUrl: string
  cache?: DocumentCache
}

/** What those that read for one scope know of it. */
interface WhatReadersKnow {
  noteNumber?: ((id: string, number: number) => void) | undefined
  referencesAmong?: (ids: readonly string[]) => ReferencesAmong
}

const toNone: ReadonlySet<string> = new Set()

/** Documents that are read together: few at first, for most readings end soon. */
const [firstBatch, largestFirst, largestBatch] = [8, 32, 256]
/** Characters that are read together, as far as the documents before tell: heavy ones come a few at a time. */
const mostText = 4 * 1024 * 1024
/** What comes later in a reading is not likely to be asked for again; texts are, by whoever types the next letter. */
const [cachedOfReading, textsOfReading] = [200, 2_000]
const mostFields = 24
const plainField = /^[A-Za-z_]\w*$/

/** Stored documents by their numbers, whole or with some of their fields. */
export class DocumentBodies {
  readonly #database: DatabaseSync
  readonly #options: BodyOptions
  /** Undefined: whole documents. */
  readonly #fields: readonly string[] | undefined
  /** The same, for all that is kept of one reading. */
  readonly #kept: ReadonlySet<string> | undefined
  /** Whether the words of the whole document are wanted beside its fields. */
  readonly #hasText: boolean
  readonly #likely: number
  readonly #given: WhatReadersKnow
  /** Undefined where nothing is asked about references, or whole documents have them. */
  readonly #references: ReferencesAmong | undefined
  readonly #scans: boolean
  #read = 0
  /** Characters of a document, of those that were read last. */
  #weight = 1

  constructor(
    database: DatabaseSync,
    options: BodyOptions,
    { fields, likely = firstBatch, scans }: Pick<Selection, 'fields' | 'likely' | 'scans'> = {},
    given: WhatReadersKnow = {},
  ) {
    this.#given = given
    this.#database = database
    this.#options = options
    const attributes = fields?.filter((field) => field !== wholeText && referredIn(field) === undefined)
    const parts =
      attributes && canLeaveOut(attributes) ? [...new Set(['_id', '_type', ...attributes])] : undefined
    const referred = parts ? (fields ?? []).flatMap((field) => referredIn(field) ?? []) : []
    this.#references = referred.length > 0 ? given.referencesAmong?.(referred) : undefined
    this.#hasText = parts !== undefined && fields?.includes(wholeText) === true
    this.#scans = scans !== undefined && parts !== undefined && !this.#hasText
    this.#fields = parts && this.#scans ? (options.cache?.sheets.widened(parts) ?? parts) : parts
    this.#kept = this.#fields && new Set(this.#fields)
    this.#likely = likely
  }

  *read(entries: Iterable<{ number: number }>): Generator<FoundDocument> {
    let batch: number[] = []
    let size = Math.min(Math.max(this.#likely, 1), largestFirst)
    for (const { number } of entries) {
      batch.push(number)
      if (batch.length < size) continue
      yield* this.#readBatch(batch)
      batch = []
      size = Math.min(size * 2, largestBatch, Math.ceil(mostText / this.#weight))
    }
    yield* this.#readBatch(batch)
  }

  /** The documents of a list of numbers, in its order. */
  *readListed(numbers: Uint32Array): Generator<FoundDocument> {
    for (let place = 0; place < numbers.length; place += largestBatch)
      yield* this.#readBatch([...numbers.subarray(place, place + largestBatch)])
  }

  /** The document of one number. */
  one(number: number): FoundDocument | undefined {
    return this.#options.cache?.get(number) ?? this.#whole([number]).get(number)
  }

  #readBatch(numbers: readonly number[]): FoundDocument[] {
    const texts = this.#hasText ? this.#texts(numbers) : undefined
    const documents = this.#documents(numbers)
    if (this.#read < cachedOfReading) this.#noteNumbers(numbers, documents)
    this.#read += numbers.length
    const references = this.#references?.of(numbers)
    if (!texts && !references) return documents.filter((document) => document !== undefined)
    return numbers.flatMap((number, place) => {
      const [document, text] = [documents[place], texts?.get(number)]
      if (!document) return []
      const part = text ? withText(document, text) : document
      return references ? withReferences(part, references.get(number) ?? toNone) : part
    })
  }

  #noteNumbers(numbers: readonly number[], documents: readonly (FoundDocument | undefined)[]): void {
    const { noteNumber } = this.#given
    if (!noteNumber) return
    for (const [place, number] of numbers.entries()) {
      const document = documents[place]
      if (document) noteNumber(document._id, number)
    }
  }

  /** The documents in the places of their numbers. */
  #documents(numbers: readonly number[]): (FoundDocument | undefined)[] {
    const { cache } = this.#options
    const sheet = this.#scans && this.#fields ? cache?.sheets.find(this.#fields) : undefined
    const documents: (FoundDocument | undefined)[] = []
    const wanted: number[] = []
    for (const number of numbers) {
      const known = sheet?.get(number) ?? cache?.get(number, this.#fields)
      documents.push(known)
      if (!known) wanted.push(number)
    }
    if (wanted.length === 0) return documents
    const read = this.#fields ? this.#parts(wanted, this.#fields) : this.#whole(wanted)
    return documents.map((document, place) => document ?? read.get(numbers[place] ?? 0))
  }

  /** The texts of documents; of those that had to be read for it the fields are kept, too. */
  #texts(numbers: readonly number[]): Map<number, DocumentText> {
    const { cache } = this.#options
    const texts = new Map<number, DocumentText>()
    for (const number of numbers) {
      const known = cache?.textOf(number)
      if (known) texts.set(number, known)
    }
    const unread = numbers.filter((number) => !texts.has(number))
    for (const [number, { document }] of unread.length === 0 ? [] : this.#stored(unread)) {
      const text = textOf(document)
      texts.set(number, text)
      if (this.#read < textsOfReading) cache?.keepText(number, text)
      if (this.#read >= cachedOfReading) continue
      const part =
        this.#fields &&
        partOf(
          this.#fields,
          this.#fields.map((field) => document[field]),
        )
      if (part) this.#keep(number, part, JSON.stringify(part).length)
    }
    return texts
  }

  #whole(numbers: readonly number[]): Map<number, FoundDocument> {
    const documents = new Map<number, FoundDocument>()
    for (const [number, { document, size }] of this.#stored(numbers)) {
      this.#keep(number, document, size)
      documents.set(number, document)
    }
    return documents
  }

  #stored(numbers: readonly number[]): Map<number, { document: FoundDocument; size: number }> {
    const rows = allRows(
      this.#database,
      sql`SELECT b.number, json(b.body) FROM ${listed(numbers)} n CROSS JOIN document_bodies b ON b.number = n.value`,
    )
    const { publicUrl } = this.#options
    const texts = rows.map(([number, text]) => ({ number: Number(number), text: String(text) }))
    this.#weight = weightOf(
      texts.reduce((sum, { text }) => sum + text.length, 0),
      numbers,
    )
    return new Map(
      texts.map(({ number, text }) => [
        number,
        { document: toOutward(parseDocument(text), publicUrl), size: text.length },
      ]),
    )
  }

  /** All of them as one text: parsing that takes less than the rows of as many texts. */
  #parts(numbers: readonly number[], fields: readonly string[]): Map<number, FoundDocument> {
    const paths = joinSql(
      fields.map((name) => sql`${`$."${name}"`}`),
      ', ',
    )
    const row = firstRow(
      this.#database,
      sql`SELECT group_concat(b.number || ',' || json_extract(b.body, ${paths}))
        FROM ${listed(numbers)} n CROSS JOIN document_bodies b ON b.number = n.value`,
    )
    const text = `[${row?.[0] ?? ''}]`
    this.#weight = weightOf(text.length, numbers)
    const values: unknown = JSON.parse(text)
    const documents = new Map<number, FoundDocument>()
    if (!Array.isArray(values)) return documents
    for (let place = 0; place < values.length; place += 2) {
      const number = Number(values[place])
      const document = partOf(fields, values[place + 1])
      if (!document) continue
      this.#keep(number, document, this.#weight)
      documents.set(number, document)
    }
    if (this.#scans) this.#options.cache?.sheets.keep(fields, { documents, text, read: this.#read })
    return documents
  }

  #keep(number: number, document: FoundDocument, size: number): void {
    if (this.#read < cachedOfReading)
      this.#options.cache?.keep(number, { document, fields: this.#kept, size })
  }
}

function weightOf(length: number, numbers: readonly number[]): number {
  return Math.max(1, Math.ceil(length / numbers.length))
}

function listed(numbers: readonly number[]): Sql {
  return sql`json_each(${JSON.stringify(numbers)})`
}

/** An asset's address is made of another field; and a name in quotes would need another way of quoting. */
function canLeaveOut(fields: readonly string[]): boolean {
  return fields.length <= mostFields && fields.every((field) => field !== 'url' && plainField.test(field))
}

function partOf(names: readonly string[], values: unknown): FoundDocument | undefined {
  if (!Array.isArray(values)) return undefined
  const document: Record<string, unknown> = {}
  for (let place = 0; place < names.length; place += 1) {
    const [name, value] = [names[place], values[place]]
    if (name !== undefined && value !== null && value !== undefined) document[name] = value
  }
  return isFound(document) ? document : undefined
}

function isFound(value: unknown): value is FoundDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
