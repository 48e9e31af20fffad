import { z } from 'zod'
import { correction } from './corrections.ts'
import { optionalPicture } from './parts/picture.ts'
import { richText } from './parts/richText.ts'
import { SECTION_FIELDS, section } from './parts/sections.ts'
import {
  identity,
  instant,
  list,
  optional,
  optionalText,
  pictureFields,
  reference,
  revision,
  slug,
  text,
} from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z
  .object({
    ...identity,
    _rev: revision,
    _createdAt: instant,
    headline: text,
    slug,
    kicker: optionalText,
    standfirst: text,
    category: reference,
    countries: list(reference),
    topics: list(reference),
    story: optional(reference),
    authors: list(reference),
    mainMedia: optionalPicture,
    sections: z.array(section),
    closing: optional(richText),
    relatedPinned: list(reference),
    relatedBlocked: list(reference),
    corrections: list(correction),
    language: optionalText,
    firstPublishedAt: optional(instant),
    updatedAt: optional(instant),
    seo: z
      .object({
        title: optionalText,
        description: optionalText,
        image: optionalPicture,
        noIndex: optional(z.boolean()),
      })
      .nullish()
      .transform((seo) => seo ?? undefined),
  })
  .transform(({ _createdAt, firstPublishedAt, ...rest }) => ({
    ...rest,
    firstPublishedAt: firstPublishedAt ?? _createdAt,
  }))

/** Articles whole, as stored: what they refer to is named by id. */
export const articles: DocumentsQuery<typeof document> = {
  name: 'articles by id',
  groq: `*[_type == "article" && _id in $ids]{
    _id, _type, _rev, _createdAt, headline, "slug": slug.current, kicker, standfirst, category, countries, topics,
    story, authors, ${pictureFields('mainMedia')}, sections[]{${SECTION_FIELDS}}, closing, relatedPinned,
    relatedBlocked, corrections, language, firstPublishedAt, updatedAt,
    seo{title, description, ${pictureFields('image')}, noIndex}
  }`,
  document,
}

export type StoredArticle = z.infer<typeof document>
