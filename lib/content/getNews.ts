import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { newsSince } from '../../sanity/queries/sitemaps.ts'
import { tags } from '../freshness/tags.ts'
import type { NewsEntry } from '../model/sitemap.ts'
import { DEFAULT_LANGUAGE } from '../model/toTeaser.ts'
import { routes } from '../routes.ts'

const HOUR_MS = 3_600_000
const NEWS_MS = 48 * HOUR_MS
const MOST = 1000
/** What was news grows old without a publish. */
const ASKED_AGAIN_SECONDS = 600

/** The articles of the last 48 hours, newest first, at most a thousand. */
export const getNews = async (now = new Date()): Promise<NewsEntry[]> => {
  const begin = now.getTime() - NEWS_MS
  // Asked by the full hour, so that one stored answer serves the whole of it.
  const since = new Date(Math.floor(begin / HOUR_MS) * HOUR_MS).toISOString()
  const found = await fetchParsed(
    newsSince,
    { since, limit: MOST },
    {
      tags: [tags.latest(), tags.addressesOf(String(now.getUTCFullYear()))],
      revalidate: ASKED_AGAIN_SECONDS,
    },
  )
  return found
    .filter(({ firstPublishedAt }) => Date.parse(firstPublishedAt) >= begin)
    .map(({ slug, language, ...rest }) => ({
      href: routes.article(slug),
      language: language ?? DEFAULT_LANGUAGE,
      ...rest,
    }))
}
