import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { addressesOfArticles, spanOfArticles } from '../../sanity/queries/sitemaps.ts'
import { tags } from '../freshness/tags.ts'
import type { SitemapEntry, SitemapPart } from '../model/sitemap.ts'
import { routes } from '../routes.ts'
import { inChunks } from './loadDocuments.ts'

/** As many as fit an answer that Next keeps (2 MB), well below what a sitemap may hold (50,000). */
const ADDRESSES_A_PART = 5000
/** More than a newsroom publishes in a year: 200,000 articles. */
const MOST_PARTS_A_YEAR = 40

/** The parts of the sitemap that list articles, each of one year. */
export const getSitemap = cache(async (): Promise<SitemapPart[]> => {
  const { first, last } = await fetchParsed(spanOfArticles, {}, { tags: [tags.latest()] })
  if (first === undefined || last === undefined) return []
  const [from, to] = [yearOf(first), yearOf(last)]
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return (await Promise.all(years.map(getSitemapOfYear))).flat()
})

/** The parts of a year's articles; none for a year without any. */
export const getSitemapOfYear = cache(async (year: number): Promise<SitemapPart[]> => {
  const entries = await loadYear(year)
  return inChunks(entries, ADDRESSES_A_PART).map((part, index) => ({
    href: routes.sitemapOfYear(year, index + 1),
    lastEdit: part
      .flatMap(({ lastEdit }) => lastEdit ?? [])
      .sort()
      .at(-1),
    entries: part,
  }))
})

const yearOf = (instant: string) => Number(instant.slice(0, 4))

const loadYear = async (year: number): Promise<SitemapEntry[]> => {
  const entries: SitemapEntry[] = []
  for (let part = 0; part < MOST_PARTS_A_YEAR; part += 1) {
    const found = await loadStretch(year, part * ADDRESSES_A_PART)
    entries.push(...found.map(({ slug, lastEdit }) => ({ href: routes.article(slug), lastEdit })))
    if (found.length < ADDRESSES_A_PART) break
  }
  return entries
}

const loadStretch = (year: number, from: number) =>
  fetchParsed(
    addressesOfArticles,
    {
      since: `${year}-01-01T00:00:00Z`,
      until: `${year + 1}-01-01T00:00:00Z`,
      from,
      to: from + ADDRESSES_A_PART,
    },
    { tags: [tags.addressesOf(String(year))] },
  )
