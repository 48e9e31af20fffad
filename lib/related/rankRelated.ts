import { formatNames } from '../format/byline.ts'

/** What an article is about, by ids. */
export interface Bonds {
  id: string
  category: string
  story: string | undefined
  countries: string[]
  topics: string[]
  /** ISO 8601, UTC. */
  firstPublishedAt: string
}

export interface RelatedChoice {
  id: string
  reason: string
}

/** Names of countries, topics and categories by id, for the reasons. */
export type Names = ReadonlyMap<string, string>

const WEIGHT = { story: 12, country: 4, topic: 3, category: 1, freshness: 2 }
const COUNTED = { countries: 2, topics: 3 }
const HALF_LIFE_DAYS = 30
const DAY = 86_400_000

/**
 * Articles to read beside this one, best first, each with its reason in words. The editor's pinned ones lead in
 * their order; blocked ones and the article itself never appear; nothing appears that has nothing in common.
 */
export const rankRelated = (
  article: Bonds & { pinned: string[]; blocked: string[] },
  candidates: Bonds[],
  names: Names,
  limit: number,
): RelatedChoice[] => {
  const refused = new Set([article.id, ...article.blocked])
  const allowed = uniqueById(candidates).filter(({ id }) => !refused.has(id))
  const pinned = [...new Set(article.pinned)].flatMap((id) => allowed.find((each) => each.id === id) ?? [])
  const scored = allowed
    .filter((each) => !pinned.includes(each))
    .map((each) => ({ each, score: scoreOf(article, each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || newestFirst(a.each, b.each))
    .map(({ each }) => each)
  return [...pinned, ...scored]
    .slice(0, limit)
    .map((each) => ({ id: each.id, reason: reasonFor(article, each, names) }))
}

const scoreOf = (article: Bonds, other: Bonds): number => {
  const bonds =
    (sameStory(article, other) ? WEIGHT.story : 0) +
    WEIGHT.country * Math.min(COUNTED.countries, shared(article.countries, other.countries).length) +
    WEIGHT.topic * Math.min(COUNTED.topics, shared(article.topics, other.topics).length) +
    (article.category === other.category ? WEIGHT.category : 0)
  return bonds === 0 ? 0 : bonds + WEIGHT.freshness * freshness(article, other)
}

/** 1 for an article of the same day, a half for one a month away. */
const freshness = (article: Bonds, other: Bonds) => {
  const apart = Math.abs(Date.parse(article.firstPublishedAt) - Date.parse(other.firstPublishedAt))
  return 0.5 ** (apart / DAY / HALF_LIFE_DAYS)
}

const reasonFor = (article: Bonds, other: Bonds, names: Names): string => {
  if (sameStory(article, other)) return 'From the same story'
  const countries = namesOf(shared(article.countries, other.countries), names)
  if (countries.length > 0) return `Also about ${formatNames(countries.slice(0, COUNTED.countries))}`
  const [topic] = namesOf(shared(article.topics, other.topics), names)
  if (topic !== undefined) return `More on ${topic}`
  const category = names.get(other.category)
  if (article.category === other.category && category !== undefined) return `More from ${category}`
  return 'Chosen by our editors'
}

const sameStory = (article: Bonds, other: Bonds) =>
  article.story !== undefined && article.story === other.story

const shared = (ours: string[], theirs: string[]) => ours.filter((id) => theirs.includes(id))

const namesOf = (ids: string[], names: Names) => ids.flatMap((id) => names.get(id) ?? [])

const newestFirst = (a: Bonds, b: Bonds) =>
  b.firstPublishedAt.localeCompare(a.firstPublishedAt) || a.id.localeCompare(b.id)

const uniqueById = (bonds: Bonds[]) => [...new Map(bonds.map((each) => [each.id, each])).values()]
