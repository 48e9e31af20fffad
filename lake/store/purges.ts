import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import { numberOf, type Row, statement, textOf } from './statement.ts'

interface Purge {
  seq: number
  dataset: string
  documentId: string
  transactionId: string
}

/** Asks for the history of a document to be forgotten, up to the transaction that deletes it. */
export function addPurge(
  database: DatabaseSync,
  dataset: string,
  documentId: string,
  transactionId: string,
): void {
  statement(database, 'INSERT INTO purges (dataset, document_id, transaction_id) VALUES (?, ?, ?)').run(
    dataset,
    documentId,
    transactionId,
  )
}

/**
 * Forgets what was asked for. From now on no history shows it; its content leaves the log once every webhook has
 * read it, for what was acknowledged is still to be told. Called again it goes on with what had to wait.
 */
export function purgeHistories(database: DatabaseSync): void {
  const waiting = statement(database, 'SELECT * FROM purges ORDER BY seq').all().map(toPurge)
  for (const purge of waiting) inTransaction(database, () => carryOut(database, purge))
}

function carryOut(database: DatabaseSync, purge: Purge): void {
  const { dataset, documentId, transactionId } = purge
  const last = statement(
    database,
    `SELECT max(c.seq) AS seq FROM transactions t JOIN changes c ON c.transaction_seq = t.seq
     WHERE t.dataset = ? AND t.id = ?`,
  ).get(dataset, transactionId)
  const upTo = numberOf(last, 'seq')
  const hidden = statement(
    database,
    'UPDATE changes SET purged = 1 WHERE dataset = ? AND document_id = ? AND seq <= ? AND purged = 0',
  ).run(dataset, documentId, upTo)
  // The first time only: by the next one there may be another document of this id, with a timeline of its own.
  if (hidden.changes > 0) forgetTimeline(database, dataset, documentId)
  if (readByAllWebhooks(database, dataset, upTo)) {
    scrub(database, dataset, documentId, upTo)
    statement(database, 'DELETE FROM purges WHERE seq = ?').run(purge.seq)
  }
}

/** What the timeline tells of a draft or version, or, of what was published, of all that is no longer there. */
function forgetTimeline(database: DatabaseSync, dataset: string, documentId: string): void {
  statement(
    database,
    `DELETE FROM document_events AS e
     WHERE e.dataset = :dataset AND (e.version_id = :id
       OR (e.document_id = :id AND NOT EXISTS (
         SELECT 1 FROM stored_documents d WHERE d.dataset = e.dataset AND d.id = e.version_id)))`,
  ).run({ dataset, id: documentId })
}

function readByAllWebhooks(database: DatabaseSync, dataset: string, seq: number): boolean {
  const behind = statement(
    database,
    `SELECT 1 AS found FROM webhooks
     WHERE dataset IN (?, '*') AND cursor < ? AND (enabled = 1 OR cursor < paused_at) LIMIT 1`,
  ).get(dataset, seq)
  return behind === undefined
}

function scrub(database: DatabaseSync, dataset: string, documentId: string, upTo: number): void {
  statement(
    database,
    `UPDATE changes SET mutations = '[]', effects = '{"apply":[],"revert":[]}', body = NULL, body_of = NULL
     WHERE dataset = ? AND document_id = ? AND seq <= ?`,
  ).run(dataset, documentId, upTo)
}

function toPurge(row: Row): Purge {
  return {
    seq: numberOf(row, 'seq'),
    dataset: textOf(row, 'dataset'),
    documentId: textOf(row, 'document_id'),
    transactionId: textOf(row, 'transaction_id'),
  }
}
