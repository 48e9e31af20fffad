import type { DatabaseSync } from 'node:sqlite'
import { storedText } from '../documentFields.ts'
import { allRows, listOf, sql } from '../sql.ts'
import type { DatasetTypes } from './datasetTypes.ts'

/** Which of some ids documents refer to, by the numbers of those that refer to any. */
export class ReferencesAmong {
  readonly #database: DatabaseSync
  readonly #ids = new Map<number, string[]>()

  constructor(database: DatabaseSync, types: DatasetTypes, ids: readonly string[]) {
    this.#database = database
    for (const id of ids) {
      for (const target of types.targetsOf([storedText(id)]))
        this.#ids.set(target, [...(this.#ids.get(target) ?? []), id])
    }
  }

  of(numbers: readonly number[]): Map<number, Set<string>> {
    const found = new Map<number, Set<string>>()
    // Most often nothing refers to what somebody typed.
    if (this.#ids.size === 0) return found
    const rows = allRows(
      this.#database,
      sql`SELECT held.number, held.target FROM json_each(${JSON.stringify(numbers)}) asked
        CROSS JOIN document_references held ON held.number = asked.value AND held.target IN ${listOf([...this.#ids.keys()])}
        WHERE held.counted = 1`,
    )
    for (const [number, target] of rows) {
      const ids = found.get(Number(number)) ?? new Set()
      for (const id of this.#ids.get(Number(target)) ?? []) ids.add(id)
      found.set(Number(number), ids)
    }
    return found
  }
}
