import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { parseDocument } from './documents.ts'
import { optionalTextOf, type Row, statement } from './statement.ts'

/** The document as it last was, also when it is deleted by now. */
export function lastBodyOf(database: DatabaseSync, dataset: string, id: string): SanityDocument | undefined {
  return toBody(
    statement(
      database,
      `SELECT body FROM whole_changes WHERE dataset = ? AND document_id = ? AND body IS NOT NULL AND purged = 0
       ORDER BY seq DESC LIMIT 1`,
    ).get(dataset, id),
  )
}

/** The document right after a transaction, whether or not that touched it; undefined when it was not there. */
export function bodyAtTransaction(
  database: DatabaseSync,
  dataset: string,
  id: string,
  transactionId: string,
): SanityDocument | undefined {
  return toBody(
    statement(
      database,
      `SELECT c.body FROM whole_changes c
       WHERE c.dataset = ?1 AND c.document_id = ?2 AND c.purged = 0
         AND c.transaction_seq <= (SELECT seq FROM transactions WHERE dataset = ?1 AND id = ?3)
       ORDER BY c.seq DESC LIMIT 1`,
    ).get(dataset, id, transactionId),
  )
}

/** The document as it was at a time (ISO 8601); undefined when it was not there. */
export function bodyAtTime(
  database: DatabaseSync,
  dataset: string,
  id: string,
  time: string,
): SanityDocument | undefined {
  return toBody(
    statement(
      database,
      `SELECT c.body FROM whole_changes c JOIN transactions t ON t.seq = c.transaction_seq
       WHERE c.dataset = ? AND c.document_id = ? AND c.purged = 0 AND t.timestamp <= ?
       ORDER BY c.seq DESC LIMIT 1`,
    ).get(dataset, id, time),
  )
}

/** Who changed a document last; undefined when nobody ever has. */
export function authorOfLastChange(database: DatabaseSync, dataset: string, id: string): string | undefined {
  const row = statement(
    database,
    `SELECT t.author FROM changes c JOIN transactions t ON t.seq = c.transaction_seq
     WHERE c.dataset = ? AND c.document_id = ? ORDER BY c.seq DESC LIMIT 1`,
  ).get(dataset, id)
  return row && optionalTextOf(row, 'author')
}

function toBody(row: Row | undefined): SanityDocument | undefined {
  const body = row && optionalTextOf(row, 'body')
  return body === undefined ? undefined : parseDocument(body)
}
