import type { CountryName, KeyPoint } from './article.ts'
import type { Link, PartialDate, RichText } from './common.ts'
import type { Teaser } from './teaser.ts'

/** A dated key point in a story's timeline, with the article that it comes from. */
export interface StoryPoint extends Pick<KeyPoint, 'key' | 'standing' | 'attribution'> {
  text: RichText
  asOf: PartialDate
  /** Leads to the point within its article. */
  href: string
  article: Link
  /** Of the article. */
  language: string
  direction: 'ltr' | 'rtl'
}

/** What happened on a day, or in a month or a year where no day is known. */
export interface StoryDay {
  date: PartialDate
  points: StoryPoint[]
}

export type TimelineOrder = 'newest' | 'oldest'

/** A running story: the story so far. */
export interface Story {
  revision: string
  story: Link
  /** Where the timeline begins with what happened first. */
  fromStartHref: string
  order: TimelineOrder
  summary: string | undefined
  countries: CountryName[]
  days: StoryDay[]
  /** Whether there is more than the timeline shows. */
  isCut: boolean
  articles: Teaser[]
}

/** A story in the list of all. */
export interface StorySummary {
  id: string
  story: Link
  summary: string | undefined
  countries: CountryName[]
  articleCount: number
  /** The newest article; undefined while it has none. */
  newest: Teaser | undefined
}
