import { cache } from 'react'
import { getEnvironment } from '../../sanity/env.ts'
import { fetchDocuments, fetchParsed, SAFETY_NET_SECONDS } from '../../sanity/fetchParsed.ts'
import { labels } from '../../sanity/queries/labels.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { banners, lastBanner, siteSettings } from '../../sanity/queries/site.ts'
import { tags } from '../freshness/tags.ts'
import type { Site } from '../model/front.ts'
import { toSite } from '../model/toSite.ts'
import { loadCategories } from './loadCategories.ts'
import { inOrder, loadDocuments } from './loadDocuments.ts'

const SETTINGS = 'siteSettings'

/** What every page's frame shows. `now` decides whether the banner still runs. */
export const getSite = cache(async (now = new Date()): Promise<Site> => {
  const [settings, categories, banner] = await Promise.all([
    loadDocuments(siteSettings, [SETTINGS]).then((found) => found.get(SETTINGS)),
    loadCategories(),
    loadBanner(now),
  ])
  const pageIds = settings?.footerPages ?? []
  const pages = await loadDocuments(labels, pageIds)
  return toSite(getEnvironment().siteUrl, settings, [...categories.values()], inOrder(pageIds, pages), banner)
})

/** The banner while it runs. The page is due again at the moment in which the banner ends. */
const loadBanner = async (now: Date) => {
  const last = await fetchParsed(lastBanner, {}, { tags: [tags.banners()] })
  const secondsLeft = last === undefined ? 0 : secondsBetween(now, last.endsAt)
  if (last === undefined || secondsLeft <= 0) return undefined
  const [stored] = await fetchDocuments(banners, [last.id], {
    tags: [tags.document(last.id)],
    revalidate: Math.min(secondsLeft, SAFETY_NET_SECONDS),
  })
  if (stored === undefined) return undefined
  const linked = await loadDocuments(mentioned, stored.link === undefined ? [] : [stored.link])
  return { stored, link: stored.link === undefined ? undefined : linked.get(stored.link) }
}

const secondsBetween = (now: Date, endsAt: string) => Math.ceil((Date.parse(endsAt) - now.getTime()) / 1000)
