import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { CountriesIndex } from './country.ts'
import { toCountryName } from './toCountryName.ts'

/** Countries by region and name, each with how many articles are about it. */
export const toCountriesIndex = (
  countries: StoredCountryName[],
  articleCounts: ReadonlyMap<string, number>,
): CountriesIndex => {
  const named = [...new Set(countries.flatMap(({ region }) => region ?? []))].sort(byName)
  const regions = countries.some(({ region }) => region === undefined) ? [...named, undefined] : named
  return {
    regions: regions.map((name) => ({
      name,
      countries: countries
        .filter(({ region }) => region === name)
        .sort((a, b) => byName(a.name, b.name))
        .map((country) => ({ ...toCountryName(country), articleCount: articleCounts.get(country._id) ?? 0 })),
    })),
  }
}

const byName = (a: string, b: string) => a.localeCompare(b, 'en')
