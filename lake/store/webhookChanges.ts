import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { parseDocument } from './documents.ts'
import { numberOf, optionalTextOf, type Row, statement, textOf } from './statement.ts'
import type { Operation } from './webhooks.ts'

/** One change of the log, with what a webhook wants to know of it and no more. */
export interface WebhookChange {
  seq: number
  dataset: string
  documentId: string
  operation: Operation
  transactionId: string
  /** ISO 8601. */
  timestamp: string
  before: SanityDocument | undefined
  after: SanityDocument | undefined
}

const operations: Record<string, Operation> = { appear: 'create', update: 'update', disappear: 'delete' }

/** Up to `limit` changes after `seq`, oldest first, of one dataset or (`*`) of all. */
export function webhookChangesAfter(
  database: DatabaseSync,
  { dataset, seq, limit }: { dataset: string; seq: number; limit: number },
): WebhookChange[] {
  return statement(
    database,
    `SELECT c.seq, c.dataset, c.document_id, c.transition, c.body, t.id AS transaction_id, t.timestamp,
       (SELECT p.body FROM whole_changes p
         WHERE p.dataset = c.dataset AND p.document_id = c.document_id AND p.seq < c.seq
         ORDER BY p.seq DESC LIMIT 1) AS body_before
     FROM whole_changes c JOIN transactions t ON t.seq = c.transaction_seq
     WHERE c.seq > ? AND (? = '*' OR c.dataset = ?) ORDER BY c.seq LIMIT ?`,
  )
    .all(seq, dataset, dataset, limit)
    .map(toWebhookChange)
}

function toWebhookChange(row: Row): WebhookChange {
  return {
    seq: numberOf(row, 'seq'),
    dataset: textOf(row, 'dataset'),
    documentId: textOf(row, 'document_id'),
    operation: operations[textOf(row, 'transition')] ?? 'update',
    transactionId: textOf(row, 'transaction_id'),
    timestamp: textOf(row, 'timestamp'),
    before: toBody(optionalTextOf(row, 'body_before')),
    after: toBody(optionalTextOf(row, 'body')),
  }
}

function toBody(body: string | undefined): SanityDocument | undefined {
  return body === undefined ? undefined : parseDocument(body)
}
