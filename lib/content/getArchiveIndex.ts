import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { publishedSpan } from '../../sanity/queries/archive.ts'
import { tags } from '../freshness/tags.ts'
import type { ArchiveIndex } from '../model/archive.ts'
import { toArchiveIndex } from '../model/toArchive.ts'
import { loadMonthCounts } from './loadMonthCounts.ts'

/** A date that somebody mistyped must not ask for a thousand years. */
const MOST_YEARS = 120

/** Every month in which something was published, with how many articles. */
export const getArchiveIndex = cache(async (): Promise<ArchiveIndex> => {
  const { first, last } = await fetchParsed(publishedSpan, {}, { tags: [tags.latest()] })
  const years = first === undefined || last === undefined ? [] : yearsBetween(first, last)
  return toArchiveIndex(
    await Promise.all(years.map(async (year) => ({ year, months: await loadMonthCounts(year) }))),
  )
})

const yearsBetween = (first: string, last: string): string[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const count = Math.min(MOST_YEARS, to - from + 1)
  return Array.from({ length: count }, (_, index) => String(to - index))
}
