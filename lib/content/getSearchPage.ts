import type { StoredFound } from '../../sanity/queries/foundArticle.ts'
import { MOST_RANKED } from '../../sanity/queries/rankedArticles.ts'
import type { SearchHit, SearchPage } from '../model/search.ts'
import { chosenNarrowings, countFacets, countPeriods } from '../search/countFacets.ts'
import { namesAskedFor, toNamedPage } from '../search/names.ts'
import { conditionsOf, isNarrowed, parseNarrowing, parsePage, single } from '../search/narrowing.ts'
import { parseSearch, type Search } from '../search/parseSearch.ts'
import { toBusyPage } from '../search/toBusyPage.ts'
import { toSearchHit } from '../search/toSearchHit.ts'
import { TooManyAtOnce } from '../search/turns.ts'
import { type FoundArticles, findArticles } from './askSearch.ts'
import { helpSearch } from './helpSearch.ts'
import { loadCategoriesWith } from './loadCategories.ts'
import { loadNames } from './loadNames.ts'

const PAGE_SIZE = 10
const NOTHING_FOUND: FoundArticles = { ranked: [], onPage: [] }
const NO_HELP = { corrections: [], shorter: [], widened: undefined, start: undefined }

/** An address of the search, as it was asked for. */
export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>

/**
 * What a search finds; undefined beyond its last page.
 * @throws ContentUnreachable when there is no answer.
 */
export const getSearchPage = async (
  asked: SearchParameters,
  now = new Date(),
): Promise<SearchPage | undefined> => {
  try {
    return await findPage(asked, now)
  } catch (error) {
    if (error instanceof TooManyAtOnce) return toBusyPage(parseSearch(single(asked.q) ?? ''))
    throw error
  }
}

const findPage = async (asked: SearchParameters, now: Date): Promise<SearchPage | undefined> => {
  const names = await loadNames()
  const search = parseSearch(single(asked.q) ?? '')
  const narrowing = parseNarrowing(asked, names)
  const isAsked = search.terms.length > 0
  const page = parsePage(asked.page)
  const { ranked: articles, onPage } = isAsked
    ? await findArticles(search, {
        names,
        conditions: conditionsOf(narrowing, names, now),
        page: { begin: (page - 1) * PAGE_SIZE, end: page * PAGE_SIZE },
      })
    : NOTHING_FOUND
  const pageCount = Math.max(1, Math.ceil(articles.length / PAGE_SIZE))
  if (page > pageCount) return undefined
  const counted = { articles, names, words: search.text, narrowing }
  return {
    words: search.text,
    isBusy: false,
    isCut: search.isCut,
    isOnlyWithout: !isAsked && search.without.length > 0,
    narrowing,
    answers: page === 1 && !isNarrowed(narrowing) ? namesAskedFor(names, search.text).map(toNamedPage) : [],
    hits: await toHits(onPage, search),
    total: articles.length,
    isMore: articles.length >= MOST_RANKED,
    page,
    pageCount,
    chosen: isAsked ? chosenNarrowings(search.text, narrowing, names) : [],
    facets: countFacets(counted),
    periods: countPeriods(counted, now),
    ...(articles.length > 0 ? NO_HELP : await helpSearch(search, narrowing)),
  }
}

const toHits = async (found: StoredFound[], { terms }: Search): Promise<SearchHit[]> => {
  const desks = await loadCategoriesWith(found.map(({ category }) => category))
  return found.flatMap((article) => {
    const desk = desks.get(article.category)
    return desk === undefined ? [] : [toSearchHit(article, desk, terms)]
  })
}
