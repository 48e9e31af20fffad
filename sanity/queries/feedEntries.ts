import { z } from 'zod'
import { addressOfOriginal, isImageAssetId } from '../image.ts'
import { correction } from './corrections.ts'
import { keyPointsSection } from './parts/sections.ts'
import { identity, instant, list, optional, optionalText, reference, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

/** A picture with what a feed has to state of its file; one of which that is not known is left out. */
const enclosure = z
  .object({
    alt: optionalText,
    credit: optionalText,
    assetId: z.string().refine(isImageAssetId),
    mimeType: z.string().startsWith('image/'),
    bytes: z.number().int().positive(),
  })
  .transform(({ assetId, ...rest }) => ({ ...rest, url: addressOfOriginal(assetId) }))
  .nullish()
  .catch(undefined)
  .transform((picture) => picture ?? undefined)

const document = z
  .object({
    ...identity,
    _createdAt: instant,
    headline: text,
    slug,
    standfirst: text,
    category: reference,
    countries: list(reference),
    topics: list(reference),
    authors: list(reference),
    sections: z.array(keyPointsSection),
    corrections: list(correction),
    mainMedia: enclosure,
    language: optionalText,
    firstPublishedAt: optional(instant),
    updatedAt: optional(instant),
  })
  .transform(({ _createdAt, firstPublishedAt, ...rest }) => ({
    ...rest,
    firstPublishedAt: firstPublishedAt ?? _createdAt,
  }))

/** What feeds tell of articles. */
export const feedEntries: DocumentsQuery<typeof document> = {
  name: 'entries of a feed by id',
  groq: `*[_type == "article" && _id in $ids]{
    _id, _type, _createdAt, headline, "slug": slug.current, standfirst, category, countries, topics, authors,
    "sections": coalesce(sections[_type == "keyPointsSection"], []), corrections, language, firstPublishedAt, updatedAt,
    mainMedia{alt, credit, "assetId": asset._ref, "mimeType": asset->mimeType, "bytes": asset->size}
  }`,
  document,
}

export type StoredFeedEntry = z.infer<typeof document>
