import type {
  BreadcrumbList,
  Country as CountryThing,
  NewsArticle,
  ProfilePage,
  WithContext,
} from 'schema-dts'
import { homeLink } from '../format/placeLinks.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Article, Correction, Source } from '../model/article.ts'
import type { Link } from '../model/common.ts'
import type { Country } from '../model/country.ts'
import type { Site } from '../model/front.ts'
import type { AuthorPage } from '../model/river.ts'
import { routes } from '../routes.ts'
import { CONTEXT, publisherOf } from './publisherJsonLd.ts'

/** An article for search engines and readers' tools; it counts as changed only by an edit that readers should know of. */
export const articleJsonLd = (article: Article, site: Site): WithContext<NewsArticle> => ({
  '@context': CONTEXT,
  '@type': 'NewsArticle',
  '@id': `${site.url}${article.href}`,
  url: `${site.url}${article.href}`,
  mainEntityOfPage: `${site.url}${article.href}`,
  headline: article.headline,
  description: article.standfirst,
  inLanguage: article.language,
  articleSection: article.category.label,
  datePublished: article.firstPublishedAt,
  ...(article.updatedAt === undefined ? {} : { dateModified: article.updatedAt }),
  image: imagesOf(article, site),
  author: article.contributors.map(({ name, role, href }) => ({
    '@type': 'Person' as const,
    name,
    ...(href === undefined ? {} : { url: `${site.url}${href}` }),
    ...(role === undefined ? {} : { jobTitle: role }),
  })),
  publisher: publisherOf(site),
  isAccessibleForFree: true,
  ...(article.story === undefined ? {} : { isPartOf: storyOf(article.story, site) }),
  ...(article.topics.length === 0 ? {} : { keywords: article.topics.map(({ label }) => label) }),
  about: subjectsOf(article, site),
  citation: article.sources.map(toCitation),
  ...(article.corrections.length === 0 ? {} : { correction: article.corrections.map(toCorrection) }),
})

const imagesOf = ({ seo, href }: Article, { url }: Site) => [
  ...(seo.imageUrl === undefined ? [] : [seo.imageUrl]),
  `${url}${routes.card(href)}`,
]

const storyOf = ({ label, href }: Link, { url }: Site) => ({
  '@type': 'CreativeWorkSeries' as const,
  name: label,
  url: `${url}${href}`,
})

const subjectsOf = ({ factBoxes, topics }: Article, { url }: Site) => [
  ...factBoxes.map(({ country }) => ({
    '@type': 'Country' as const,
    name: country.name,
    url: `${url}${country.href}`,
  })),
  ...topics.map(({ label, href }) => ({ '@type': 'Thing' as const, name: label, url: `${url}${href}` })),
]

const toCitation = ({ publisher, title, url, date }: Source) => ({
  '@type': 'CreativeWork' as const,
  name: title ?? publisher,
  publisher: { '@type': 'Organization' as const, name: publisher },
  ...(url === undefined ? {} : { url }),
  ...(date === undefined ? {} : { datePublished: date }),
})

const toCorrection = ({ text, at }: Correction) => ({
  '@type': 'CorrectionComment' as const,
  text,
  datePublished: at,
})

/** A country as the news speaks of it. */
export const countryJsonLd = (country: Country, site: Site): WithContext<CountryThing> => ({
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
export const authorJsonLd = (
  { author, role, bio, photo, links }: AuthorPage,
  site: Site,
): WithContext<ProfilePage> => ({
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
export const breadcrumbJsonLd = (
  breadcrumb: Link[],
  page: Link,
  site: Site,
): WithContext<BreadcrumbList> => ({
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
export const serialiseJsonLd = (value: object): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
