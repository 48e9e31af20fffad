import type { Metadata } from 'next'
import { formatPartialDate } from '../format/dates.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { ArchiveMonth } from '../model/archive.ts'
import type { Link } from '../model/common.ts'
import type { CategoryPage, Site } from '../model/front.ts'
import type { AuthorPage, RiverPage, TopicPage } from '../model/river.ts'
import { numberedPage, routes } from '../routes.ts'
import { describe } from './metadata.ts'

export const latestMetadata = (river: RiverPage, site: Site): Metadata => {
  const { browse } = wordsFor(site.language)
  return describeList(river, { label: browse.latest, href: routes.latest() }, browse.latestStandfirst, site)
}

export const categoryMetadata = (page: CategoryPage, site: Site): Metadata =>
  describeList(page, page.category, page.description, site, page.category)

export const topicMetadata = (page: TopicPage, site: Site): Metadata =>
  describeList(page, page.topic, page.description, site, page.topic)

export const authorMetadata = (page: AuthorPage, site: Site): Metadata =>
  describeList(page, page.author, page.bio ?? page.role, site, page.author)

export const archiveIndexMetadata = (site: Site): Metadata => {
  const { browse } = wordsFor(site.language)
  const href = routes.archiveIndex()
  return describe({ title: browse.archive, description: browse.archiveStandfirst, href }, site)
}

export const archiveMetadata = ({ month, href, articleCount }: ArchiveMonth, site: Site): Metadata => {
  const words = wordsFor(site.language)
  const title = words.browse.archiveOf(formatPartialDate(month, words))
  return describe({ title, description: words.list.articles(articleCount), href }, site)
}

export const correctionsMetadata = (site: Site): Metadata => {
  const { browse } = wordsFor(site.language)
  const href = routes.corrections()
  return describe({ title: browse.corrections, description: browse.correctionsStandfirst, href }, site)
}

/** Each page of a list is a page of its own to search engines, with its own number in the title. */
const describeList = (
  { page, revision }: { page: number; revision?: string },
  { label, href }: Link,
  description: string | undefined,
  site: Site,
  list?: Link,
): Metadata => {
  const title = page > 1 ? wordsFor(site.language).browse.titleOfPage(label, page) : label
  return describe(
    {
      title,
      description,
      href: numberedPage(href, page),
      ...(revision === undefined ? {} : { revision }),
      ...(list === undefined ? {} : { list, cardOf: href }),
    },
    site,
  )
}
