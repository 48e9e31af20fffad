import type { DatabaseSync } from 'node:sqlite'
import { attributePath, type DocumentPlaces } from './documentPlaces.ts'
import type { IndexedDocument } from './documentReferences.ts'
import { isRecord } from './isRecord.ts'
import { numberOf, type Row, statement, textOf } from './statement.ts'

/*
 * A path of at most two attributes becomes known for a type when a document of the type has a date there. From
 * then on every document of the type has a row for it, also where there is nothing, so that walking the index is
 * GROQ's order(). A string that SQLite would order otherwise than JavaScript, or a long one, ends that for ever:
 * it is a field of texts, one of which looked like a date.
 */

/**
 * Ranks as GROQ's order() puts the types of values, ascending. Source: TYPE_ORDER of groq-js. To it lists and
 * objects are equal to nothing; they stand before it here, so that what is defined is one range.
 */
export const ranks = { number: 2, text: 3, boolean: 4, other: 99, nothing: 100 } as const

/** Values of `document_places.dates`. */
export const dateStates = { known: 1, retired: 2 } as const

const mostPathsOfType = 32
const dateLike = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: -- the whole of ASCII is meant
const comparable = /^[\x01-\x7f]{0,100}$/

interface DatePath {
  place: number
  retired: boolean
}

interface DateValue {
  rank: number
  value: string | number
}

/** The dates of a dataset's documents, for one transaction. */
export class DocumentDates {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #places: DocumentPlaces
  readonly #paths = new Map<string, Map<string, DatePath>>()

  constructor(database: DatabaseSync, dataset: string, places: DocumentPlaces) {
    this.#database = database
    this.#dataset = dataset
    this.#places = places
  }

  /** Makes the dates of a document those that are indexed. Documents with higher numbers than `last` have no rows yet. */
  replace({ number, index, isNew, last }: IndexedDocument & { last: number }): void {
    const { dated } = index
    const { type, shelf } = index.fields
    const paths = this.#pathsOf(type)
    for (const path of datePathsIn(dated)) {
      if (!paths.has(path) && paths.size < mostPathsOfType) this.#learn(type, path, last)
    }
    const there = isNew ? new Map<unknown, Row>() : this.#rowsOf(number)
    for (const [path, known] of paths) {
      if (known.retired) continue
      const found = valueAt(dated, path)
      if (!found) {
        this.#retire(known)
        continue
      }
      const row = there.get(known.place)
      there.delete(known.place)
      if (row?.rank !== found.rank || row.value !== found.value || row.shelf !== shelf)
        this.#put(number, known.place, found, shelf)
    }
    const remove = statement(this.#database, 'DELETE FROM document_dates WHERE number = ? AND place = ?')
    for (const place of there.keys()) remove.run(number, Number(place))
  }

  #rowsOf(number: number): Map<unknown, Row> {
    const rows = statement(this.#database, 'SELECT * FROM document_dates WHERE number = ?').all(number)
    return new Map(rows.map((row) => [row.place, row]))
  }

  #pathsOf(type: string): Map<string, DatePath> {
    const known = this.#paths.get(type)
    if (known) return known
    const rows = statement(
      this.#database,
      'SELECT path, place, dates FROM document_places WHERE dataset = ? AND type = ? AND dates > 0',
    ).all(this.#dataset, type)
    const paths = new Map(
      rows.map((row) => [
        textOf(row, 'path'),
        { place: numberOf(row, 'place'), retired: row.dates === dateStates.retired },
      ]),
    )
    this.#paths.set(type, paths)
    return paths
  }

  #learn(type: string, path: string, last: number): void {
    const known = { place: this.#places.placeOf(type, path), retired: false }
    this.#pathsOf(type).set(path, known)
    statement(this.#database, 'UPDATE document_places SET dates = ? WHERE place = ?').run(
      dateStates.known,
      known.place,
    )
    const rows = this.#database
      .prepare(
        `SELECT d.number, d.shelf, json(b.body) AS body FROM documents d CROSS JOIN document_bodies b ON b.number = d.number
         WHERE d.dataset = ? AND d.type = ? AND d.number <= ?`,
      )
      .iterate(this.#dataset, type, last)
    for (const row of rows) {
      const found = valueAt(JSON.parse(textOf(row, 'body')), path)
      if (!found) {
        this.#retire(known)
        return
      }
      this.#put(numberOf(row, 'number'), known.place, found, numberOf(row, 'shelf'))
    }
  }

  #retire(known: DatePath): void {
    known.retired = true
    statement(this.#database, 'UPDATE document_places SET dates = ? WHERE place = ?').run(
      dateStates.retired,
      known.place,
    )
    statement(this.#database, 'DELETE FROM document_dates WHERE place = ?').run(known.place)
  }

  #put(number: number, place: number, { rank, value }: DateValue, shelf: number): void {
    statement(
      this.#database,
      `INSERT INTO document_dates (number, place, rank, value, shelf) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET rank = excluded.rank, value = excluded.value, shelf = excluded.shelf`,
    ).run(number, place, rank, value, shelf)
  }
}

/** A string that cannot be ordered by, whichever. */
const incomparable = '\0'

/** So much of a document as dates are looked for in: two attributes below each other, and what is deeper as a list. */
export function datedPartOf(document: object): Record<string, unknown> {
  return mapped(document, (value) => (isRecord(value) ? mapped(value, plainOr) : plainOr(value)))
}

function plainOr(value: unknown): unknown {
  if (typeof value === 'string') return comparable.test(value) || isDate(value) ? value : incomparable
  return typeof value === 'object' && value !== null ? [] : value
}

function mapped(object: object, toValue: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, toValue(value)]))
}

/** Paths of at most two attributes at which there is a date. */
function datePathsIn(document: object): string[] {
  const paths: string[] = []
  if (!isRecord(document)) return paths
  for (const name in document) {
    const value = document[name]
    const path = attributePath('', name)
    if (isDate(value)) paths.push(path)
    if (!isRecord(value)) continue
    for (const below in value) if (isDate(value[below])) paths.push(attributePath(path, below))
  }
  return paths.filter((path) => !path.includes('['))
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && dateLike.test(value)
}

/** What is at the path, as it is ordered by; undefined for a string that must not be. */
function valueAt(document: unknown, path: string): DateValue | undefined {
  let found: unknown = document
  for (const name of path.split('.')) {
    found = isRecord(found) && Object.hasOwn(found, name) ? found[name] : undefined
  }
  switch (typeof found) {
    case 'string':
      return comparable.test(found) ? { rank: ranks.text, value: found } : undefined
    case 'number':
      return { rank: ranks.number, value: found }
    case 'boolean':
      return { rank: ranks.boolean, value: found ? 1 : 0 }
    default:
      return { rank: found === undefined || found === null ? ranks.nothing : ranks.other, value: 0 }
  }
}
