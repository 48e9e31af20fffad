import type { Bonds } from './bonds.ts'
import { type Likeness, likenessOf } from './likeness.ts'

/** How many articles of the whole newsroom there are, and how many are about a country or a topic, by its id. */
export interface Coverage {
  articles: number
  about: ReadonlyMap<string, number>
}

// Chosen on one half of the judged articles, tried on the other (tests/fixtures/related).
const WEIGHT = { story: 6, country: 0.7, actor: 0.5, topic: 1.25, category: 1, likeness: 8, nearness: 1 }
const HALF_LIFE_DAYS = 365
/** What an article names later it is less about. */
const LATER = 0.25
const DAY = 86_400_000

/**
 * How near other articles are to one: by the same story; by shared countries and topics, the rarer the nearer; by who
 * acts in both; by the words of headline and standfirst; and a little by time. 0 for those with nothing in common.
 */
export const kinshipWith = (article: Bonds, others: readonly Bonds[], coverage: Coverage) => {
  const likeness = likenessOf(new Map([article, ...others].map(({ id, text }) => [id, text])))
  return (other: Bonds): number => {
    const bonds = bondsBetween(article, other, coverage)
    return bonds === 0 ? 0 : bonds + besides(article, other, likeness)
  }
}

const bondsBetween = (article: Bonds, other: Bonds, { articles, about }: Coverage): number => {
  const rarity = (id: string) => Math.log((articles + 1) / (about.get(id) ?? 1))
  const total = (ours: string[], theirs: string[]) =>
    shared(ours, theirs).reduce(
      (sum, id) => sum + rarity(id) / (1 + LATER * (ours.indexOf(id) + theirs.indexOf(id))),
      0,
    )
  return (
    (isSameStory(article, other) ? WEIGHT.story : 0) +
    WEIGHT.country * total(article.countries, other.countries) +
    WEIGHT.actor * shared(article.actors, other.actors).length +
    WEIGHT.topic * total(article.topics, other.topics) +
    (article.category === other.category ? WEIGHT.category : 0)
  )
}

const besides = (article: Bonds, other: Bonds, likeness: Likeness): number =>
  WEIGHT.likeness * likeness.between(article.id, other.id) + WEIGHT.nearness * nearness(article, other)

/** 1 for an article of the same day, a half for one a year away. */
const nearness = (article: Bonds, other: Bonds) => {
  const apart = Math.abs(Date.parse(article.firstPublishedAt) - Date.parse(other.firstPublishedAt))
  return 0.5 ** (apart / DAY / HALF_LIFE_DAYS)
}

export const isSameStory = (one: Bonds, other: Bonds) => one.story !== undefined && one.story === other.story

export const shared = (ours: string[], theirs: string[]) =>
  [...new Set(ours)].filter((id) => theirs.includes(id))
