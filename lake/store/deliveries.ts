import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { numberOf, optionalTextOf, statement } from './statement.ts'
import { operation } from './webhooks.ts'

const row = z
  .object({
    id: z.string(),
    webhook_id: z.string(),
    change_seq: z.number(),
    dataset: z.string(),
    document_id: z.string(),
    operation,
    transaction_id: z.string(),
    transaction_time: z.string(),
    payload: z.string(),
    status: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.number(),
    next_attempt_at: z.string().nullable(),
    response_status: z.number().nullable(),
    failure: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((stored) => ({
    id: stored.id,
    webhookId: stored.webhook_id,
    changeSeq: stored.change_seq,
    dataset: stored.dataset,
    documentId: stored.document_id,
    operation: stored.operation,
    transactionId: stored.transaction_id,
    /** ISO 8601. */
    transactionTime: stored.transaction_time,
    /** JSON, as it is sent. */
    payload: stored.payload,
    status: stored.status,
    attempts: stored.attempts,
    /** ISO 8601; when it is due again after a failed attempt. */
    nextAttemptAt: stored.next_attempt_at ?? undefined,
    responseStatus: stored.response_status ?? undefined,
    /** Why the last attempt failed, in words. */
    failure: stored.failure ?? undefined,
    createdAt: stored.created_at,
  }))

/** One message of a webhook about one change. */
export type Delivery = z.infer<typeof row>

/** Queues a message, or with `failure` writes down that there is none; a change is never queued twice for the same webhook. */
export function queueDelivery(
  database: DatabaseSync,
  queued: Omit<Delivery, 'status' | 'attempts' | 'nextAttemptAt' | 'responseStatus' | 'failure'> & {
    failure?: string | undefined
  },
): void {
  statement(
    database,
    `INSERT INTO webhook_deliveries
       (id, webhook_id, change_seq, dataset, document_id, operation, transaction_id, transaction_time,
        payload, created_at, status, failure, attempts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (webhook_id, change_seq) DO NOTHING`,
  ).run(
    queued.id,
    queued.webhookId,
    queued.changeSeq,
    queued.dataset,
    queued.documentId,
    queued.operation,
    queued.transactionId,
    queued.transactionTime,
    queued.payload,
    queued.createdAt,
    queued.failure === undefined ? 'pending' : 'failed',
    queued.failure ?? null,
  )
}

/**
 * Messages that may be sent at `now` (ISO 8601): of each document the oldest that waits, so that messages
 * about one document keep their order whatever happens to those about others.
 */
export function dueDeliveries(
  database: DatabaseSync,
  webhookId: string,
  { now, limit }: { now: string; limit: number },
): Delivery[] {
  return statement(
    database,
    `SELECT * FROM webhook_deliveries d
     WHERE webhook_id = ? AND status = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= ?)
       AND NOT EXISTS (SELECT 1 FROM webhook_deliveries earlier
         WHERE earlier.webhook_id = d.webhook_id AND earlier.dataset = d.dataset
           AND earlier.document_id = d.document_id AND earlier.status = 'pending'
           AND earlier.change_seq < d.change_seq)
     ORDER BY change_seq LIMIT ?`,
  )
    .all(webhookId, now, limit)
    .map((stored) => row.parse(stored))
}

/** When the first message that must be tried again is due, if any is after `now` (ISO 8601). */
export function nextDue(database: DatabaseSync, webhookId: string, now: string): string | undefined {
  const stored = statement(
    database,
    `SELECT min(next_attempt_at) AS next FROM webhook_deliveries
     WHERE webhook_id = ? AND status = 'pending' AND next_attempt_at > ?`,
  ).get(webhookId, now)
  return stored && optionalTextOf(stored, 'next')
}

/** Writes down how an attempt ended. */
export function recordOutcome(
  database: DatabaseSync,
  id: string,
  outcome: Pick<Delivery, 'status' | 'attempts' | 'nextAttemptAt' | 'responseStatus' | 'failure'>,
): void {
  statement(
    database,
    `UPDATE webhook_deliveries
     SET status = ?, attempts = ?, next_attempt_at = ?, response_status = ?, failure = ? WHERE id = ?`,
  ).run(
    outcome.status,
    outcome.attempts,
    outcome.nextAttemptAt ?? null,
    outcome.responseStatus ?? null,
    outcome.failure ?? null,
    id,
  )
}

export function findDelivery(database: DatabaseSync, id: string): Delivery | undefined {
  const stored = statement(database, 'SELECT * FROM webhook_deliveries WHERE id = ?').get(id)
  return stored && row.parse(stored)
}

/** The newest messages of a webhook first. */
export function listDeliveries(
  database: DatabaseSync,
  webhookId: string,
  limit: number,
  offset = 0,
): Delivery[] {
  return statement(
    database,
    'SELECT * FROM webhook_deliveries WHERE webhook_id = ? ORDER BY change_seq DESC LIMIT ? OFFSET ?',
  )
    .all(webhookId, limit, offset)
    .map((stored) => row.parse(stored))
}

export function countWaiting(database: DatabaseSync, webhookId: string): number {
  const stored = statement(
    database,
    `SELECT count(*) AS waiting FROM webhook_deliveries WHERE webhook_id = ? AND status = 'pending'`,
  ).get(webhookId)
  return numberOf(stored, 'waiting')
}

/** Lets a message be sent anew, with all its attempts; its `idempotency-key` stays. */
export function requeueDelivery(database: DatabaseSync, id: string): void {
  statement(
    database,
    `UPDATE webhook_deliveries
     SET status = 'pending', attempts = 0, next_attempt_at = NULL, failure = NULL WHERE id = ?`,
  ).run(id)
}

/** Forgets messages from before `time` (ISO 8601) that have arrived or been given up. */
export function deleteFinishedDeliveries(database: DatabaseSync, time: string): void {
  statement(database, `DELETE FROM webhook_deliveries WHERE status <> 'pending' AND created_at < ?`).run(time)
}
