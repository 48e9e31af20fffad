import { cache } from 'react'
import { pageOfCategory } from '../../sanity/queries/articleLists.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { tags } from '../freshness/tags.ts'
import type { CategoryPage } from '../model/front.ts'
import { withThoseBelow } from '../model/toCategory.ts'
import { toCategoryPage } from '../model/toCategoryPage.ts'
import { loadCategoriesWith } from './loadCategories.ts'
import { loadIdBySlug, loadSubject } from './loadDocuments.ts'
import { loadRiverPage } from './loadRiverPage.ts'

/**
 * Page `page` (from 1) of the category at a slug; undefined when there is no such category or page.
 * @throws ContentError when the category does not keep its schema, ContentUnreachable without an answer.
 */
export const getCategoryPage = cache(
  async (slug: string, page: number | undefined): Promise<CategoryPage | undefined> => {
    const id = await loadIdBySlug('category', slug)
    const category = id === undefined ? undefined : await loadSubject(categories, id)
    if (id === undefined || category === undefined) return undefined
    const all = await loadCategoriesWith(category.parent === undefined ? [] : [category.parent])
    const ids = withThoseBelow(id, all)
    const river = await loadRiverPage(
      pageOfCategory,
      { ids },
      ids.map((each) => tags.articlesOf('category', each)),
      page,
    )
    return river && toCategoryPage(category, all, river)
  },
)
