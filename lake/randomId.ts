import { randomBytes } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A random identifier of 22 letters and digits (130 bits), as the hosted service's are. */
export function randomId(): string {
  let id = ''
  while (id.length < 22) {
    // Bytes above the last whole multiple of 62 are thrown away, so that every letter is equally likely.
    for (const byte of randomBytes(32)) if (byte < 248 && id.length < 22) id += letters[byte % 62]
  }
  return id
}
