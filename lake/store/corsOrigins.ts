import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const row = z
  .object({ id: z.number(), origin: z.string(), allow_credentials: z.number(), created_at: z.string() })
  .transform((stored) => ({
    id: stored.id,
    origin: stored.origin,
    allowCredentials: stored.allow_credentials === 1,
    createdAt: stored.created_at,
  }))

/** An origin that the operator has allowed besides the lake's own and the site's. */
export type CorsOrigin = z.infer<typeof row>

export function listCorsOrigins(database: DatabaseSync): CorsOrigin[] {
  return database
    .prepare('SELECT * FROM cors_origins ORDER BY origin')
    .all()
    .map((stored) => row.parse(stored))
}

export function findCorsOrigin(database: DatabaseSync, origin: string): CorsOrigin | undefined {
  const stored = database.prepare('SELECT * FROM cors_origins WHERE origin = ?').get(origin)
  return stored && row.parse(stored)
}

/** Adds an origin, or changes whether it may send credentials. */
export function putCorsOrigin(database: DatabaseSync, added: Omit<CorsOrigin, 'id'>): CorsOrigin {
  const stored = database
    .prepare(
      `INSERT INTO cors_origins (origin, allow_credentials, created_at) VALUES (?, ?, ?)
       ON CONFLICT (origin) DO UPDATE SET allow_credentials = excluded.allow_credentials RETURNING *`,
    )
    .get(added.origin, added.allowCredentials ? 1 : 0, added.createdAt)
  return row.parse(stored)
}

/** Answers whether there was such an origin. */
export function deleteCorsOrigin(database: DatabaseSync, origin: string): boolean {
  return database.prepare('DELETE FROM cors_origins WHERE origin = ?').run(origin).changes > 0
}

/** Answers whether there was an origin of that number. */
export function deleteCorsOriginById(database: DatabaseSync, id: number): boolean {
  return database.prepare('DELETE FROM cors_origins WHERE id = ?').run(id).changes > 0
}
