import type { Instant } from './common.ts'

/** An address in the sitemap; `lastEdit` only where it is known to be true. */
export interface SitemapEntry {
  href: string
  lastEdit: Instant | undefined
}

/** A part of the sitemap, at its own address. */
export interface SitemapPart extends SitemapEntry {
  entries: SitemapEntry[]
}

/** An article of the last two days. */
export interface NewsEntry {
  href: string
  headline: string
  language: string
  firstPublishedAt: Instant
}
