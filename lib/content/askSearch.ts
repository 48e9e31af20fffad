import type { z } from 'zod'
import { fetchParsed, parseListed } from '../../sanity/fetchParsed.ts'
import { foundArticle, type StoredFound } from '../../sanity/queries/foundArticle.ts'
import type { StoredName } from '../../sanity/queries/names.ts'
import type { Query } from '../../sanity/queries/query.ts'
import {
  type RankedArticle,
  rankedArticles,
  type SearchCondition,
  whereToLook,
} from '../../sanity/queries/rankedArticles.ts'
import { articlesByHeadline, findsAnything } from '../../sanity/queries/search.ts'
import { subjectOf } from '../search/names.ts'
import { parseSearch, type Search, toPatterns, toTextQuery } from '../search/parseSearch.ts'
import { Turns } from '../search/turns.ts'

/** Nobody asks the same twice, but anybody may ask anything: what is kept of it would only push pages out of the cache. */
const UNCACHED = { tags: [], revalidate: 0 }
/** Searches must not take from the pages that are being made: the lake is asked so many of their questions at once. */
const turns = new Turns({ atOnce: 4, longestLine: 100 })

const ask = <T extends z.ZodType>(
  query: Query<T>,
  params: Record<string, string | number | string[]>,
): Promise<z.infer<T>> => turns.take(() => fetchParsed(query, params, UNCACHED))

/** Words that the ranking weighs one by one; those behind them count together. */
const WORDS_WEIGHED = 4

export interface FoundArticles {
  /** All, the best first. */
  ranked: RankedArticle[]
  /** Those of the page that was asked for, in their order. */
  onPage: StoredFound[]
}

interface Asked {
  names: readonly StoredName[]
  conditions: Partial<Record<SearchCondition, string>>
  /** Which of the articles the page shows. */
  page: { begin: number; end: number }
}

/** The articles that a search finds. */
export const findArticles = async (
  search: Search,
  { names, conditions, page }: Asked,
): Promise<FoundArticles> => {
  const weighed = search.terms.slice(0, WORDS_WEIGHED)
  const subject = subjectOf(names, search.text)
  const rest = subject === undefined ? '' : toTextQuery(parseSearch(subject.rest).terms)
  const query = rankedArticles({
    where: whereToLook([...search.terms, ...search.without]),
    words: weighed.length,
    subject: subject === undefined ? 'none' : rest === '' ? 'alone' : 'with words',
    conditions: namesOf(conditions),
  })
  const params = {
    words: toTextQuery(search.terms, search.without),
    patterns: toPatterns(search.terms),
    ...Object.fromEntries(
      weighed.map((term, index) => [`w${index}`, toTextQuery([{ ...term, open: false }])]),
    ),
    ...(subject === undefined ? {} : { subject: subject.name.id }),
    ...(rest === '' ? {} : { rest }),
    ...conditions,
    ...page,
  }
  const { ranked, onPage } = await ask(query, params)
  const found = parseListed({ document: foundArticle }, onPage)
  const inOrder = ranked
    .slice(page.begin, page.end)
    .flatMap(({ id }) => found.find(({ _id }) => _id === id) ?? [])
  return { ranked, onPage: inOrder }
}

/** The newest articles with the words in their headlines. */
export const findByHeadline = (patterns: string[], limit: number) =>
  ask(articlesByHeadline, { patterns, limit })

/** Those of some searches that find an article. */
export const searchesThatFind = async (searches: readonly string[]): Promise<string[]> => {
  const finds = await Promise.all(
    searches.map((text) => {
      const { terms, without } = parseSearch(text)
      return ask(findsAnything(whereToLook([...terms, ...without])), { words: toTextQuery(terms, without) })
    }),
  )
  return searches.filter((_, index) => finds[index])
}

const namesOf = (conditions: Partial<Record<SearchCondition, string>>) =>
  conditionNames.filter((name) => conditions[name] !== undefined)

const conditionNames = ['category', 'country', 'topic', 'author', 'from', 'until'] as const
