import type { StoredCountry } from '../../sanity/queries/countries.ts'
import type { StoredSource } from '../../sanity/queries/sources.ts'
import type { FactBox } from './country.ts'
import { toCountryName } from './toCountryName.ts'

/** A country's facts, each with the publisher it was checked against. */
export const toFactBox = (country: StoredCountry, sources: ReadonlyMap<string, StoredSource>): FactBox => ({
  country: toCountryName(country),
  coordinates: country.coordinates,
  facts: country.facts.map(({ _key, kind, value, checkedOn, source }) => ({
    key: _key,
    kind,
    value,
    checkedOn,
    sourceName: source === undefined ? undefined : sources.get(source)?.publisher,
  })),
})
