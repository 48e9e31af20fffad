import type { StoredName } from '../../sanity/queries/names.ts'
import type { RankedArticle } from '../../sanity/queries/rankedArticles.ts'
import {
  type ChosenNarrowing,
  type Facet,
  type FacetChoice,
  type PeriodChoice,
  type SearchNarrowing,
  searchPeriods,
} from '../model/search.ts'
import { routes } from '../routes.ts'
import { nameAt } from './names.ts'
import { beginOf, narrowingKinds } from './narrowing.ts'

const MOST_CHOICES = 8

interface Counted {
  articles: readonly RankedArticle[]
  names: readonly StoredName[]
  words: string
  narrowing: SearchNarrowing
}

/** What the articles found can be narrowed by, the most frequent first; nothing that would leave all of them. */
export const countFacets = (counted: Counted): Facet[] => {
  const { articles, words, narrowing } = counted
  const documents = narrowingKinds.map((kind) => ({ kind, choices: choicesOf(kind, counted) }))
  const years = tally(articles.map(({ firstPublishedAt }) => [firstPublishedAt.slice(0, 4)]))
  const ofYears = [...years]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([year, count]) =>
      choice(year, count, routes.search(words, { ...narrowing, year, since: undefined })),
    )
  const choosesDate = narrowing.year === undefined && narrowing.since === undefined
  return [
    ...documents,
    { kind: 'year' as const, choices: choosesDate ? telling(ofYears, articles.length) : [] },
  ].filter(({ choices }) => choices.length > 0)
}

const choicesOf = (kind: (typeof narrowingKinds)[number], counted: Counted): FacetChoice[] => {
  const { articles, names, words, narrowing } = counted
  if (narrowing[kind] !== undefined) return []
  const byId = new Map(names.filter((name) => name.kind === kind).map((name) => [name.id, name]))
  const choices = [...tally(articles.map((article) => referencesOf(article, kind)))].flatMap(
    ([id, count]) => {
      const name = byId.get(id)
      return name === undefined
        ? []
        : [choice(name.label, count, routes.search(words, { ...narrowing, [kind]: name.slug }))]
    },
  )
  return telling(choices.toSorted(byCount), articles.length)
}

/** Periods that end now, with how many of the articles fall into each; nothing once a date is chosen. */
export const countPeriods = ({ articles, words, narrowing }: Counted, now: Date): PeriodChoice[] => {
  if (narrowing.year !== undefined || narrowing.since !== undefined) return []
  return searchPeriods.flatMap((since) => {
    const begin = beginOf(since, now)
    const count = articles.filter(({ firstPublishedAt }) => firstPublishedAt >= begin).length
    const href = routes.search(words, { ...narrowing, since })
    return count > 0 && count < articles.length ? [{ period: since, href, count }] : []
  })
}

/** What a search is narrowed to, each with the address at which it is not. */
export const chosenNarrowings = (
  words: string,
  narrowing: SearchNarrowing,
  names: readonly StoredName[],
): ChosenNarrowing[] => {
  const labelOf = (kind: ChosenNarrowing['kind']) =>
    kind === 'year' || kind === 'since' ? narrowing[kind] : nameAt(names, kind, narrowing[kind])?.label
  return ([...narrowingKinds, 'year', 'since'] as const).flatMap((kind) => {
    const label = labelOf(kind)
    const href = routes.search(words, { ...narrowing, [kind]: undefined })
    return label === undefined ? [] : [{ kind, label, href }]
  })
}

/** How often each value is named, once an article. */
export const tally = (lists: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const values of lists)
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const referencesOf = (article: RankedArticle, kind: (typeof narrowingKinds)[number]): string[] => {
  switch (kind) {
    case 'category':
      return article.category === undefined ? [] : [article.category]
    case 'country':
      return article.countries
    case 'topic':
      return article.topics
    case 'author':
      return article.authors
  }
}

const choice = (label: string, count: number, href: string): FacetChoice => ({ label, count, href })

const byCount = (one: FacetChoice, other: FacetChoice) =>
  other.count - one.count || (one.label < other.label ? -1 : 1)

const telling = (choices: FacetChoice[], all: number) =>
  choices.filter(({ count }) => count < all).slice(0, MOST_CHOICES)
