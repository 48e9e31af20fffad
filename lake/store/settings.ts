import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const stored = z.object({ value: z.string() })

/** What a person's Studio remembers under a key, as the JSON value it was given; `undefined` when nothing. */
export function readSetting(database: DatabaseSync, userId: string, key: string): unknown {
  const row = database
    .prepare('SELECT value FROM user_settings WHERE user_id = ? AND key = ?')
    .get(userId, key)
  return row && JSON.parse(stored.parse(row).value)
}

export function writeSetting(database: DatabaseSync, userId: string, key: string, value: unknown): void {
  database
    .prepare(
      `INSERT INTO user_settings (user_id, key, value) VALUES (?, ?, ?)
       ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
    )
    .run(userId, key, JSON.stringify(value ?? null))
}
