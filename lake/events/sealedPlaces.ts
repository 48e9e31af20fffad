import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { LogPlace } from '../store/changeFeed.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

/*
 * One AES block: six bytes of the change's number, six of its transaction's digest, four by chance. A block that this
 * lake has not made opens to a number and a digest that belong to nothing.
 */
const block = 16
const cipher = 'aes-256-ecb'
const keys = new WeakMap<DatabaseSync, Buffer>()

/** A place as text that only this lake can read and make. */
export function sealPlace(database: DatabaseSync, { seq, transactionId }: LogPlace): string {
  const plain = Buffer.concat([Buffer.alloc(6), digestOf(transactionId), randomBytes(4)])
  plain.writeUIntBE(seq, 0, 6)
  const sealing = createCipheriv(cipher, keyOf(database), null).setAutoPadding(false)
  return Buffer.concat([sealing.update(plain), sealing.final()]).toString('base64url')
}

/** What `sealPlace` was given; undefined for a text that is no block. */
export function openPlace(
  database: DatabaseSync,
  sealed: string,
): { seq: number; digest: Buffer } | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length !== block) return undefined
  const opening = createDecipheriv(cipher, keyOf(database), null).setAutoPadding(false)
  const plain = Buffer.concat([opening.update(bytes), opening.final()])
  return { seq: plain.readUIntBE(0, 6), digest: plain.subarray(6, 12) }
}

export function digestOf(transactionId: string): Buffer {
  return createHash('sha256').update(transactionId).digest().subarray(0, 6)
}

/** Drawn once and kept with the data, so that readers who come back after a restart are known. */
function keyOf(database: DatabaseSync): Buffer {
  const known = keys.get(database)
  if (known) return known
  const stored = z.string().safeParse(readSetting(database, 'lake', 'placeKey')).data
  const key = stored ? Buffer.from(stored, 'base64url') : randomBytes(32)
  keys.set(database, key)
  if (!stored) keep(database, key)
  return key
}

function keep(database: DatabaseSync, key: Buffer): void {
  try {
    writeSetting(database, 'lake', 'placeKey', key.toString('base64url'))
  } catch {
    // On a full disk readers are served all the same; after a restart they begin anew.
  }
}
