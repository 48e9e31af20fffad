import type { Correction, Standing } from './article.ts'
import type { CategoryLink, Instant, Link, PartialDate, RichText } from './common.ts'

/** The newest articles of the site, or of one list of it. */
export interface Feed {
  title: string
  description: string
  /** The page that lists the same articles. */
  href: string
  language: string
  /** When the newest change in it was made; undefined for a feed without entries. */
  updatedAt: Instant | undefined
  entries: FeedEntry[]
}

export interface FeedEntry {
  id: string
  href: string
  headline: string
  standfirst: string
  language: string
  direction: 'ltr' | 'rtl'
  category: CategoryLink
  topics: Link[]
  /** Names of countries. */
  countries: string[]
  contributors: { name: string; href: string | undefined }[]
  firstPublishedAt: Instant
  /** The last edit that readers should know of: an update or a correction; else the publication. */
  updatedAt: Instant
  picture: FeedPicture | undefined
  sections: { key: string; heading: string; points: FeedPoint[] }[]
  corrections: Correction[]
}

export interface FeedPoint {
  key: string
  text: RichText
  standing: Standing
  attribution: string | undefined
  asOf: PartialDate | undefined
}

export interface FeedPicture {
  url: string
  mimeType: string
  bytes: number
  alt: string | undefined
  credit: string | undefined
}
