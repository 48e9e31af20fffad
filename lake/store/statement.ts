import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The prepared statement of `sql`, kept as long as its database is. */
export function statement(database: DatabaseSync, sql: string): StatementSync {
  const statements = prepared.get(database) ?? new Map<string, StatementSync>()
  prepared.set(database, statements)
  const known = statements.get(sql)
  if (known) return known
  const fresh = database.prepare(sql)
  statements.set(sql, fresh)
  return fresh
}

/** A text, or its bytes in UTF-8 where nobody has to read it here. SQL says `CAST(? AS TEXT)`. */
export type WrittenText = string | Uint8Array

export type Row = Record<string, SQLOutputValue>

/** A column that the schema declares `TEXT NOT NULL`. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`)
  return value
}

/** A `TEXT` column that may be null. */
export function optionalTextOf(row: Row, column: string): string | undefined {
  const value = row[column]
  return typeof value === 'string' ? value : undefined
}

/** An `INTEGER` column; null counts as zero, as in `max(seq)` of an empty table. */
export function numberOf(row: Row | undefined, column: string): number {
  return Number(row?.[column] ?? 0)
}
