import { z } from 'zod'
import { identity, instant, optional, optionalText, reference, slug, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const ids = z.array(z.string())
const counts = z.array(z.number().int().min(0))
const span = z.object({ first: optional(instant), last: optional(instant) })

/**
 * The archive goes by `firstPublishedAt` alone, which every publication sets: what an index is asked for is one range
 * of one field. Times are compared as texts, as they are stored: `$from` is `2023-09`, `$to` is `2023-10`.
 */
const published = '_type == "article" && firstPublishedAt >= $from && firstPublishedAt < $to'

/** The articles of a month, newest first, at most `$limit`. */
export const articlesOfMonth: Query<typeof ids> = {
  name: 'articles of a month',
  groq: `*[${published}] | order(firstPublishedAt desc, _id asc)[0...$limit]._id`,
  schema: ids,
}

/** How many articles were published in each of the twelve months that `$m0` to `$m12` begin and end. */
export const monthsOfYear: Query<typeof counts> = {
  name: 'articles of the months of a year',
  groq: `[${Array.from(
    { length: 12 },
    (_, index) =>
      `count(*[_type == "article" && firstPublishedAt >= $m${index} && firstPublishedAt < $m${index + 1}])`,
  ).join(', ')}]`,
  schema: counts,
}

/** When the first article was published, and the last. */
export const publishedSpan: Query<typeof span> = {
  name: 'first and last publication',
  groq: `{
    "first": *[_type == "article" && defined(firstPublishedAt)] | order(firstPublishedAt asc)[0].firstPublishedAt,
    "last": *[_type == "article" && defined(firstPublishedAt)] | order(firstPublishedAt desc)[0].firstPublishedAt
  }`,
  schema: span,
}

const headline = z.object({
  ...identity,
  headline: text,
  slug,
  kicker: optionalText,
  category: reference,
  language: optionalText,
  firstPublishedAt: instant,
})

/** What a line of the archive says of an article. */
export const headlines: DocumentsQuery<typeof headline> = {
  name: 'headlines by id',
  groq: `*[_type == "article" && _id in $ids]{
    _id, _type, headline, "slug": slug.current, kicker, category, language, firstPublishedAt
  }`,
  document: headline,
}

export type StoredHeadline = z.infer<typeof headline>
