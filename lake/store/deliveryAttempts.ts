import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { statement } from './statement.ts'

export const failureReason = z.enum(['http', 'network', 'timeout', 'other'])

const row = z
  .object({
    id: z.string(),
    delivery_id: z.string(),
    webhook_id: z.string(),
    created_at: z.string(),
    duration: z.number(),
    response_status: z.number().nullable(),
    response_body: z.string().nullable(),
    failure_reason: failureReason.nullable(),
    failure: z.string().nullable(),
  })
  .transform((stored) => ({
    id: stored.id,
    deliveryId: stored.delivery_id,
    webhookId: stored.webhook_id,
    createdAt: stored.created_at,
    /** Milliseconds. */
    duration: stored.duration,
    responseStatus: stored.response_status ?? undefined,
    /** The beginning of what the receiver said. */
    responseBody: stored.response_body ?? undefined,
    failureReason: stored.failure_reason ?? undefined,
    failure: stored.failure ?? undefined,
  }))

/** One time that a message was sent. */
export type DeliveryAttempt = z.infer<typeof row>

/** Adds an attempt, unless its message was deleted meanwhile. */
export function addAttempt(database: DatabaseSync, attempt: DeliveryAttempt): void {
  statement(
    database,
    `INSERT INTO webhook_attempts (id, delivery_id, webhook_id, created_at, duration, response_status,
       response_body, failure_reason, failure)
     SELECT ?, d.id, d.webhook_id, ?, ?, ?, ?, ?, ? FROM webhook_deliveries d WHERE d.id = ?`,
  ).run(
    attempt.id,
    attempt.createdAt,
    attempt.duration,
    attempt.responseStatus ?? null,
    attempt.responseBody ?? null,
    attempt.failureReason ?? null,
    attempt.failure ?? null,
    attempt.deliveryId,
  )
}

export function findAttempt(database: DatabaseSync, id: string): DeliveryAttempt | undefined {
  const stored = statement(database, 'SELECT * FROM webhook_attempts WHERE id = ?').get(id)
  return stored && row.parse(stored)
}

/** The newest attempts of a webhook first. */
export function listAttempts(
  database: DatabaseSync,
  webhookId: string,
  limit: number,
  offset = 0,
): DeliveryAttempt[] {
  return statement(
    database,
    'SELECT * FROM webhook_attempts WHERE webhook_id = ? ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?',
  )
    .all(webhookId, limit, offset)
    .map((stored) => row.parse(stored))
}
