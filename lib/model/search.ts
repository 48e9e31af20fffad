import type { Link } from './common.ts'
import type { Teaser } from './teaser.ts'

/** A text in spans: what the reader asked for is marked. */
export type MarkedText = { text: string; isMarked: boolean }[]

/** What a search is narrowed to, by slugs and dates, as addresses have it. */
export interface SearchNarrowing {
  category?: string | undefined
  country?: string | undefined
  topic?: string | undefined
  author?: string | undefined
  /** `2023`. */
  year?: string | undefined
  since?: SearchPeriod | undefined
}

export const searchPeriods = ['day', 'week', 'month', 'year'] as const
export type SearchPeriod = (typeof searchPeriods)[number]

/** Kinds of documents that have a name and a page, in the order in which they are offered. */
export const namedKinds = ['country', 'story', 'topic', 'category', 'author'] as const
export type NamedKind = (typeof namedKinds)[number]

/** A page whose name is what was asked for. */
export interface NamedPage extends Link {
  kind: NamedKind
}

export interface SearchHit {
  teaser: Teaser
  headline: MarkedText
  standfirst: MarkedText
  /** What the article says of it, cut out; `href` when it is a key point, which has an address. */
  passage: { text: MarkedText; href: string | undefined } | undefined
}

/** A link that narrows what was found. */
export interface FacetChoice extends Link {
  count: number
}

export interface Facet {
  kind: 'category' | 'country' | 'topic' | 'author' | 'year'
  choices: FacetChoice[]
}

export interface PeriodChoice {
  period: SearchPeriod
  href: string
  count: number
}

/** A narrowing that is in force; `href` takes it back. A period has no label of its own. */
export interface ChosenNarrowing extends Link {
  kind: Facet['kind'] | 'since'
}

/** What is written about most, for a reader who has not asked yet or has found nothing. */
export interface SearchStart {
  countries: FacetChoice[]
  topics: FacetChoice[]
}

export interface SearchPage {
  /** As understood: its spaces tidied, cut when it was too long. */
  words: string
  isCut: boolean
  /** Whether so many others are searching that nothing was looked for. */
  isBusy: boolean
  /** Whether it only says what not to look for. */
  isOnlyWithout: boolean
  narrowing: SearchNarrowing
  answers: NamedPage[]
  hits: SearchHit[]
  /** Articles found and counted. */
  total: number
  /** Whether there may be more than those: only so many are ranked. */
  isMore: boolean
  page: number
  pageCount: number
  chosen: ChosenNarrowing[]
  facets: Facet[]
  periods: PeriodChoice[]
  /** What was meant, if it was mistyped: searches that find something where this one does not. */
  corrections: Link[]
  /** Searches for fewer words, that find something. */
  shorter: Link[]
  /** The search without what it is narrowed to, when that is why nothing was found. */
  widened: string | undefined
  /** When there is nothing else to show. */
  start: SearchStart | undefined
}

export interface Suggestion extends Link {
  kind: NamedKind | 'article'
}
