import type { DatabaseSync } from 'node:sqlite'
import { numberOf, optionalTextOf, type Row, statement, textOf } from './statement.ts'

/** One committed transaction, as history tells it. */
export interface StoredTransaction {
  seq: number
  dataset: string
  id: string
  author: string
  /** ISO 8601. */
  timestamp: string
}

/** Adds the transaction and answers its sequence number. What it did stands in the log of changes. */
export function addTransaction(
  database: DatabaseSync,
  transaction: Omit<StoredTransaction, 'seq'> & { results?: object[] | undefined },
): number {
  const { dataset, id, author, timestamp, results } = transaction
  const written = statement(
    database,
    'INSERT INTO transactions (dataset, id, author, timestamp, results) VALUES (?, ?, ?, ?, ?)',
  ).run(dataset, id, author, timestamp, results ? JSON.stringify(results) : null)
  return Number(written.lastInsertRowid)
}

export function readTransaction(
  database: DatabaseSync,
  dataset: string,
  id: string,
): StoredTransaction | undefined {
  const row = statement(database, 'SELECT * FROM transactions WHERE dataset = ? AND id = ?').get(dataset, id)
  return row && toTransaction(row)
}

/** What the mutations of a transaction were answered; undefined of one whose id the lake has chosen. */
export function readResults(database: DatabaseSync, dataset: string, id: string): string | undefined {
  const row = statement(database, 'SELECT results FROM transactions WHERE dataset = ? AND id = ?').get(
    dataset,
    id,
  )
  return row && optionalTextOf(row, 'results')
}

export function toTransaction(row: Row): StoredTransaction {
  return {
    seq: numberOf(row, 'seq'),
    dataset: textOf(row, 'dataset'),
    id: textOf(row, 'id'),
    author: optionalTextOf(row, 'author') ?? '',
    timestamp: textOf(row, 'timestamp'),
  }
}
