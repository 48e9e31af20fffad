import { z } from 'zod'
import { keyPointsSection } from './parts/sections.ts'
import { identity, instant, optional, optionalText, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z
  .object({
    ...identity,
    _createdAt: instant,
    headline: text,
    slug,
    language: optionalText,
    firstPublishedAt: optional(instant),
    sections: z.array(keyPointsSection),
  })
  .transform(({ _createdAt, firstPublishedAt, ...rest }) => ({
    ...rest,
    firstPublishedAt: firstPublishedAt ?? _createdAt,
  }))

/** The key points of articles, with the article that each stands in. */
export const articlesWithPoints: DocumentsQuery<typeof document> = {
  name: 'key points of articles by id',
  groq: `*[_type == "article" && _id in $ids]{
    _id, _type, _createdAt, headline, "slug": slug.current, language, firstPublishedAt,
    "sections": coalesce(sections[_type == "keyPointsSection"], [])
  }`,
  document,
}

export type StoredArticlePoints = z.infer<typeof document>
