import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { role } from './users.ts'

const sessionRow = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role, expires_at: z.string() })
  .transform(({ expires_at, ...user }) => ({ ...user, expiresAt: expires_at }))

const hashRow = z.object({ token_hash: z.string() })

/** A session with the user it belongs to, as they are now: a change of role applies at once. */
export type SessionUser = z.infer<typeof sessionRow>

/** The session of a token's hash, unless it has ended by `now` (ISO 8601). */
export function findSession(database: DatabaseSync, tokenHash: string, now: string): SessionUser | undefined {
  const stored = database
    .prepare(
      `SELECT users.id, users.name, users.email, users.role, sessions.expires_at
       FROM sessions JOIN users ON users.id = sessions.user_id
       WHERE sessions.token_hash = ? AND sessions.expires_at > ?`,
    )
    .get(tokenHash, now)
  return stored && sessionRow.parse(stored)
}

export function insertSession(
  database: DatabaseSync,
  session: { tokenHash: string; userId: string; createdAt: string; expiresAt: string },
): void {
  database
    .prepare('INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)')
    .run(session.tokenHash, session.userId, session.createdAt, session.expiresAt)
}

/** Answers whether there was such a session. */
export function deleteSession(database: DatabaseSync, tokenHash: string): boolean {
  return database.prepare('DELETE FROM sessions WHERE token_hash = ?').run(tokenHash).changes > 0
}

/** Ends every session of a user and answers their token hashes. */
export function deleteSessionsOf(database: DatabaseSync, userId: string): string[] {
  return database
    .prepare('DELETE FROM sessions WHERE user_id = ? RETURNING token_hash')
    .all(userId)
    .map((stored) => hashRow.parse(stored).token_hash)
}

export function deleteEndedSessions(database: DatabaseSync, now: string): void {
  database.prepare('DELETE FROM sessions WHERE expires_at <= ?').run(now)
}
