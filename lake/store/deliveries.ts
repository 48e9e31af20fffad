import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const row = z
  .object({
    id: z.string(),
    webhook_id: z.string(),
    change_seq: z.number(),
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

/** Queues a message; a change is never queued twice for the same webhook. */
export function queueDelivery(
  database: DatabaseSync,
  queued: Pick<Delivery, 'id' | 'webhookId' | 'changeSeq' | 'payload' | 'createdAt'>,
): void {
  database
    .prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, change_seq, payload, status, attempts, created_at)
       VALUES (?, ?, ?, ?, 'pending', 0, ?) ON CONFLICT (webhook_id, change_seq) DO NOTHING`,
    )
    .run(queued.id, queued.webhookId, queued.changeSeq, queued.payload, queued.createdAt)
}

/** The oldest message of a webhook that has neither arrived nor been given up. */
export function nextDelivery(database: DatabaseSync, webhookId: string): Delivery | undefined {
  const stored = database
    .prepare(
      `SELECT * FROM webhook_deliveries WHERE webhook_id = ? AND status = 'pending' ORDER BY change_seq LIMIT 1`,
    )
    .get(webhookId)
  return stored && row.parse(stored)
}

/** Writes down how an attempt ended. */
export function recordAttempt(
  database: DatabaseSync,
  id: string,
  outcome: Pick<Delivery, 'status' | 'attempts' | 'nextAttemptAt' | 'responseStatus' | 'failure'>,
): void {
  database
    .prepare(
      `UPDATE webhook_deliveries
       SET status = ?, attempts = ?, next_attempt_at = ?, response_status = ?, failure = ? WHERE id = ?`,
    )
    .run(
      outcome.status,
      outcome.attempts,
      outcome.nextAttemptAt ?? null,
      outcome.responseStatus ?? null,
      outcome.failure ?? null,
      id,
    )
}

/** The newest messages of a webhook first. */
export function listDeliveries(database: DatabaseSync, webhookId: string, limit: number): Delivery[] {
  return database
    .prepare('SELECT * FROM webhook_deliveries WHERE webhook_id = ? ORDER BY change_seq DESC LIMIT ?')
    .all(webhookId, limit)
    .map((stored) => row.parse(stored))
}

/** Forgets messages from before `time` (ISO 8601) that have arrived or been given up. */
export function deleteFinishedDeliveries(database: DatabaseSync, time: string): void {
  database.prepare(`DELETE FROM webhook_deliveries WHERE status <> 'pending' AND created_at < ?`).run(time)
}
