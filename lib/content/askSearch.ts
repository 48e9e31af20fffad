import { fetchDocuments, fetchParsed } from '../../sanity/fetchParsed.ts'
import type { StoredName } from '../../sanity/queries/names.ts'
import {
  type RankedArticle,
  rankedArticles,
  type SearchCondition,
  whereToLook,
} from '../../sanity/queries/rankedArticles.ts'
import { findsAnything, foundArticles, type StoredFound } from '../../sanity/queries/search.ts'
import { subjectOf } from '../search/names.ts'
import { parseSearch, type Search, toPatterns, toTextQuery } from '../search/parseSearch.ts'

/** Nobody asks the same twice, but anybody may ask anything: what is kept of it would only push pages out of the cache. */
const UNCACHED = { tags: [], revalidate: 0 }
/** Words that the ranking weighs one by one; those behind them count together. */
const WORDS_WEIGHED = 4

/** The articles that a search finds, the best first. */
export const rankArticles = (
  search: Search,
  names: readonly StoredName[],
  conditions: Partial<Record<SearchCondition, string>>,
): Promise<RankedArticle[]> => {
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
  }
  return fetchParsed(query, params, UNCACHED)
}

/** A page of articles that were found, in the order of the ids. */
export const loadFound = async (ids: string[]): Promise<StoredFound[]> => {
  const found = ids.length === 0 ? [] : await fetchDocuments(foundArticles, ids, UNCACHED)
  return ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? [])
}

/** Those of some searches that find an article. */
export const searchesThatFind = async (searches: readonly string[]): Promise<string[]> => {
  const finds = await Promise.all(
    searches.map((text) => {
      const { terms, without } = parseSearch(text)
      return fetchParsed(
        findsAnything(whereToLook([...terms, ...without])),
        { words: toTextQuery(terms, without) },
        UNCACHED,
      )
    }),
  )
  return searches.filter((_, index) => finds[index])
}

const namesOf = (conditions: Partial<Record<SearchCondition, string>>) =>
  conditionNames.filter((name) => conditions[name] !== undefined)

const conditionNames = ['category', 'country', 'topic', 'author', 'from', 'until'] as const
