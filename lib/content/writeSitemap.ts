import { newsSitemapXml, sitemapIndexXml, sitemapXml } from '../feeds/sitemapXml.ts'
import { routes } from '../routes.ts'
import { getNews } from './getNews.ts'
import { getSite } from './getSite.ts'
import { getSitemap, getSitemapOfYear } from './getSitemap.ts'
import { getSitemapOfLists } from './getSitemapOfLists.ts'

const YEAR_PART = /^(\d{4})-([1-9]\d?)$/

/** The sitemap's index, the news sitemap or a part, by the name in its address; undefined for no such part. */
export const writeSitemap = async (name: string): Promise<string | undefined> => {
  const site = await getSite()
  if (name === 'sitemap') {
    const lists = { href: routes.sitemapOfLists(), lastEdit: undefined }
    return sitemapIndexXml([lists, ...(await getSitemap())], site)
  }
  if (name === 'news-sitemap') return newsSitemapXml(await getNews(), site)
  if (name === 'lists') return sitemapXml(await getSitemapOfLists(), site)
  const [, year, number] = YEAR_PART.exec(name) ?? []
  if (year === undefined) return undefined
  const part = (await getSitemapOfYear(Number(year)))[Number(number) - 1]
  return part && sitemapXml(part.entries, site)
}
