import type { RelatedReason } from '../model/teaser.ts'
import type { Bonds } from './bonds.ts'
import { type Coverage, isSameStory, kinshipWith, shared } from './kinship.ts'

export interface RelatedChoice {
  id: string
  reason: RelatedReason
}

/** Names of countries, topics and categories by id, for the reasons. */
export type Names = ReadonlyMap<string, string>

/** Countries that a reason names. */
const NAMED = 2
/** What a third article of one story is worth beside two others, a fourth beside three, and so on. */
const [ENOUGH_OF_A_STORY, MORE_OF_IT] = [2, 0.8]

/**
 * Articles to read beside this one, best first, each with its reason. The editor's pinned ones lead in
 * their order; blocked ones and the article itself never appear; nothing appears that has nothing in common.
 */
export const rankRelated = (
  article: Bonds & { pinned: string[]; blocked: string[] },
  candidates: Bonds[],
  known: { names: Names; coverage: Coverage },
  limit: number,
): RelatedChoice[] => {
  const refused = new Set([article.id, ...article.blocked])
  const allowed = uniqueById(candidates).filter(({ id }) => !refused.has(id))
  const pinned = [...new Set(article.pinned)].flatMap((id) => allowed.find((each) => each.id === id) ?? [])
  const kinship = kinshipWith(article, allowed, known.coverage)
  const scored = allowed
    .filter((each) => !pinned.includes(each))
    .map((each) => ({ each, score: kinship(each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || newestFirst(a.each, b.each))
  return [...pinned, ...spread(scored, limit)]
    .slice(0, limit)
    .map((each) => ({ id: each.id, reason: reasonFor(article, each, known.names) }))
}

/** The best, but not five of the same story where something else is nearly as good. */
const spread = (scored: { each: Bonds; score: number }[], limit: number): Bonds[] => {
  const chosen: Bonds[] = []
  const left = [...scored]
  while (chosen.length < limit && left.length > 0) {
    const worth = left.map(({ each, score }) => {
      const beside = chosen.filter((other) => isSameStory(each, other)).length
      return score * MORE_OF_IT ** Math.max(0, beside + 1 - ENOUGH_OF_A_STORY)
    })
    const [best] = left.splice(worth.indexOf(Math.max(...worth)), 1)
    if (best) chosen.push(best.each)
  }
  return chosen
}

const reasonFor = (article: Bonds, other: Bonds, names: Names): RelatedReason => {
  if (isSameStory(article, other)) return { kind: 'story', names: [] }
  const countries = namesOf(shared(article.countries, other.countries), names)
  if (countries.length > 0) return { kind: 'countries', names: countries.slice(0, NAMED) }
  const [topic] = namesOf(shared(article.topics, other.topics), names)
  if (topic !== undefined) return { kind: 'topic', names: [topic] }
  const category = names.get(other.category)
  if (article.category === other.category && category !== undefined)
    return { kind: 'category', names: [category] }
  return { kind: 'pinned', names: [] }
}

const namesOf = (ids: string[], names: Names) => ids.flatMap((id) => names.get(id) ?? [])

const newestFirst = (a: Bonds, b: Bonds) =>
  b.firstPublishedAt.localeCompare(a.firstPublishedAt) || a.id.localeCompare(b.id)

const uniqueById = (bonds: Bonds[]) => [...new Map(bonds.map((each) => [each.id, each])).values()]
