import type { SearchNarrowing, SearchPage } from '../model/search.ts'
import { routes } from '../routes.ts'
import { correctSearch } from '../search/correctSearch.ts'
import { isNarrowed } from '../search/narrowing.ts'
import type { Search } from '../search/parseSearch.ts'
import { toSearchStart } from '../search/toSearchStart.ts'
import { toVocabulary } from '../search/vocabulary.ts'
import { searchesThatFind } from './askSearch.ts'
import { loadHeadlines, loadNames, loadSubjects } from './loadNames.ts'

const MOST_OFFERED = 2
const MOST_TRIED = 4

type Help = Pick<SearchPage, 'corrections' | 'shorter' | 'widened' | 'start'>

/** What can be done where nothing was found, or nothing asked yet. No search is offered that finds nothing itself. */
export const helpSearch = async (search: Search, narrowing: SearchNarrowing): Promise<Help> => {
  const names = await loadNames()
  const start = toSearchStart(await loadSubjects(), names)
  if (search.terms.length === 0) return { corrections: [], shorter: [], widened: undefined, start }
  const narrowed = isNarrowed(narrowing)
  const texts = [...names.map(({ label }) => label), ...(await loadHeadlines())]
  const { meant, shorter } = correctSearch(search, toVocabulary(texts))
  const tried = [...(narrowed ? [search.text] : []), ...meant, ...shorter.slice(0, MOST_TRIED)]
  const found = new Set(await searchesThatFind(tried))
  if (narrowed && found.has(search.text))
    return { corrections: [], shorter: [], widened: routes.search(search.text), start }
  const offered = (searches: string[]) =>
    searches
      .filter((text) => found.has(text))
      .slice(0, MOST_OFFERED)
      .map((text) => ({ label: text, href: routes.search(text) }))
  return { corrections: offered(meant), shorter: offered(shorter), widened: undefined, start }
}
