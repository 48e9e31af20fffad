import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { CountriesIndex } from './country.ts'
import { UNKNOWN_REGION } from './toCountry.ts'
import { toCountryName } from './toCountryName.ts'

/** Countries by region and name, each with how many articles are about it. */
export const toCountriesIndex = (
  countries: StoredCountryName[],
  articleCounts: ReadonlyMap<string, number>,
): CountriesIndex => {
  const regions = [...new Set(countries.map(regionOf))].sort(byName)
  return {
    regions: regions.map((name) => ({
      name,
      countries: countries
        .filter((country) => regionOf(country) === name)
        .sort((a, b) => byName(a.name, b.name))
        .map((country) => ({ ...toCountryName(country), articleCount: articleCounts.get(country._id) ?? 0 })),
    })),
  }
}

const regionOf = ({ region }: StoredCountryName) => region ?? UNKNOWN_REGION
const byName = (a: string, b: string) => a.localeCompare(b, 'en')
