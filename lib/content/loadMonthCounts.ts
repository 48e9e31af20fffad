import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { monthsOfYear } from '../../sanity/queries/archive.ts'
import { tags } from '../freshness/tags.ts'
import type { MonthCount } from '../model/archive.ts'
import { monthAfter, toMonthCounts } from '../model/toArchive.ts'

/** The months of a year, `2023`, that have an article, each with how many. Counted in the lake's index. */
export const loadMonthCounts = async (year: string): Promise<MonthCount[]> => {
  const bounds = [`${year}-01`]
  while (bounds.length < 13) bounds.push(monthAfter(bounds.at(-1) ?? ''))
  const params = Object.fromEntries(bounds.map((month, index) => [`m${index}`, month]))
  return toMonthCounts(year, await fetchParsed(monthsOfYear, params, { tags: [tags.monthsOf(year)] }))
}
