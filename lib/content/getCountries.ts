import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { allCountries, coverageOf } from '../../sanity/queries/coverage.ts'
import { tags } from '../freshness/tags.ts'
import type { CountriesIndex } from '../model/country.ts'
import { toCountriesIndex } from '../model/toCountriesIndex.ts'
import { inChunks, inOrder, loadDocuments, loadIds } from './loadDocuments.ts'

const COUNTRIES_A_FETCH = 50

/** Every country by region, with how many articles are about it. */
export const getCountries = cache(async (): Promise<CountriesIndex> => {
  const ids = await loadIds(allCountries, {}, [tags.countries()])
  const [names, counts] = await Promise.all([
    loadDocuments(countryNames, ids),
    Promise.all(inChunks(ids, COUNTRIES_A_FETCH).map(loadCoverage)),
  ])
  return toCountriesIndex(inOrder(ids, names), new Map(counts.flat()))
})

const loadCoverage = async (ids: string[]): Promise<[string, number][]> => {
  const params = Object.fromEntries(ids.map((id, index) => [`c${index}`, id]))
  const counts = await fetchParsed(coverageOf(ids.length), params, {
    tags: ids.map((id) => tags.articlesOf('country', id)),
  })
  return ids.map((id, index) => [id, counts[index] ?? 0])
}
