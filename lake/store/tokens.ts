import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { role } from './users.ts'

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    token_hash: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
  })
  .transform(({ token_hash, created_at, expires_at, ...token }) => ({
    ...token,
    tokenHash: token_hash,
    createdAt: created_at,
    /** ISO 8601; without one it is good until it is deleted. */
    expiresAt: expires_at ?? undefined,
  }))

/** A programme's key to the lake. The token itself is not stored. */
export type Token = z.infer<typeof row>

export function listTokens(database: DatabaseSync): Token[] {
  return database
    .prepare('SELECT * FROM tokens ORDER BY created_at, id')
    .all()
    .map((stored) => row.parse(stored))
}

/** The token of a hash, whether or not it has expired. */
export function findToken(database: DatabaseSync, tokenHash: string): Token | undefined {
  const stored = database.prepare('SELECT * FROM tokens WHERE token_hash = ?').get(tokenHash)
  return stored && row.parse(stored)
}

export function findTokenById(database: DatabaseSync, id: string): Token | undefined {
  const stored = database.prepare('SELECT * FROM tokens WHERE id = ?').get(id)
  return stored && row.parse(stored)
}

export function insertToken(
  database: DatabaseSync,
  token: Omit<Token, 'expiresAt'> & { expiresAt?: string | undefined },
): void {
  database
    .prepare(
      'INSERT INTO tokens (id, name, role, token_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(token.id, token.name, token.role, token.tokenHash, token.createdAt, token.expiresAt ?? null)
}

/** Gives a token another secret; the former one is worth nothing from then on. */
export function replaceTokenHash(database: DatabaseSync, id: string, tokenHash: string): void {
  database.prepare('UPDATE tokens SET token_hash = ? WHERE id = ?').run(tokenHash, id)
}

export function setTokenRole(database: DatabaseSync, id: string, role: Token['role']): void {
  database.prepare('UPDATE tokens SET role = ? WHERE id = ?').run(role, id)
}

/** Answers the removed token, `undefined` when there was none. */
export function deleteToken(database: DatabaseSync, id: string): Token | undefined {
  const stored = database.prepare('DELETE FROM tokens WHERE id = ? RETURNING *').get(id)
  return stored && row.parse(stored)
}
