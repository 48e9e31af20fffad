import type { CountryName, RelationSummary, Standing } from './article.ts'
import type { Link, PartialDate, RichText } from './common.ts'
import type { Coverage } from './coverage.ts'
import type { Teaser } from './teaser.ts'

export type FactKind =
  | 'location'
  | 'capital'
  | 'officialLanguage'
  | 'majorReligion'
  | 'population'
  | 'currency'
  | 'government'
  | 'area'
  | 'notableFor'
  | 'other'

export interface Fact {
  key: string
  kind: FactKind
  value: string
  checkedOn: PartialDate | undefined
  sourceName: string | undefined
}

export interface FactBox {
  country: CountryName
  coordinates: { lat: number; lng: number } | undefined
  facts: Fact[]
}

export interface Country extends FactBox {
  revision: string
  officialName: string | undefined
  region: string | undefined
  subregion: string | undefined
  neighbours: CountryName[]
  about: RichText | undefined
  /** Its key points from all articles, newest first. */
  inTheNews: CountryKeyPoint[]
  articles: Teaser[]
  /** Undefined while nothing was written about it. */
  coverage: Coverage | undefined
  relations: RelationSummary[]
}

/** A key point about a country, with the article it stands in. */
export interface CountryKeyPoint {
  key: string
  text: RichText
  asOf: PartialDate | undefined
  standing: Standing
  attribution: string | undefined
  article: Link
  href: string
  /** The article's, which its points are written in. */
  language: string
  direction: 'ltr' | 'rtl'
}

export interface CountriesIndex {
  /** Countries that were given no region come last, under no name. */
  regions: { name: string | undefined; countries: (CountryName & { articleCount: number })[] }[]
}
