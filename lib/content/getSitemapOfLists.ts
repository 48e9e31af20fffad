import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { pagesOfLists, pagesOfRelations } from '../../sanity/queries/sitemaps.ts'
import { tags } from '../freshness/tags.ts'
import type { SitemapEntry } from '../model/sitemap.ts'
import { addressOfDocument, routes } from '../routes.ts'

/**
 * The front, every list and every standing page. None says when it was last edited: a list changes with its articles,
 * and a touch of its own document is no edit.
 */
export const getSitemapOfLists = async (): Promise<SitemapEntry[]> => {
  const freshness = { tags: [tags.listAddresses()] }
  const [pages, relations] = await Promise.all([
    fetchParsed(pagesOfLists, {}, freshness),
    fetchParsed(pagesOfRelations, {}, freshness),
  ])
  const hrefs = [
    routes.front(),
    routes.latest(),
    routes.countries(),
    routes.stories(),
    routes.archiveIndex(),
    routes.corrections(),
    ...pages.flatMap(({ _type, slug }) => (slug === undefined ? [] : (addressOfDocument(_type, slug) ?? []))),
    ...relations.flatMap(({ countries: [one, other] }) => (one && other ? routes.relation(one, other) : [])),
  ]
  return [...new Set(hrefs)].map((href) => ({ href, lastEdit: undefined }))
}
