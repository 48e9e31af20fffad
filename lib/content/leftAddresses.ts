import { channel, subscribe } from 'node:diagnostics_channel'
import { fetchParsed, SAFETY_NET_SECONDS } from '../../sanity/fetchParsed.ts'
import { addressesLeft } from '../../sanity/queries/redirects.ts'

/** Reaches every part of this process: pages, routes and the proxy are bundled apart and share no module. */
const CHANNEL = 'meridian:addresses-left'
const RETRY_MS = 5000

/** Tells this process of addresses that documents have left. */
export const announceLeft = (addresses: string[]): void => {
  for (const address of addresses) channel(CHANNEL).publish(address)
}

/**
 * Knows the addresses that documents have left: those in the content lake, asked for once and hourly after that, and
 * those announced since. One too many costs its readers a look at the page; the page alone decides.
 */
export const openLeftAddresses = (now: () => number) => {
  const known = new Set<string>()
  let first: Promise<void> | undefined
  let due = 0
  subscribe(CHANNEL, (address) => {
    if (typeof address === 'string') known.add(address)
  })
  const load = async () => {
    due = now() + RETRY_MS
    try {
      const addresses = await fetchParsed(addressesLeft, {}, { tags: [], revalidate: 0 })
      for (const address of addresses) known.add(address)
      due = now() + SAFETY_NET_SECONDS * 1000
    } catch (error) {
      console.warn(`Which addresses were left is asked again in a moment: ${String(error)}`)
    }
  }
  return {
    /** The first reader waits for the list; later ones never do. */
    includes: async (address: string): Promise<boolean> => {
      if (now() >= due) {
        const loading = load()
        first ??= loading
      }
      await first
      return known.has(address)
    },
  }
}
