import { z } from 'zod'
import { correctionKinds } from '../vocabulary.ts'
import { identity, instant, key, list, optionalText, slug, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

export const correction = z.object({
  _key: key,
  kind: z.enum(correctionKinds),
  text,
  at: instant,
})

const ids = z.array(z.string())
const corrected = z.array(ids)

/** The kinds are words, which an index finds; that an article has corrections at all, none tells. */
const newestBy = (kind: string, field: string) =>
  `*[_type == "article" && corrections[].kind match "${kind}"] | order(${field} desc)[0...$limit]._id`

/**
 * Articles with corrections, by id: of each kind the last updated for readers and the last edited, at most `$limit`.
 * Whoever adds a correction edits the article, so that the newest corrections are among these.
 */
export const correctedArticles: Query<typeof corrected> = {
  name: 'corrected articles',
  groq: `[${correctionKinds
    .flatMap((kind) => [newestBy(kind, 'updatedAt'), newestBy(kind, '_updatedAt')])
    .join(', ')}]`,
  schema: corrected,
}

const document = z.object({
  ...identity,
  headline: text,
  slug,
  language: optionalText,
  corrections: list(correction),
})

/** Corrections with the article that each stands under. */
export const corrections: DocumentsQuery<typeof document> = {
  name: 'corrections by article id',
  groq: `*[_type == "article" && _id in $ids]{_id, _type, headline, "slug": slug.current, language, corrections}`,
  document,
}

export type StoredCorrections = z.infer<typeof document>
