import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

export const operation = z.enum(['create', 'update', 'delete'])

/** What happened to a document, as webhooks call it. */
export type Operation = z.infer<typeof operation>

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    dataset: z.string(),
    url: z.string(),
    secret: z.string().nullable(),
    filter: z.string().nullable(),
    projection: z.string().nullable(),
    triggers: z.string().transform((text) => z.array(operation).parse(JSON.parse(text))),
    include_drafts: z.number(),
    enabled: z.number(),
    created_at: z.string(),
    cursor: z.number(),
  })
  .transform((stored) => ({
    id: stored.id,
    name: stored.name,
    dataset: stored.dataset,
    url: stored.url,
    secret: stored.secret ?? undefined,
    /** GROQ on the document, with `before()`, `after()` and `delta::…`; without one every change counts. */
    filter: stored.filter ?? undefined,
    /** GROQ for the body; without one the body is the document. */
    projection: stored.projection ?? undefined,
    triggers: stored.triggers,
    includeDrafts: stored.include_drafts === 1,
    enabled: stored.enabled === 1,
    createdAt: stored.created_at,
    /** The last change that was looked at. */
    cursor: stored.cursor,
  }))

export type Webhook = z.infer<typeof row>

export function listWebhooks(database: DatabaseSync): Webhook[] {
  return database
    .prepare('SELECT * FROM webhooks ORDER BY created_at, id')
    .all()
    .map((stored) => row.parse(stored))
}

export function findWebhook(database: DatabaseSync, id: string): Webhook | undefined {
  const stored = database.prepare('SELECT * FROM webhooks WHERE id = ?').get(id)
  return stored && row.parse(stored)
}

export function findWebhookByName(database: DatabaseSync, name: string): Webhook | undefined {
  const stored = database.prepare('SELECT * FROM webhooks WHERE name = ?').get(name)
  return stored && row.parse(stored)
}

export function insertWebhook(database: DatabaseSync, webhook: Webhook): void {
  database
    .prepare(
      `INSERT INTO webhooks (id, name, dataset, url, secret, filter, projection, triggers, include_drafts, enabled, created_at, cursor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      webhook.id,
      webhook.name,
      webhook.dataset,
      webhook.url,
      webhook.secret ?? null,
      webhook.filter ?? null,
      webhook.projection ?? null,
      JSON.stringify(webhook.triggers),
      webhook.includeDrafts ? 1 : 0,
      webhook.enabled ? 1 : 0,
      webhook.createdAt,
      webhook.cursor,
    )
}

/** Sends a webhook elsewhere, with another secret if need be; what waits for delivery goes there too. */
export function redirectWebhook(
  database: DatabaseSync,
  id: string,
  { url, secret }: { url: string; secret: string },
): void {
  database.prepare('UPDATE webhooks SET url = ?, secret = ? WHERE id = ?').run(url, secret, id)
}

export function moveCursor(database: DatabaseSync, id: string, cursor: number): void {
  database.prepare('UPDATE webhooks SET cursor = ? WHERE id = ?').run(cursor, id)
}

/** Answers whether there was such a webhook; its deliveries go with it. */
export function deleteWebhook(database: DatabaseSync, id: string): boolean {
  return database.prepare('DELETE FROM webhooks WHERE id = ?').run(id).changes > 0
}
