import { homeLink } from '../format/placeLinks.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import type { Link } from '../model/common.ts'
import type { Country } from '../model/country.ts'
import type { Site } from '../model/front.ts'
import type { AuthorPage } from '../model/river.ts'

/** A value of schema.org's vocabulary. */
export type JsonLd = { [name: string]: string | number | boolean | undefined | JsonLd | JsonLd[] | string[] }

const CONTEXT = 'https://schema.org'

/** An article for search engines and readers' tools. */
export const articleJsonLd = (article: Article, site: Site): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'NewsArticle',
  '@id': `${site.url}${article.href}`,
  mainEntityOfPage: `${site.url}${article.href}`,
  headline: article.headline,
  description: article.standfirst,
  inLanguage: article.language,
  articleSection: article.category.label,
  datePublished: article.firstPublishedAt,
  dateModified: article.updatedAt ?? article.firstPublishedAt,
  ...(article.seo.imageUrl === undefined ? {} : { image: [article.seo.imageUrl] }),
  author: article.contributors.map(({ name, role, href }) => ({
    '@type': 'Person',
    name,
    ...(href === undefined ? {} : { url: `${site.url}${href}` }),
    ...(role === undefined ? {} : { jobTitle: role }),
  })),
  publisher: publisherOf(site),
  about: article.factBoxes.map(({ country }) => ({
    '@type': 'Country',
    name: country.name,
    url: `${site.url}${country.href}`,
  })),
  citation: article.sources.map(({ publisher, title, url }) => ({
    '@type': 'CreativeWork',
    name: title ?? publisher,
    publisher: { '@type': 'Organization', name: publisher },
    ...(url === undefined ? {} : { url }),
  })),
})

/** A country as the news speaks of it. */
export const countryJsonLd = (country: Country, site: Site): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'Country',
  '@id': `${site.url}${country.country.href}`,
  name: country.country.name,
  ...(country.officialName === undefined ? {} : { alternateName: country.officialName }),
  identifier: country.country.iso2,
  url: `${site.url}${country.country.href}`,
  ...(country.coordinates === undefined
    ? {}
    : {
        geo: {
          '@type': 'GeoCoordinates',
          latitude: country.coordinates.lat,
          longitude: country.coordinates.lng,
        },
      }),
})

/** An author's page: who wrote what it lists. */
export const authorJsonLd = ({ author, role, bio, photo, links }: AuthorPage, site: Site): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'ProfilePage',
  url: `${site.url}${author.href}`,
  mainEntity: {
    '@type': 'Person',
    '@id': `${site.url}${author.href}`,
    name: author.label,
    url: `${site.url}${author.href}`,
    worksFor: publisherOf(site),
    ...(role === undefined ? {} : { jobTitle: role }),
    ...(bio === undefined ? {} : { description: bio }),
    ...(photo === undefined ? {} : { image: photo.src }),
    ...(links.length === 0 ? {} : { sameAs: links.map(({ href }) => href) }),
  },
})

/** The way from the front page, which is put before the trail, to a page, which comes last. */
export const breadcrumbJsonLd = (breadcrumb: Link[], page: Link, site: Site): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: [homeLink(wordsFor(site.language)), ...breadcrumb, page].map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: `${site.url}${href}`,
  })),
})

/** JSON for a `<script>`: no text in it can end the script or begin a comment. */
export const serialiseJsonLd = (value: JsonLd): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const publisherOf = (site: Site): JsonLd => ({
  '@type': 'NewsMediaOrganization',
  name: site.name,
  url: site.url,
})
