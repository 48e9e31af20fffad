import { z } from 'zod'
import { embedProviders, sectionKinds, standings } from '../vocabulary.ts'
import { FOUND_FIELDS } from './foundArticle.ts'
import { instant, list, optional, rawDocument, reference } from './parts/values.ts'
import type { Query } from './query.ts'

/** Articles that are ranked: the newest so many of all that have the words, and of those that have them in the headline. */
export const MOST_RANKED = 100
const MOST_BY_HEADLINE = 50

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

/** Whole documents are looked through in half the time; `texts` are what readers read. */
export type Where = 'document' | 'texts'

/** What whole documents hold of our own words, and what is in the addresses of their links. */
const filedWords = [
  ...[...sectionKinds, ...standings, ...embedProviders].map((word) => word.toLowerCase()),
  ...[
    'normal',
    'blockquote',
    'bullet',
    'number',
    'strong',
    'link',
    'https',
    'http',
    'www',
    'com',
    'org',
    'html',
  ],
]

/** Where words are to be looked for so that nobody finds "development" in the kinds of sections. */
export const whereToLook = (terms: readonly { words: readonly string[]; open: boolean }[]): Where => {
  const isFiled = terms.some(({ words, open }) =>
    words.some((word) => filedWords.some((filed) => (open ? filed.startsWith(word) : filed === word))),
  )
  return isFiled ? 'texts' : 'document'
}

const KEY_POINTS = 'sections[].points[].text[].children[].text'
const TEXTS = `[headline, kicker, standfirst, sections[].heading, ${KEY_POINTS}, sections[].text[].children[].text, sections[].entries[].text, closing[].children[].text]`

export const textsOf = (where: Where) => (where === 'texts' ? TEXTS : '@')

export interface SearchShape {
  where: Where
  /** How many words `$w0`, `$w1`, … the ranking weighs one by one. */
  words: number
  /** Whether `$subject` is the id of a country, topic or story that the search names, and `$rest` what else it says. */
  subject: 'none' | 'alone' | 'with words'
  conditions: readonly SearchCondition[]
}

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

const answer = z.object({ ranked, onPage: z.array(rawDocument) })

/**
 * Articles that have the words of `$words` (as `text::query` reads them), the best first, with what facets count: headlines
 * before standfirsts before key points before all else, the newest first among equals. Bounded by `MOST_RANKED` whatever is
 * asked; `$patterns` are the words once more, as `match` reads them. Those from `$begin` to before `$end` come with what a
 * page shows of them, in no particular order.
 */
export const rankedArticles = (shape: SearchShape): Query<typeof answer> => ({
  name: 'search for articles',
  groq: `{"ranked": *[_type == "article" && (${candidates(shape).join(' || ')})] | score(${weights(shape).join(', ')})
    | order(_score desc, firstPublishedAt desc, _id asc)[0...${2 * MOST_RANKED + MOST_BY_HEADLINE}]{
      "id": _id, category, countries, topics, authors, "firstPublishedAt": coalesce(firstPublishedAt, _createdAt)
    }}{ranked, "onPage": *[_type == "article" && _id in ^.ranked[$begin...$end].id]{
      ${FOUND_FIELDS}
    }}`,
  schema: answer,
})

/** Each list is read in the order of an index and left when it is full, so that the commonest word costs no more than others. */
const candidates = ({ where, subject, conditions }: SearchShape): string[] => {
  const texts = textsOf(where)
  const narrowed = conditions.map((condition) => ` && ${searchConditions[condition]}`).join('')
  const newest = (filter: string, most = MOST_RANKED) =>
    `_id in (*[_type == "article" && ${filter}${narrowed}] | order(firstPublishedAt desc)[0...${most}]._id)`
  const all = [
    newest(`${texts} match text::query($words)`),
    newest(`headline match $patterns && ${texts} match text::query($words)`, MOST_BY_HEADLINE),
  ]
  if (subject === 'none') return all
  const rest = subject === 'alone' ? '' : ` && ${texts} match text::query($rest)`
  return [...all, newest(`${ABOUT_SUBJECT}${rest}`)]
}

const weights = ({ words, subject }: SearchShape): string[] => [
  ...Array.from({ length: words }, (_, index) => `boost(headline match text::query($w${index}), 6)`),
  ...Array.from({ length: words }, (_, index) => `boost(standfirst match text::query($w${index}), 3)`),
  'boost(headline match text::query($words), 3)',
  `boost(${KEY_POINTS} match text::query($words), 2)`,
  ...(subject === 'none' ? [] : [`boost(${NAMES_SUBJECT}, 4)`]),
]

const NAMES_SUBJECT = '($subject in countries[]._ref || $subject in topics[]._ref || story._ref == $subject)'
/** What refers to it at all is found at once; to weigh what was found, documents need not be looked through for that. */
const ABOUT_SUBJECT = `(references($subject) && ${NAMES_SUBJECT})`
