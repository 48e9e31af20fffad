import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

export const role = z.enum(['administrator', 'editor', 'developer', 'contributor', 'viewer'])

const row = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    password_hash: z.string(),
    created_at: z.string(),
  })
  .transform(({ password_hash, created_at, ...user }) => ({
    ...user,
    passwordHash: password_hash,
    createdAt: created_at,
  }))

/** A person with a local account. */
export type User = z.infer<typeof row>

export function listUsers(database: DatabaseSync): User[] {
  return database
    .prepare('SELECT * FROM users ORDER BY created_at, id')
    .all()
    .map((stored) => row.parse(stored))
}

export function findUser(database: DatabaseSync, id: string): User | undefined {
  const stored = database.prepare('SELECT * FROM users WHERE id = ?').get(id)
  return stored && row.parse(stored)
}

/** E-mail addresses are compared without regard to case. */
export function findUserByEmail(database: DatabaseSync, email: string): User | undefined {
  const stored = database.prepare('SELECT * FROM users WHERE email = ?').get(email)
  return stored && row.parse(stored)
}

export function insertUser(database: DatabaseSync, user: User): void {
  database
    .prepare('INSERT INTO users (id, email, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(user.id, user.email, user.name, user.role, user.passwordHash, user.createdAt)
}

export function setPasswordHash(database: DatabaseSync, userId: string, passwordHash: string): void {
  database.prepare('UPDATE users SET password_hash = ? WHERE id = ?').run(passwordHash, userId)
}

export function setUserRole(database: DatabaseSync, userId: string, role: User['role']): void {
  database.prepare('UPDATE users SET role = ? WHERE id = ?').run(role, userId)
}

/** Removes the account and, by cascade, its sessions. */
export function deleteUser(database: DatabaseSync, userId: string): void {
  database.prepare('DELETE FROM user_settings WHERE user_id = ?').run(userId)
  database.prepare('DELETE FROM users WHERE id = ?').run(userId)
}
