import type { CategoryLink, Instant, Picture } from './common.ts'

/** An article in a list. */
export interface Teaser {
  id: string
  href: string
  headline: string
  kicker: string | undefined
  standfirst: string
  category: CategoryLink
  picture: Picture | undefined
  firstPublishedAt: Instant
  language: string
  direction: 'ltr' | 'rtl'
}

/** A teaser and why it stands beside this article, in words: "Also about Armenia". */
export interface RelatedTeaser extends Teaser {
  reason: string
}
