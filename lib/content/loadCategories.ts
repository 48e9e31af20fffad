import { cache } from 'react'
import { allCategories, categories } from '../../sanity/queries/categories.ts'
import { tags } from '../freshness/tags.ts'
import { inOrder, loadDocuments, loadIds } from './loadDocuments.ts'

/** All categories by id, in the order of the masthead: every page shows them, so they are asked for once. */
export const loadCategories = cache(async () => {
  const ids = await loadIds(allCategories, {}, [tags.categories()])
  const found = await loadDocuments(categories, ids)
  return new Map(inOrder(ids, found).map((category) => [category._id, category]))
})

/** Categories by id: those of the masthead, and any of `ids` that it has no room for. */
export const loadCategoriesWith = async (ids: string[]) => {
  const known = await loadCategories()
  const others = await loadDocuments(
    categories,
    ids.filter((id) => !known.has(id)),
  )
  return new Map([...known, ...others])
}
