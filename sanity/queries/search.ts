import { z } from 'zod'
import { key, list, optionalText } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'
import { textsOf, type Where } from './rankedArticles.ts'
import { TEASER_FIELDS, teaser } from './teasers.ts'

const texts = z.object({
  heading: optionalText,
  points: list(z.object({ _key: key, text: optionalText })),
  text: optionalText,
  entries: list(optionalText),
})

const document = teaser.and(z.object({ sections: list(texts), closing: optionalText }))

/** What a page of hits shows: teasers, and the texts that passages are cut from. */
export const foundArticles: DocumentsQuery<typeof document> = {
  name: 'found articles by id',
  groq: `*[_type == "article" && _id in $ids]{
    ${TEASER_FIELDS},
    "sections": sections[]{
      heading, "points": points[]{_key, "text": pt::text(text)}, "entries": entries[].text,
      "text": select(_type == "passage" => pt::text(text), _type == "pullQuote" => text)
    },
    "closing": pt::text(closing)
  }`,
  document,
}
export type StoredFound = z.infer<typeof document>

const flag = z.boolean()

/** Whether any article has the words of `$words`. */
export const findsAnything = (where: Where): Query<typeof flag> => ({
  name: 'whether a search finds anything',
  groq: `count(*[_type == "article" && ${textsOf(where)} match text::query($words)][0...1]) > 0`,
  schema: flag,
})

const headlines = z.array(z.object({ headline: z.string(), slug: z.string() }))

/** The newest articles whose headlines have the words of `$patterns`, as `match` reads them. */
export const articlesByHeadline: Query<typeof headlines> = {
  name: 'articles by their headlines',
  groq: `*[_type == "article" && headline match $patterns && defined(slug.current)] | order(firstPublishedAt desc)[0...$limit]{headline, "slug": slug.current}`,
  schema: headlines,
}
