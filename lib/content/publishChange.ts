import { addressesLeftBy } from '../addresses/redirectsOfChange.ts'
import { addressesOfChange, ownAddress } from '../freshness/addressesOfChange.ts'
import { type ChangedDocument, parseChange } from '../freshness/changedDocument.ts'
import { companionsOf, outputsOfArticle } from '../freshness/companions.ts'
import type { Receipt } from '../freshness/receipt.ts'
import { type Purge, purgesOfChange } from '../freshness/tagsOfChange.ts'
import { getDependents, getFeedsAlone, getPublishedRevision, isAddressTaken } from './getDependents.ts'
import { type PageToRefresh, refreshPages } from './refreshPages.ts'

const MOST_ADDRESSES = 40
const MOST_COMPANIONS = 80

/** Brings a change to readers: purges what it touched, then refreshes the pages that show it. */
export const publishChange = async (
  change: { before: unknown; after: unknown },
  origin: string,
  purge: (purges: Purge[], left: string[]) => Promise<void>,
): Promise<Receipt> => {
  const started = performance.now()
  const { before, after } = change
  const purges = purgesOfChange(before, after)
  if (purges.length === 0) return { tags: [], addresses: [], ms: 0 }
  const left = addressesLeftBy(before, after)
  await purge(purges, left)
  const pages = await pagesToRefresh(before, after)
  const addresses = await refreshPages(pages, origin, () => purge(purges, left))
  return { tags: purges.map(({ tag }) => tag), addresses, ms: Math.round(performance.now() - started) }
}

/** The document's own address first: it is the one that the editor looks at. */
const pagesToRefresh = async (before: unknown, after: unknown): Promise<PageToRefresh[]> => {
  const { before: old, after: now } = parseChange(before, after)
  const subject = ownAddress(now)
  const left = ownAddress(old)
  const [dependents, feeds] = await Promise.all([
    unlessUnreachable(getDependents(before, after)),
    unlessUnreachable(getFeedsAlone(before, after)),
  ])
  const addresses = [...new Set([...addressesOfChange(before, after), ...dependents])]
  const pages = addresses.slice(0, MOST_ADDRESSES)
  // After the pages: an editor waits for those first.
  const ofArticle = now?._type === 'article' && now.slug !== undefined ? outputsOfArticle(now.slug) : []
  const companions = [...new Set([...ofArticle, ...pages.flatMap(companionsOf), ...feeds])].slice(
    0,
    MOST_COMPANIONS,
  )
  return [...pages, ...companions].map((address) => {
    if (address === subject && now && printsRevision(now))
      return { address, expected: () => revisionFor(now) }
    if (address === left && left !== subject && old && printsRevision(old))
      return { address, expected: () => successorOf(old) }
    return { address, expected: async () => undefined }
  })
}

/** The site's settings and a banner are seen on the front, whose revision is its own. */
const printsRevision = ({ _type, slug }: ChangedDocument) => _type === 'front' || slug !== undefined

/** Somebody may have moved it on meanwhile: then it is the next notice that looks for it. */
const revisionFor = async (document: ChangedDocument) =>
  (await getPublishedRevision(document._id, document.slug)) ?? (await successorOf(document))

/** Nothing stands at an address that a document has left, unless another one has moved in. */
const successorOf = async ({ _type, slug }: ChangedDocument) =>
  slug !== undefined && (await isAddressTaken(_type, slug)) ? undefined : 'gone'

/** Without an answer from the content lake the pages that are known still count. */
const unlessUnreachable = async (addresses: Promise<string[]>) => {
  try {
    return await addresses
  } catch (error) {
    console.warn(
      `Pages that show the published document stay to be refreshed by their next reader: ${String(error)}`,
    )
    return []
  }
}
