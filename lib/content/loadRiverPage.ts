import { fetchParsed } from '../../sanity/fetchParsed.ts'
import type { ListPage } from '../../sanity/queries/articleLists.ts'
import type { Query } from '../../sanity/queries/query.ts'
import type { Teaser } from '../model/teaser.ts'
import { loadTeasers } from './loadTeasers.ts'

const PAGE_SIZE = 20
/** A list this long is looked through by its archive or by search; deeper pages would cost the lake ever more. */
const LAST_PAGE = 500

export interface LoadedPage {
  teasers: Teaser[]
  page: number
  pageCount: number
}

/** Page `page` (from 1) of a list; undefined when the list has no such page. An empty list has its first page. */
export const loadRiverPage = async (
  query: Query<ListPage>,
  about: Record<string, string | string[]>,
  tags: string[],
  page: number | undefined,
  lastPage = LAST_PAGE,
): Promise<LoadedPage | undefined> => {
  if (page === undefined || !Number.isInteger(page) || page < 1 || page > lastPage) return undefined
  const range = { from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE }
  const { ids, total } = await fetchParsed(query, { ...about, ...range }, { tags })
  const pageCount = Math.min(lastPage, Math.max(1, Math.ceil(total / PAGE_SIZE)))
  return page > pageCount ? undefined : { teasers: await loadTeasers(ids), page, pageCount }
}
