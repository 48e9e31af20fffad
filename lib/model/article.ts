import type { ArticleChange } from './changes.ts'
import type { CategoryLink, Instant, Link, PartialDate, Picture, RichText } from './common.ts'
import type { FactBox } from './country.ts'
import type { RelatedTeaser, Teaser } from './teaser.ts'

export type Standing = 'confirmed' | 'claimed' | 'disputed' | 'unverified'
export type SectionKind =
  | 'development'
  | 'background'
  | 'aims'
  | 'response'
  | 'mediation'
  | 'impact'
  | 'whatNext'

export interface Article {
  id: string
  /** The document's revision; pages print it so that a publish can be proved seen. */
  revision: string
  slug: string
  href: string
  headline: string
  kicker: string | undefined
  standfirst: string
  language: string
  direction: 'ltr' | 'rtl'
  /** The way from the front page to the article's parent. */
  breadcrumb: Link[]
  category: CategoryLink
  /** The running story that it belongs to. */
  story: Link | undefined
  topics: Link[]
  contributors: Contributor[]
  firstPublishedAt: Instant
  updatedAt: Instant | undefined
  readingMinutes: number
  mainMedia: Picture | undefined
  sections: ArticleSection[]
  factBoxes: FactBox[]
  closing: RichText | undefined
  relations: RelationSummary[]
  corrections: Correction[]
  /** Since it was published first, as far as the past is known. */
  changes: ArticleChange[]
  /** In the order in which they are first cited; key points cite them by number, from 1. */
  sources: Source[]
  moreFromCategory: Teaser[]
  related: RelatedTeaser[]
  seo: ArticleSeo
}

export interface ArticleSeo {
  title: string
  description: string
  noIndex: boolean
  /** The picture of what the article tells. */
  imageUrl: string | undefined
  /** What an editor chose for other sites to show instead of the drawn card. */
  cardUrl: string | undefined
}

export interface Contributor {
  id: string
  name: string
  href: string | undefined
  role: string | undefined
}

export type ArticleSection =
  | KeyPointsSection
  | { kind: 'passage'; key: string; text: RichText }
  | { kind: 'figure'; key: string; picture: Picture }
  | { kind: 'gallery'; key: string; heading: string | undefined; pictures: Picture[] }
  | { kind: 'pullQuote'; key: string; text: string; attribution: string | undefined }
  | { kind: 'timeline'; key: string; heading: string | undefined; entries: TimelineEntry[] }
  | { kind: 'table'; key: string; caption: string | undefined; columns: string[]; rows: string[][] }
  | { kind: 'embed'; key: string; provider: string; url: string; title: string }
  | { kind: 'relationBox'; key: string; relation: RelationSummary }

export interface KeyPointsSection {
  kind: 'keyPoints'
  key: string
  heading: string
  sectionKind: SectionKind
  actor: Actor | undefined
  points: KeyPoint[]
}

/** Who a section is about: a country of ours (with its flag and page) or a name alone. */
export interface Actor {
  name: string
  href: string | undefined
  iso2: string | undefined
}

export interface KeyPoint {
  /** The point's address within its page: `#<key>`. */
  key: string
  text: RichText
  asOf: PartialDate | undefined
  standing: Standing
  attribution: string | undefined
  /** Numbers into the article's `sources`. */
  sourceNumbers: number[]
}

export interface TimelineEntry {
  key: string
  date: PartialDate
  text: string
}

export interface RelationSummary {
  id: string
  href: string
  countries: [CountryName, CountryName]
  summary: string
  /** The last events, newest first. */
  events: TimelineEntry[]
}

export interface CountryName {
  id: string
  name: string
  href: string
  iso2: string
  isoNumeric: string
}

export interface Correction {
  key: string
  kind: 'correction' | 'clarification' | 'update'
  text: string
  at: Instant
}

export interface Source {
  id: string
  number: number
  publisher: string
  title: string | undefined
  url: string | undefined
  date: PartialDate | undefined
  readOn: PartialDate | undefined
}
