import type { Suggestion } from '../model/search.ts'
import { routes } from '../routes.ts'
import { namesBeginning, toNamedPage } from '../search/names.ts'
import { patternsOfTyped } from '../search/parseSearch.ts'
import { findByHeadline } from './askSearch.ts'
import { loadNames } from './loadNames.ts'

const [MOST, MOST_NAMES, MOST_ARTICLES] = [8, 5, 5]
const SHORTEST = 2

/** Pages that a reader who types this may be after: names first, then the newest articles by their headlines. */
export const getSuggestions = async (typed: string, namesOf = loadNames): Promise<Suggestion[]> => {
  const patterns = patternsOfTyped(typed)
  if (patterns.join('').length - 1 < SHORTEST) return []
  const [names, articles] = await Promise.all([namesOf(), findByHeadline(patterns, MOST_ARTICLES)])
  const pages = namesBeginning(names, typed, MOST_NAMES).map(toNamedPage)
  const reports = articles.map(({ headline, slug }) => ({
    label: headline,
    href: routes.article(slug),
    kind: 'article' as const,
  }))
  return [...pages, ...reports].slice(0, MOST)
}
