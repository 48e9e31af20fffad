import type { Accent } from '../../lib/model/common.ts'
import type { FactKind } from '../../lib/model/country.ts'
import type { KnownCountry } from './countryNames.ts'

export interface CountryWithFacts extends KnownCountry {
  facts: { _key: string; kind: FactKind; value: string }[]
}

export interface CategoryOfDesk {
  _id: string
  title: string
  accent: Accent
}

/** What the dataset holds that an article's text can point at. */
export interface Reference {
  countries: CountryWithFacts[]
  categories: CategoryOfDesk[]
}
