import { z } from 'zod'
import { instant, list, optional, prose, slug } from './parts/values.ts'
import type { Query } from './query.ts'

const FIRST = 'coalesce(firstPublishedAt, _createdAt)'

const span = z.object({ first: optional(instant), last: optional(instant) })

/** When the oldest and the newest article were published. */
export const spanOfArticles: Query<typeof span> = {
  name: 'when articles were published',
  groq: `{
    "first": *[_type == "article" && defined(firstPublishedAt)] | order(firstPublishedAt asc)[0].firstPublishedAt,
    "last": *[_type == "article" && defined(firstPublishedAt)] | order(firstPublishedAt desc)[0].firstPublishedAt
  }`,
  schema: span,
}

const address = z
  .object({ slug, at: instant, updatedAt: optional(instant), corrected: list(instant) })
  .transform(({ slug: current, at, updatedAt, corrected }) => ({
    slug: current,
    lastEdit: [at, updatedAt ?? '', ...corrected].sort().at(-1) ?? at,
  }))
const addresses = z.array(address)

/** Articles published in `[$since, $until)` that search engines may list, oldest first, from `$from` up to `$to`. */
export const addressesOfArticles: Query<typeof addresses> = {
  name: 'addresses of articles',
  groq: `*[_type == "article" && firstPublishedAt >= $since && firstPublishedAt < $until && defined(slug.current) && seo.noIndex != true]
    | order(firstPublishedAt asc, _id asc)[$from...$to]{
      "slug": slug.current, "at": ${FIRST}, updatedAt, "corrected": corrections[].at
    }`,
  schema: addresses,
}

const news = z.array(
  z.object({ slug, headline: prose, language: optional(z.string()), firstPublishedAt: instant }),
)

/** Articles published since `$since` that search engines may list, newest first, at most `$limit`. */
export const newsSince: Query<typeof news> = {
  name: 'news since',
  groq: `*[_type == "article" && firstPublishedAt >= $since && defined(slug.current) && seo.noIndex != true]
    | order(firstPublishedAt desc, _id asc)[0...$limit]{"slug": slug.current, headline, language, firstPublishedAt}`,
  schema: news,
}

const listed = z.array(z.object({ _type: z.string(), slug: optional(slug) }))

/** Everything but articles that has a page at a slug. */
export const pagesOfLists: Query<typeof listed> = {
  name: 'pages of lists',
  groq: `*[_type in ["category", "country", "topic", "story", "author", "page"]] | order(_type asc, _id asc)[0...5000]{
    _type, "slug": slug.current
  }`,
  schema: listed,
}

const pairs = z.array(z.object({ countries: z.array(z.string().nullable()) }))

/** The two countries of every relation, by slug. */
export const pagesOfRelations: Query<typeof pairs> = {
  name: 'pages of relations',
  groq: `*[_type == "relation"] | order(_id asc)[0...2000]{"countries": countries[]->slug.current}`,
  schema: pairs,
}
