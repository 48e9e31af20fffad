import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { monthsOfCountry, newestOfCountry } from '../../sanity/queries/countryCoverage.ts'
import { tags } from '../freshness/tags.ts'
import { type Coverage, monthsOfChart, startOfMonth } from '../model/coverage.ts'

/** How much was written about the country `id` in the two years of its chart; undefined where nothing was. */
export const loadCoverage = async (id: string, now: Date): Promise<Coverage | undefined> => {
  const freshness = { tags: [tags.articlesOf('country', id)] }
  const newest = await fetchParsed(newestOfCountry, { id }, freshness)
  if (newest === undefined) return undefined
  const months = monthsOfChart(newest, now)
  const starts = Object.fromEntries(months.map((month, index) => [`m${index}`, startOfMonth(month)]))
  const counts = await fetchParsed(monthsOfCountry(months.length - 1), { id, ...starts }, freshness)
  return { months: counts.map((articles, index) => ({ month: months[index] ?? '', articles })) }
}
