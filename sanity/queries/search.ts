import { z } from 'zod'
import { NEWEST_FIRST } from './articleLists.ts'
import { instant, key, list, optional, optionalText, reference } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'
import { TEASER_FIELDS, teaser } from './teasers.ts'

/** Articles that are looked at: the newest so many of all that have the words, and as many that have them in the headline. */
export const MOST_RANKED = 100

/** What a search may be narrowed by; each is the name of the parameter that says to what. */
export const searchConditions = {
  category: 'category._ref == $category',
  country: '$country in countries[]._ref',
  topic: '$topic in topics[]._ref',
  author: '$author in authors[]._ref',
  from: 'firstPublishedAt >= $from',
  until: 'firstPublishedAt < $until',
} as const

export type SearchCondition = keyof typeof searchConditions

export interface SearchShape {
  /** How many words `$w0`, `$w1`, … the ranking weighs one by one. */
  words: number
  /** Whether `$subject` is the id of a country, topic or story that the search names, and `$rest` what else it says. */
  subject: 'none' | 'alone' | 'with words'
  conditions: readonly SearchCondition[]
}

const KEY_POINTS = 'sections[].points[].text[].children[].text'
/** Where readers read. Whole documents hold words of ours, too: "development" is the kind of a section. */
const TEXTS = `[headline, kicker, standfirst, sections[].heading, ${KEY_POINTS}, sections[].text[].children[].text, sections[].entries[].text, closing[].children[].text]`

const ranked = z.array(
  z.object({
    id: z.string(),
    category: optional(reference),
    countries: list(reference),
    topics: list(reference),
    authors: list(reference),
    firstPublishedAt: instant,
  }),
)
export type RankedArticle = z.infer<typeof ranked>[number]

/**
 * Articles that have the words of `$words` (as `text::query` reads them), the best first, with what facets count. Bounded by
 * `MOST_RANKED` whatever is asked; `$patterns` are the words once more, as `match` reads them.
 */
export const rankedArticles = ({ words, subject, conditions }: SearchShape): Query<typeof ranked> => {
  const narrowed = conditions.map((condition) => ` && ${searchConditions[condition]}`).join('')
  const newest = (filter: string) =>
    `_id in (*[_type == "article" && ${filter}${narrowed}] | ${NEWEST_FIRST}[0...${MOST_RANKED}]._id)`
  const found = [
    newest(`${TEXTS} match text::query($words)`),
    newest(`headline match $patterns && ${TEXTS} match text::query($words)`),
    ...(subject === 'none'
      ? []
      : [newest(ABOUT_SUBJECT + (subject === 'alone' ? '' : ` && ${TEXTS} match text::query($rest)`))]),
  ]
  const weighed = Array.from({ length: words }, (_, index) => [
    `boost(headline match text::query($w${index}), 6)`,
    `boost(standfirst match text::query($w${index}), 3)`,
  ]).flat()
  return {
    name: 'search for articles',
    groq: `*[_type == "article" && (${found.join(' || ')})] | score(
      ${[...weighed, 'boost(headline match text::query($words), 3)', `boost(${KEY_POINTS} match text::query($words), 2)`, `${TEXTS} match text::query($words)`].join(', ')}
      ${subject === 'none' ? '' : `, boost(${ABOUT_SUBJECT}, 4)`}
    ) | order(_score desc, firstPublishedAt desc, _id asc)[0...${2 * MOST_RANKED}]{
      "id": _id, category, countries, topics, authors, "firstPublishedAt": coalesce(firstPublishedAt, _createdAt)
    }`,
    schema: ranked,
  }
}

const ABOUT_SUBJECT =
  '(references($subject) && ($subject in countries[]._ref || $subject in topics[]._ref || story._ref == $subject))'

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
export const findsAnything: Query<typeof flag> = {
  name: 'whether a search finds anything',
  groq: `count(*[_type == "article" && ${TEXTS} match text::query($words)][0...1]) > 0`,
  schema: flag,
}

const headlines = z.array(z.object({ headline: z.string(), slug: z.string() }))

/** The newest articles whose headlines have the words of `$patterns`, as `match` reads them. */
export const articlesByHeadline: Query<typeof headlines> = {
  name: 'articles by their headlines',
  groq: `*[_type == "article" && headline match $patterns && defined(slug.current)] | ${NEWEST_FIRST}[0...$limit]{headline, "slug": slug.current}`,
  schema: headlines,
}
