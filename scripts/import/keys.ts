import { createHash } from 'node:crypto'

export type KeySource = (words: string) => string

/**
 * Keys made from the words themselves: importing a file again gives its points the addresses that they had.
 * The same words a second time get a key of their own.
 */
export function openKeys(): KeySource {
  const seen = new Map<string, number>()
  return (words) => {
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    return createHash('sha256').update(`${words}\0${times}`).digest('hex').slice(0, 12)
  }
}
