import type { DatabaseSync } from 'node:sqlite'
import { dateStates } from '../documentDates.ts'
import { numberOf, statement, textOf } from '../statement.ts'

/** What the store knows of the documents of a dataset by type, as it stands in one reading transaction. */
export class DatasetTypes {
  readonly #database: DatabaseSync
  readonly #dataset: string
  #totals: Map<string, number> | undefined
  readonly #dates = new Map<string, Map<string, number>>()

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
    this.#dataset = dataset
  }

  /** How many documents there are of each type, hidden ones included. */
  get totals(): ReadonlyMap<string, number> {
    this.#totals ??= new Map(
      statement(
        this.#database,
        'SELECT type, sum(total) AS total FROM document_counts WHERE dataset = ? GROUP BY type',
      )
        .all(this.#dataset)
        .filter((row) => numberOf(row, 'total') > 0)
        .map((row) => [textOf(row, 'type'), numberOf(row, 'total')]),
    )
    return this.#totals
  }

  /** All types of which there are documents. */
  get all(): string[] {
    return [...this.totals.keys()]
  }

  /** How many documents of these types there are, hidden ones included. */
  totalOf(types: readonly string[]): number {
    return types.reduce((sum, type) => sum + (this.totals.get(type) ?? 0), 0)
  }

  /** The numbers of a date path in these types; undefined when it is not known for all of them. */
  datePlaces(types: readonly string[], path: string): number[] | undefined {
    const known = this.#dates.get(path) ?? this.#readDates(path)
    this.#dates.set(path, known)
    const places = types.map((type) => known.get(type))
    return places.every((place) => place !== undefined) ? places : undefined
  }

  /** The numbers of a path of references in these types, as far as there are any. */
  referencePlaces(types: readonly string[], path: string): number[] {
    const find = statement(
      this.#database,
      'SELECT place FROM document_places WHERE dataset = ? AND type = ? AND path = ?',
    )
    return types.flatMap((type) => {
      const row = find.get(this.#dataset, type, path)
      return row ? [numberOf(row, 'place')] : []
    })
  }

  /** The numbers of every path in these types. */
  placesOf(types: readonly string[]): number[] {
    const find = statement(this.#database, 'SELECT place FROM document_places WHERE dataset = ? AND type = ?')
    return types.flatMap((type) => find.all(this.#dataset, type).map((row) => numberOf(row, 'place')))
  }

  /** The numbers of ids that are referred to somewhere. */
  targetsOf(ids: readonly string[]): number[] {
    const find = statement(
      this.#database,
      'SELECT target FROM reference_targets WHERE dataset = ? AND id = ?',
    )
    return [...new Set(ids)].flatMap((id) => {
      const row = find.get(this.#dataset, id)
      return row ? [numberOf(row, 'target')] : []
    })
  }

  #readDates(path: string): Map<string, number> {
    const rows = statement(
      this.#database,
      'SELECT type, place FROM document_places WHERE dataset = ? AND path = ? AND dates = ?',
    ).all(this.#dataset, path, dateStates.known)
    return new Map(rows.map((row) => [textOf(row, 'type'), numberOf(row, 'place')]))
  }
}
