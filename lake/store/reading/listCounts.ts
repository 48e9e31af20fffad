import type { DatabaseSync } from 'node:sqlite'
import { type KnownOfScope, keepKnown } from '../knownState.ts'
import { allOf, firstRow, type Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { ScopeSql } from './scopeSql.ts'

/** Counts the rows that conditions list, which tells how documents are best come by. */
export class ListCounts {
  readonly #database: DatabaseSync
  readonly #scope: ScopeSql
  readonly #known: KnownOfScope['counts']

  constructor(database: DatabaseSync, scope: ScopeSql, { counts }: Pick<KnownOfScope, 'counts'>) {
    this.#database = database
    this.#scope = scope
    this.#known = counts
  }

  /** How many rows a condition lists, counted no further than `limit`; for some only how many at most. */
  of({ list: { from, where, shelf, most } }: ConditionSql, limit: number): number {
    if (most !== undefined) return Math.min(most, limit)
    const visible = shelf ? this.#scope.onShelf(shelf) : sql`1`
    const rows = sql`FROM ${from} WHERE ${allOf([where, visible])}`
    const key = `${rows.text}\0${JSON.stringify(rows.values)}`
    const known = this.#known.get(key)
    if (known && (known.limit >= limit || known.total < known.limit)) return Math.min(known.total, limit)
    return keepKnown(this.#known, key, { total: this.#count(rows, limit), limit }).total
  }

  #count(rows: Sql, limit: number): number {
    const row = firstRow(this.#database, sql`SELECT count(*) FROM (SELECT 1 ${rows} LIMIT ${limit})`)
    return Number(row?.[0])
  }
}
