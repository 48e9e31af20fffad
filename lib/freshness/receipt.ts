/** What an address answered after a publish. */
export interface AddressReceipt {
  address: string
  /** HTTP status; 0 when it could not be fetched at all. */
  status: number
  /** The revision that the page prints, if it prints one. */
  revision: string | undefined
  /** Whether it shows what is published now. */
  fresh: boolean
  /** From the purge until it was seen fresh, or given up. */
  ms: number
}

/** The proof of a publish: what was purged, and what readers now get. */
export interface Receipt {
  tags: string[]
  addresses: AddressReceipt[]
  ms: number
}

/** A page as it was answered. */
export interface SeenPage {
  status: number
  revision: string | undefined
  /** Next's word on where the page came from: HIT, STALE, MISS; undefined where it says nothing. */
  cache: string | undefined
}

/** The revision that a page prints in its head: `<meta name="revision" content="…">`. */
export const revisionIn = (html: string): string | undefined =>
  /<meta name="revision" content="([^"]*)"/.exec(html)?.[1]

/** Whether a page is the note that takes a withdrawn page's place: `<meta name="withdrawn" …>`. */
export const isWithdrawalNote = (html: string): boolean => /<meta name="withdrawn"/.test(html)

/**
 * Whether a page shows what is published: the revision where the page is about the document, and never an old
 * page that is only being replaced.
 * @param expected The revision that the page should print; `gone` when nothing should stand there any more;
 *   undefined when the page merely shows the document.
 */
export const isFresh = (page: SeenPage, expected: string | 'gone' | undefined): boolean => {
  if (page.status === 0 || page.status >= 500 || page.cache === 'STALE') return false
  if (expected === 'gone') return page.status >= 300
  return expected === undefined || page.revision === expected
}
