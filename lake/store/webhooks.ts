import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

export const operation = z.enum(['create', 'update', 'delete'])

/** What happened to a document, as webhooks call it. */
export type Operation = z.infer<typeof operation>

export const httpMethod = z.enum(['POST', 'PUT', 'PATCH', 'DELETE', 'GET'])

const jsonText = z.string().transform((text): unknown => JSON.parse(text))
const row = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    dataset: z.string(),
    url: z.string(),
    http_method: httpMethod,
    headers: jsonText.pipe(z.record(z.string(), z.string())),
    api_version: z.string(),
    secret: z.string().nullable(),
    filter: z.string().nullable(),
    projection: z.string().nullable(),
    triggers: jsonText.pipe(z.array(operation)),
    include_drafts: z.number(),
    include_all_versions: z.number(),
    enabled: z.number(),
    paused_at: z.number().nullable(),
    created_at: z.string(),
    created_by: z.string().nullable(),
    cursor: z.number(),
  })
  .transform((stored) => ({
    id: stored.id,
    name: stored.name,
    description: stored.description ?? undefined,
    /** `*` for all. */
    dataset: stored.dataset,
    url: stored.url,
    httpMethod: stored.http_method,
    /** Sent along with every message. */
    headers: stored.headers,
    apiVersion: stored.api_version,
    secret: stored.secret ?? undefined,
    /** GROQ on the document, with `before()`, `after()` and `delta::…`; without one every change counts. */
    filter: stored.filter ?? undefined,
    /** GROQ for the body; without one the body is the document. */
    projection: stored.projection ?? undefined,
    triggers: stored.triggers,
    includeDrafts: stored.include_drafts === 1,
    includeAllVersions: stored.include_all_versions === 1,
    enabled: stored.enabled === 1,
    /** The last change that it still tells of while it is disabled. */
    pausedAt: stored.paused_at ?? undefined,
    createdAt: stored.created_at,
    createdBy: stored.created_by ?? undefined,
    /** The last change that was looked at. */
    cursor: stored.cursor,
  }))

export type Webhook = z.infer<typeof row>

/** What an operator decides about a webhook. */
export type WebhookChoices = Omit<
  Webhook,
  'id' | 'enabled' | 'pausedAt' | 'createdAt' | 'createdBy' | 'cursor'
>

/** What a webhook is when nothing else was asked for. */
const usualChoices: Omit<WebhookChoices, 'name' | 'dataset' | 'url' | 'secret'> = {
  description: undefined,
  httpMethod: 'POST',
  headers: {},
  apiVersion: 'v2025-02-19',
  filter: undefined,
  projection: undefined,
  triggers: ['create', 'update', 'delete'],
  includeDrafts: false,
  includeAllVersions: false,
}

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

/** A webhook as it is set up: what is left out of the choices is as usual. */
export type NewWebhook = Pick<
  Webhook,
  'id' | 'name' | 'dataset' | 'url' | 'secret' | 'createdAt' | 'cursor'
> &
  Partial<WebhookChoices & Pick<Webhook, 'enabled' | 'createdBy'>>

/** Adds a webhook that tells of changes after `cursor`. */
export function insertWebhook(database: DatabaseSync, webhook: NewWebhook): void {
  const { id, createdAt, createdBy, cursor, enabled = true } = webhook
  database
    .prepare(
      `INSERT INTO webhooks (id, created_at, created_by, cursor, enabled, ${columns.join(', ')})
       VALUES (?, ?, ?, ?, ?, ${columns.map(() => '?').join(', ')})`,
    )
    .run(
      id,
      createdAt,
      createdBy ?? null,
      cursor,
      enabled ? 1 : 0,
      ...toColumns({ ...usualChoices, ...webhook }),
    )
}

/** Changes what a webhook is; messages that wait keep their bodies and go where it leads now. */
export function updateWebhook(database: DatabaseSync, id: string, choices: WebhookChoices): void {
  database
    .prepare(`UPDATE webhooks SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .run(...toColumns(choices), id)
}

/** Sends a webhook elsewhere, with another secret if need be; what waits for delivery goes there too. */
export function redirectWebhook(
  database: DatabaseSync,
  id: string,
  { url, secret }: { url: string; secret: string },
): void {
  database.prepare('UPDATE webhooks SET url = ?, secret = ? WHERE id = ?').run(url, secret, id)
}

/** Nothing more is sent. Of changes after `lastChange` it will never tell; messages that wait go on waiting. */
export function disableWebhook(database: DatabaseSync, id: string, lastChange: number): void {
  database
    .prepare('UPDATE webhooks SET enabled = 0, paused_at = ? WHERE id = ? AND enabled = 1')
    .run(lastChange, id)
}

/** Sends what has waited, and tells of changes after `lastChange`. */
export function enableWebhook(database: DatabaseSync, id: string, lastChange: number): void {
  database
    .prepare('UPDATE webhooks SET enabled = 1, paused_at = NULL, cursor = ? WHERE id = ? AND enabled = 0')
    .run(lastChange, id)
}

export function moveCursor(database: DatabaseSync, id: string, cursor: number): void {
  database.prepare('UPDATE webhooks SET cursor = ? WHERE id = ?').run(cursor, id)
}

/** Answers whether there was such a webhook; its deliveries go with it. */
export function deleteWebhook(database: DatabaseSync, id: string): boolean {
  return database.prepare('DELETE FROM webhooks WHERE id = ?').run(id).changes > 0
}

const columns = [
  'name',
  'description',
  'dataset',
  'url',
  'http_method',
  'headers',
  'api_version',
  'secret',
  'filter',
  'projection',
  'triggers',
  'include_drafts',
  'include_all_versions',
] as const

function toColumns(choices: WebhookChoices) {
  return [
    choices.name,
    choices.description ?? null,
    choices.dataset,
    choices.url,
    choices.httpMethod,
    JSON.stringify(choices.headers),
    choices.apiVersion,
    choices.secret ?? null,
    choices.filter ?? null,
    choices.projection ?? null,
    JSON.stringify(choices.triggers),
    choices.includeDrafts ? 1 : 0,
    choices.includeAllVersions ? 1 : 0,
  ]
}
