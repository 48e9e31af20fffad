import type { DatabaseSync } from 'node:sqlite'
import type { CommittedTransaction } from '../context.ts'
import { changesOfTransaction } from './changes.ts'
import { numberOf, statement, textOf } from './statement.ts'

/** A place in the log of one dataset: the last change that somebody knows of, and what committed it. */
export interface LogPlace {
  /** 0 where nothing has happened yet. */
  seq: number
  transactionId: string
}

/** Where the log of a dataset ends by now. */
export function newestPlace(database: DatabaseSync, dataset: string): LogPlace {
  const row = statement(
    database,
    `SELECT c.seq, t.id FROM changes c JOIN transactions t ON t.seq = c.transaction_seq
     WHERE c.dataset = ? ORDER BY c.seq DESC LIMIT 1`,
  ).get(dataset)
  return row ? { seq: numberOf(row, 'seq'), transactionId: textOf(row, 'id') } : { seq: 0, transactionId: '' }
}

/** The change with this number, unless it belongs to another dataset or is gone. */
export function placeAt(database: DatabaseSync, dataset: string, seq: number): LogPlace | undefined {
  const row = statement(
    database,
    `SELECT t.id FROM changes c JOIN transactions t ON t.seq = c.transaction_seq
     WHERE c.seq = ? AND c.dataset = ?`,
  ).get(seq, dataset)
  return row && { seq, transactionId: textOf(row, 'id') }
}

/** The number of what a transaction did to a document. */
export function seqOfChange(
  database: DatabaseSync,
  dataset: string,
  transactionId: string,
  documentId: string,
): number | undefined {
  const row = statement(
    database,
    `SELECT c.seq FROM transactions t JOIN changes c ON c.transaction_seq = t.seq
     WHERE t.dataset = ? AND t.id = ? AND c.document_id = ?`,
  ).get(dataset, transactionId, documentId)
  return row && numberOf(row, 'seq')
}

/** The oldest transaction of a dataset with a change after `seq`, whole, also where part of it is before. */
export function nextTransaction(
  database: DatabaseSync,
  dataset: string,
  seq: number,
): CommittedTransaction | undefined {
  const row = statement(
    database,
    `SELECT t.id FROM changes c JOIN transactions t ON t.seq = c.transaction_seq
     WHERE c.dataset = ? AND c.seq > ? ORDER BY c.seq LIMIT 1`,
  ).get(dataset, seq)
  if (!row) return undefined
  const transactionId = textOf(row, 'id')
  return { dataset, transactionId, changes: changesOfTransaction(database, dataset, transactionId) }
}

/** Whether the changes of a dataset after `seq` can all be told: none of them purged, and no more than `most`. */
export function canTellSince(database: DatabaseSync, dataset: string, seq: number, most: number): boolean {
  const purged = statement(
    database,
    'SELECT 1 AS found FROM changes WHERE dataset = ? AND purged = 1 AND seq > ? LIMIT 1',
  ).get(dataset, seq)
  if (purged) return false
  const behind = statement(
    database,
    'SELECT count(*) AS total FROM (SELECT 1 FROM changes WHERE dataset = ? AND seq > ? LIMIT ?)',
  ).get(dataset, seq, most + 1)
  return numberOf(behind, 'total') <= most
}
