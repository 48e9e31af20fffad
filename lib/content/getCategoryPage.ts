import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { pageOfCategory } from '../../sanity/queries/articleLists.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { tags } from '../freshness/tags.ts'
import type { CategoryPage } from '../model/front.ts'
import { toCategoryPage } from '../model/toCategoryPage.ts'
import { loadIdBySlug, loadSubject } from './loadDocuments.ts'
import { loadTeasers } from './loadTeasers.ts'

const PAGE_SIZE = 20
const LAST_PAGE = 10_000

/**
 * Page `page` (from 1) of the category at a slug; undefined when there is no such category or page.
 * @throws ContentError when the category does not keep its schema, ContentUnreachable without an answer.
 */
export const getCategoryPage = cache(
  async (slug: string, page: number): Promise<CategoryPage | undefined> => {
    if (!Number.isInteger(page) || page < 1 || page > LAST_PAGE) return undefined
    const id = await loadIdBySlug('category', slug)
    const category = id === undefined ? undefined : await loadSubject(categories, id)
    if (id === undefined || category === undefined) return undefined
    const { ids, total } = await fetchParsed(
      pageOfCategory,
      { id, from: (page - 1) * PAGE_SIZE, to: page * PAGE_SIZE },
      { tags: [tags.articlesOf('category', id)] },
    )
    const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
    if (page > pageCount) return undefined
    return toCategoryPage(category, await loadTeasers(ids), { page, pageCount })
  },
)
