import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { role } from './users.ts'

const row = z
  .object({ id: z.string(), name: z.string(), role, token_hash: z.string(), created_at: z.string() })
  .transform(({ token_hash, created_at, ...token }) => ({
    ...token,
    tokenHash: token_hash,
    createdAt: created_at,
  }))

/** A programme's key to the lake. The token itself is not stored. */
export type Token = z.infer<typeof row>

export function listTokens(database: DatabaseSync): Token[] {
  return database
    .prepare('SELECT * FROM tokens ORDER BY created_at, id')
    .all()
    .map((stored) => row.parse(stored))
}

export function findToken(database: DatabaseSync, tokenHash: string): Token | undefined {
  const stored = database.prepare('SELECT * FROM tokens WHERE token_hash = ?').get(tokenHash)
  return stored && row.parse(stored)
}

export function insertToken(database: DatabaseSync, token: Token): void {
  database
    .prepare('INSERT INTO tokens (id, name, role, token_hash, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(token.id, token.name, token.role, token.tokenHash, token.createdAt)
}

/** Answers the removed token, `undefined` when there was none. */
export function deleteToken(database: DatabaseSync, id: string): Token | undefined {
  const stored = database.prepare('DELETE FROM tokens WHERE id = ? RETURNING *').get(id)
  return stored && row.parse(stored)
}
