import { z } from 'zod'
import { optionalPicture } from './parts/picture.ts'
import {
  identity,
  instant,
  list,
  optional,
  optionalText,
  pictureFields,
  reference,
  slug,
  text,
} from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

/** What is asked of an article for its teaser. */
export const TEASER_FIELDS = `_id, _type, _createdAt, headline, "slug": slug.current, kicker, standfirst, category, countries, topics, story,
    ${pictureFields('mainMedia')}, language, firstPublishedAt`

export const teaser = z
  .object({
    ...identity,
    _createdAt: instant,
    headline: text,
    slug,
    kicker: optionalText,
    standfirst: text,
    category: reference,
    countries: list(reference),
    topics: list(reference),
    story: optional(reference),
    /** Countries whose sections of key points it has. */
    actors: list(z.string()),
    mainMedia: optionalPicture,
    language: optionalText,
    firstPublishedAt: optional(instant),
  })
  .transform(({ _createdAt, firstPublishedAt, ...rest }) => ({
    ...rest,
    firstPublishedAt: firstPublishedAt ?? _createdAt,
  }))

/** What lists show of articles, and what related articles are ranked by. */
export const teasers: DocumentsQuery<typeof teaser> = {
  name: 'teasers by id',
  groq: `*[_type == "article" && _id in $ids]{${TEASER_FIELDS}}`,
  document: teaser,
}

export type StoredTeaser = z.infer<typeof teaser>
