import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../../context.ts'
import type { DocumentCache } from '../documentCache.ts'
import { isDocument, parseDocument } from '../documents.ts'
import { toOutward } from '../outward.ts'
import { allRows, joinSql, sql } from '../sql.ts'
import { numberOf, textOf } from '../statement.ts'
import { everywhere } from './conditionSql.ts'

export interface BodyOptions {
  /** Begins the addresses of assets. */
  publicUrl: string
  cache?: DocumentCache
}

/** Documents that are read together: few at first, for most readings end soon. */
const [firstBatch, largestBatch] = [8, 256]
/** What comes later in a reading is not likely to be asked for again. */
const cachedOfReading = 200
const mostFields = 24
const plainField = /^[A-Za-z_]\w*$/

/** Stored documents by their numbers, whole or with some of their fields. */
export class DocumentBodies {
  readonly #database: DatabaseSync
  readonly #options: BodyOptions
  /** Undefined: whole documents. */
  readonly #fields: readonly string[] | undefined
  #read = 0

  constructor(database: DatabaseSync, options: BodyOptions, fields?: readonly string[]) {
    this.#database = database
    this.#options = options
    this.#fields = fields && canLeaveOut(fields) ? [...new Set([...everywhere, ...fields])] : undefined
  }

  *read(entries: Iterable<{ number: number }>): Generator<SanityDocument> {
    let batch: number[] = []
    let size = firstBatch
    for (const { number } of entries) {
      batch.push(number)
      if (batch.length < size) continue
      yield* this.#readBatch(batch)
      batch = []
      size = Math.min(size * 2, largestBatch)
    }
    yield* this.#readBatch(batch)
  }

  *#readBatch(numbers: readonly number[]): Generator<SanityDocument> {
    const { cache } = this.#options
    const known = new Map(numbers.map((number) => [number, cache?.get(number)]))
    const texts = this.#textsOf(numbers.filter((number) => !known.get(number)))
    for (const number of numbers) {
      const text = texts.get(number)
      const document = known.get(number) ?? (text === undefined ? undefined : this.#parse(number, text))
      this.#read += 1
      if (document) yield document
    }
  }

  #textsOf(numbers: readonly number[]): Map<number, string> {
    if (numbers.length === 0) return new Map()
    const text = this.#fields
      ? sql`json_extract(b.body, ${joinSql(
          this.#fields.map((name) => sql`${`$."${name}"`}`),
          ', ',
        )})`
      : sql`json(b.body)`
    const rows = allRows(
      this.#database,
      sql`SELECT b.number, ${text} AS text FROM json_each(${JSON.stringify(numbers)}) n
        CROSS JOIN document_bodies b ON b.number = n.value`,
    )
    return new Map(rows.map((row) => [numberOf(row, 'number'), textOf(row, 'text')]))
  }

  #parse(number: number, text: string): SanityDocument | undefined {
    const { publicUrl, cache } = this.#options
    if (this.#fields) return fieldsOf(this.#fields, text)
    const document = toOutward(parseDocument(text), publicUrl)
    if (this.#read < cachedOfReading) cache?.keep(number, document, text.length)
    return document
  }
}

/** An asset's address is made of another field; and a name in quotes would need another way of quoting. */
function canLeaveOut(fields: readonly string[]): boolean {
  return fields.length <= mostFields && fields.every((field) => field !== 'url' && plainField.test(field))
}

function fieldsOf(names: readonly string[], text: string): SanityDocument | undefined {
  const values: unknown = JSON.parse(text)
  if (!Array.isArray(values)) return undefined
  const document: Record<string, unknown> = {}
  names.forEach((name, place) => {
    if (values[place] !== null) document[name] = values[place]
  })
  return isDocument(document) ? document : undefined
}
