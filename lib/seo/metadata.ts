import type { Metadata } from 'next'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import type { Link } from '../model/common.ts'
import type { Country } from '../model/country.ts'
import type { Withdrawal } from '../model/departure.ts'
import type { Front, Site } from '../model/front.ts'
import type { Page } from '../model/page.ts'
import { routes } from '../routes.ts'
import { feedLinks } from './feedLinks.ts'

export interface PageFacts {
  title: string
  description: string | undefined
  href: string
  /** Printed as `<meta name="revision">`, so that a publish can be proved seen. */
  revision?: string
  noIndex?: boolean
  /** The page by whose card other sites show this one; by the site's own sign where it has none. */
  cardOf?: string
  /** The list whose feeds the page announces; the whole site's where it is none. */
  list?: Link
}

const CARD_SIZE = { width: 1200, height: 630 }

export const frontMetadata = (front: Front, site: Site): Metadata => ({
  ...describe(
    { title: site.name, description: site.description, href: routes.front(), revision: front.revision },
    site,
  ),
  title: site.tagline === undefined ? site.name : `${site.name}: ${site.tagline}`,
})

export const articleMetadata = (article: Article, site: Site): Metadata => {
  const { title, description, noIndex, cardUrl } = article.seo
  const facts = { title, description, href: article.href, revision: article.revision, noIndex }
  const page = describe({ ...facts, cardOf: article.href }, site)
  const images = cardUrl === undefined ? page.openGraph?.images : [{ url: cardUrl, ...CARD_SIZE, alt: title }]
  return {
    ...page,
    alternates: {
      ...page.alternates,
      types: {
        ...page.alternates?.types,
        'text/markdown': [{ url: `${site.url}${routes.markdown(article.slug)}`, title }],
      },
    },
    authors: article.contributors.map(({ name }) => ({ name })),
    openGraph: {
      ...page.openGraph,
      type: 'article',
      locale: article.language.replace('-', '_'),
      publishedTime: article.firstPublishedAt,
      modifiedTime: article.updatedAt ?? article.firstPublishedAt,
      authors: article.contributors.map(({ name }) => name),
      section: article.category.label,
      ...(images === undefined ? {} : { images }),
    },
    twitter: { ...page.twitter, ...(images === undefined ? {} : { images }) },
  }
}

export const countryMetadata = (country: Country, site: Site): Metadata => {
  const { name, href } = country.country
  const description = wordsFor(site.language).country.description(name)
  const list = { label: name, href }
  return describe({ title: name, description, href, revision: country.revision, list, cardOf: href }, site)
}

export const countriesMetadata = (site: Site): Metadata => {
  const words = wordsFor(site.language)
  const description = words.country.descriptionOfAll(site.name)
  return describe({ title: words.site.countries, description, href: routes.countries() }, site)
}

/** Every reader's own page, so none for search engines. */
export const savedMetadata = (site: Site): Metadata =>
  describe(
    {
      title: wordsFor(site.language).reader.savedPage.heading,
      description: undefined,
      href: routes.saved(),
      noIndex: true,
    },
    site,
  )

/** For an address that leads nowhere. */
export const missingMetadata = (site: Site): Metadata => ({
  title: `${wordsFor(site.language).notice.missing.label} — ${site.name}`,
  robots: { index: false },
})

/** The portal knows a note by its `<meta name="withdrawn">`, and answers 410. */
export const withdrawnMetadata = ({ title, at }: Withdrawal, site: Site): Metadata => {
  const { label } = wordsFor(site.language).notice.withdrawn
  return {
    title: `${title === undefined ? label : `${label}: ${title}`} — ${site.name}`,
    robots: { index: false },
    other: { withdrawn: at ?? label },
  }
}

export const pageMetadata = (page: Page, slug: string, site: Site): Metadata =>
  describe(
    { title: page.title, description: undefined, href: routes.page(slug), revision: page.revision },
    site,
  )

/** What every page says of itself to search engines and to other sites. */
export const describe = (
  { title, description, href, revision, noIndex, list, cardOf }: PageFacts,
  site: Site,
): Metadata => ({
  metadataBase: new URL(site.url),
  title: `${title} — ${site.name}`,
  ...(description === undefined ? {} : { description }),
  alternates: { canonical: `${site.url}${href}`, types: feedLinks(list, site) },
  openGraph: {
    type: 'website',
    siteName: site.name,
    title,
    url: `${site.url}${href}`,
    images: imagesOf(cardOf, title, site),
    ...(description === undefined ? {} : { description }),
  },
  twitter: {
    card: cardOf === undefined ? 'summary' : 'summary_large_image',
    title,
    images: imagesOf(cardOf, title, site),
    ...(description === undefined ? {} : { description }),
  },
  ...(noIndex ? { robots: { index: false, follow: true } } : {}),
  ...(revision === undefined ? {} : { other: { revision } }),
})

const imagesOf = (cardOf: string | undefined, title: string, { url, name }: Site) => [
  cardOf === undefined
    ? { url: `${url}${routes.icon(512)}`, width: 512, height: 512, alt: name }
    : { url: `${url}${routes.card(cardOf)}`, ...CARD_SIZE, alt: title },
]
