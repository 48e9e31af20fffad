import { type AddressReceipt, isFresh, revisionIn, type SeenPage } from '../freshness/receipt.ts'

const AT_ONCE = 4
const GIVE_UP_MS = 10_000
const PURGE_AGAIN_MS = 1500
const FIRST_PAUSE_MS = 60
const LONGEST_PAUSE_MS = 1000
const FETCH_MS = 8000

export interface PageToRefresh {
  address: string
  /** What the page should show: a revision, `gone`, or undefined where it merely shows the document. */
  expected: () => Promise<string | undefined>
}

/**
 * Fetches pages from the portal itself until each shows what is published, so that no reader meets an old or a
 * cold one. Purges again while a page stays old; gives up after ten seconds and says so in the receipt.
 */
export const refreshPages = async (
  pages: PageToRefresh[],
  origin: string,
  purge: () => Promise<void>,
): Promise<AddressReceipt[]> => {
  const started = performance.now()
  const receipts: AddressReceipt[] = []
  const waiting = [...pages]
  const worker = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift())
      receipts.push(await refreshPage(page, origin, purge, started))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return receipts
}

const refreshPage = async (
  { address, expected }: PageToRefresh,
  origin: string,
  purge: () => Promise<void>,
  started: number,
): Promise<AddressReceipt> => {
  let wanted = await expected()
  let nextPurge = performance.now() + PURGE_AGAIN_MS
  // Longer each time: a page that cannot be made would otherwise fill the log with its reason.
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5)) {
    const seen = await seePage(`${origin}${address}`)
    const fresh = isFresh(seen, wanted)
    const now = performance.now()
    if (fresh || now - started > GIVE_UP_MS)
      return { address, status: seen.status, revision: seen.revision, fresh, ms: Math.round(now - started) }
    // Somebody may have published again meanwhile.
    wanted = await expected()
    if (now > nextPurge) {
      await purge()
      nextPurge = now + 2 * (now - started)
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

const seePage = async (url: string): Promise<SeenPage> => {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      cache: 'no-store',
      // What stands before Next asks it now, keeps what it says, and sends us what readers get.
      headers: { 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(FETCH_MS),
    })
    return {
      status: response.status,
      revision: revisionIn(await response.text()),
      cache: response.headers.get('x-nextjs-cache') ?? undefined,
    }
  } catch {
    return { status: 0, revision: undefined, cache: undefined }
  }
}
