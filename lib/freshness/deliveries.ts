const REMEMBERED_MS = 10 * 60_000
const MOST_REMEMBERED = 1000

/**
 * Remembers deliveries by their key, so that the same one, sent again, is answered with the first receipt and does
 * nothing anew. One that failed is forgotten: its repetition is wanted.
 */
export const createDeliveries = <T>(now: () => number) => {
  const seen = new Map<string, { at: number; receipt: Promise<T> }>()
  const forgetOld = () => {
    for (const [key, { at }] of seen)
      if (now() - at > REMEMBERED_MS || seen.size > MOST_REMEMBERED) seen.delete(key)
  }
  return {
    once: (key: string, deliver: () => Promise<T>): Promise<T> => {
      forgetOld()
      const known = seen.get(key)
      if (known) return known.receipt
      const receipt = deliver()
      seen.set(key, { at: now(), receipt })
      receipt.catch(() => seen.delete(key))
      return receipt
    },
  }
}
