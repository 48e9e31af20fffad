import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Bonds } from '../../lib/related/bonds.ts'
import { shared } from '../../lib/related/kinship.ts'
import { rankRelated } from '../../lib/related/rankRelated.ts'
import { readNewsroomSources } from '../../scripts/newsroom/sources/newsroomSources.ts'

const grades = z.object({
  1: z.array(z.string()).default([]),
  2: z.array(z.string()).default([]),
  3: z.array(z.string()).default([]),
})
const judgements = z.record(z.string(), grades)

/** For each judged article, what each other one is worth beside it: 1 to 3. */
export function readJudgements(): Map<string, ReadonlyMap<string, number>> {
  const text = readFileSync(new URL('../fixtures/related/judgements.yaml', import.meta.url), 'utf8')
  return new Map(
    Object.entries(judgements.parse(parse(text))).map(([slug, judged]) => [
      slug,
      new Map(([3, 2, 1] as const).flatMap((grade) => judged[grade].map((other) => [other, grade] as const))),
    ]),
  )
}

/** The articles of the demonstration newsroom as the ranking sees them, by slug; none pinned: a pin is a judgement itself. */
export function readNewsroomBonds(root = 'sanity/seed'): Bonds[] {
  return readNewsroomSources(root).articles.map(({ slug, content }) => ({
    id: slug,
    category: content.category,
    story: content.story,
    countries: content.countries,
    topics: content.topics,
    actors: content.sections.flatMap((section) =>
      section.section === 'keyPoints' && section.actor && content.countries.includes(section.actor)
        ? [section.actor]
        : [],
    ),
    text: `${content.headline} ${content.standfirst}`,
    firstPublishedAt: new Date(content.firstPublishedAt).toISOString(),
  }))
}

/**
 * Normalised discounted cumulative gain of the first `depth` of a ranking, 0 to 1 (Järvelin and Kekäläinen, 2002, with
 * gains of 2^grade − 1).
 */
export function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>, depth = 5): number {
  const gain = (values: readonly number[]) =>
    values.slice(0, depth).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
  const best = gain([...grades.values()].sort((one, other) => other - one))
  return best === 0 ? 0 : gain(ranking.map((id) => grades.get(id) ?? 0)) / best
}

export type Ranking = (article: Bonds) => string[]

/** Mean nDCG@5 of a ranking over all judged articles. */
export function meanNdcg(
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>,
  articles: readonly Bonds[],
  rank: Ranking,
): number {
  const values = articles.flatMap((article) => {
    const grades = judgements.get(article.id)
    return grades ? [ndcg(rank(article), grades)] : []
  })
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Our ranking, with the candidates that the content lake is asked for: what shares a category, story, country or topic. */
export function rankNewsroom(articles: readonly Bonds[]): Ranking {
  const about = new Map<string, number>()
  for (const { countries, topics } of articles)
    for (const id of new Set([...countries, ...topics])) about.set(id, (about.get(id) ?? 0) + 1)
  const known = { names: new Map(), coverage: { articles: articles.length, about } }
  return (article) => {
    const candidates = articles.filter((other) => isCandidate(article, other))
    return rankRelated({ ...article, pinned: [], blocked: [] }, candidates, known, 5).map(({ id }) => id)
  }
}

const isCandidate = (article: Bonds, other: Bonds) =>
  article.category === other.category ||
  (article.story !== undefined && article.story === other.story) ||
  shared([...article.countries, ...article.topics], [...other.countries, ...other.topics]).length > 0

/** What other portals print under an article. */
export const usualRankings = {
  'latest in the category': (article: Bonds, all: readonly Bonds[]) =>
    newestFirst(all.filter(({ id, category }) => id !== article.id && category === article.category)),
  'shared topic, newest': (article: Bonds, all: readonly Bonds[]) =>
    newestFirst(
      all.filter(
        ({ id, topics }) => id !== article.id && topics.some((topic) => article.topics.includes(topic)),
      ),
    ),
}

const newestFirst = (articles: readonly Bonds[]) =>
  [...articles]
    .sort((one, other) => other.firstPublishedAt.localeCompare(one.firstPublishedAt))
    .map(({ id }) => id)
