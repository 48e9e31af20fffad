import { fetchParsed } from '../../sanity/fetchParsed.ts'
import type { ListPage } from '../../sanity/queries/articleLists.ts'
import type { Query } from '../../sanity/queries/query.ts'
import type { ListedPage } from '../model/river.ts'
import { loadTeasers } from './loadTeasers.ts'

const PAGE_SIZE = 20
/** A thousand articles: what is older is read in the archive. A deeper page would cost the lake ever more. */
const LAST_PAGE = 50

/** Page `page` (from 1) of a list; undefined when the list has no such page. An empty list has its first page. */
export const loadRiverPage = async (
  query: Query<ListPage>,
  about: Record<string, string | string[]>,
  tags: string[],
  page: number | undefined,
): Promise<ListedPage | undefined> => {
  if (page === undefined || !Number.isInteger(page) || page < 1 || page > LAST_PAGE) return undefined
  const range = { from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE }
  const { ids, total } = await fetchParsed(query, { ...about, ...range }, { tags })
  const pageCount = Math.min(LAST_PAGE, Math.max(1, Math.ceil(total / PAGE_SIZE)))
  if (page > pageCount) return undefined
  return { teasers: await loadTeasers(ids), page, pageCount, goesOn: total > LAST_PAGE * PAGE_SIZE }
}
