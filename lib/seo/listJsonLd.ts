import type { CollectionPage, Thing, WithContext } from 'schema-dts'
import type { Link } from '../model/common.ts'
import type { Site } from '../model/front.ts'
import type { RiverPage } from '../model/river.ts'
import type { Teaser } from '../model/teaser.ts'
import { numberedPage } from '../routes.ts'
import { CONTEXT } from './publisherJsonLd.ts'

interface List {
  page: Link
  description: string | undefined
  /** In the order in which the page shows them. */
  articles: { href: string; headline: string }[]
  /** What all the articles are about. */
  about?: Exclude<Thing, string>
}

/** A page of articles by day. */
export const riverJsonLd = (
  { page, days, lead }: RiverPage & { lead?: Teaser | undefined },
  { label, href }: Link,
  description: string | undefined,
  site: Site,
) => {
  const teasers = [...(lead === undefined ? [] : [lead]), ...days.flatMap((day) => day.teasers)]
  return listJsonLd({ page: { label, href: numberedPage(href, page) }, description, articles: teasers }, site)
}

/** A page that lists articles, with the articles that it lists. */
export const listJsonLd = (
  { page, description, articles, about }: List,
  site: Site,
): WithContext<CollectionPage> => ({
  '@context': CONTEXT,
  '@type': 'CollectionPage',
  '@id': `${site.url}${page.href}`,
  name: page.label,
  url: `${site.url}${page.href}`,
  inLanguage: site.language,
  isPartOf: { '@id': `${site.url}/#site` },
  ...(description === undefined ? {} : { description }),
  ...(about === undefined ? {} : { about }),
  mainEntity: {
    '@type': 'ItemList',
    numberOfItems: articles.length,
    itemListElement: articles.map(({ href, headline }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: `${site.url}${href}`,
      name: headline,
    })),
  },
})
