import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** 32 MiB and three passes: one of the settings that OWASP's password storage cheat sheet holds to be enough. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const maxmem = 64 * 1024 * 1024
const keyLength = 32

const stored = z.string().regex(/^scrypt:\d+:\d+:\d+:[\w-]+:[\w-]+$/)

/** A password as it is stored: scrypt with its cost and a random salt, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

/**
 * Whether a password is the one that was hashed. Without a hash (nobody has that address) it works as
 * long, so that its duration does not tell which addresses have an account.
 */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ? stored.parse(hash) : '').split(':')
  const chosen = hash ? { N: Number(N), r: Number(r), p: Number(p) } : cost
  const derived = await derive(password, Buffer.from(salt, 'base64url'), chosen)
  const expected = hash ? Buffer.from(key, 'base64url') : randomBytes(keyLength)
  return timingSafeEqual(derived, expected)
}

/** Whether a stored password was hashed at another cost than is asked for now. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(`scrypt:${cost.N}:${cost.r}:${cost.p}:`)
}

function derive(password: string, salt: Buffer, options: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard layout or system is the same password.
    scrypt(password.normalize('NFKC'), salt, keyLength, { ...options, maxmem }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
