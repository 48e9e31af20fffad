import type { StoredCountry } from '../../sanity/queries/countries.ts'
import type { StoredSource } from '../../sanity/queries/sources.ts'
import type { FactBox, FactKind } from './country.ts'
import { toCountryName } from './toCountryName.ts'

const LABELS: Record<FactKind, string> = {
  location: 'Location',
  capital: 'Capital',
  officialLanguage: 'Official language',
  majorReligion: 'Major religion',
  population: 'Population',
  currency: 'Currency',
  government: 'Government',
  area: 'Area',
  notableFor: 'Notable for',
  other: 'Also',
}

/** A country's facts, each with its kind in words and the publisher it was checked against. */
export const toFactBox = (country: StoredCountry, sources: ReadonlyMap<string, StoredSource>): FactBox => ({
  country: toCountryName(country),
  coordinates: country.coordinates,
  facts: country.facts.map(({ _key, kind, value, checkedOn, source }) => ({
    key: _key,
    kind,
    label: LABELS[kind],
    value,
    checkedOn,
    sourceName: source === undefined ? undefined : sources.get(source)?.publisher,
  })),
})
