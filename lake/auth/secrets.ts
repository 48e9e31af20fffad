import { createHash, randomBytes } from 'node:crypto'

/** What is stored of a token: its SHA-256. Tokens are random, so a fast hash gives nothing away. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A new token of 180 random bits, marked so that secret scanners and people recognise it. */
export function newToken(): string {
  return `sk${randomBytes(33).toString('base64url')}`
}

/** A password that can be read aloud and typed: four groups of five letters and digits, 100 bits. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const drawn = [...randomBytes(20)].map((byte) => letters[byte % 32] ?? 'x')
  return [0, 5, 10, 15].map((start) => drawn.slice(start, start + 5).join('')).join('-')
}
