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

/** Why an article stands beside another. `names` are those of shared countries, or of the topic or category. */
export interface RelatedReason {
  kind: 'pinned' | 'story' | 'countries' | 'topic' | 'category'
  names: string[]
}

export interface RelatedTeaser extends Teaser {
  reason: RelatedReason
}
