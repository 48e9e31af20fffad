import type { CategoryLink, Instant } from './common.ts'
import type { Day } from './river.ts'

/** An article as one line. */
export interface Headline {
  id: string
  href: string
  headline: string
  kicker: string | undefined
  category: CategoryLink
  firstPublishedAt: Instant
  language: string
  direction: 'ltr' | 'rtl'
}

/** A month, `2023-09`, in which something was published. */
export interface MonthCount {
  month: string
  href: string
  articleCount: number
}

/** All that was published in a month, newest day first. */
export interface ArchiveMonth {
  month: string
  href: string
  articleCount: number
  days: Day<Headline>[]
  /** The nearest months before and after that have an article, as far as the year before and the year after. */
  previous: MonthCount | undefined
  next: MonthCount | undefined
  /** The other months of the year, and this one, that have an article. */
  months: MonthCount[]
}

/** Every year with its months that have an article, newest year first. */
export interface ArchiveIndex {
  years: { year: string; articleCount: number; months: MonthCount[] }[]
}
