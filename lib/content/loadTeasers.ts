import { categories } from '../../sanity/queries/categories.ts'
import { teasers } from '../../sanity/queries/teasers.ts'
import type { Teaser } from '../model/teaser.ts'
import { toTeaser } from '../model/toTeaser.ts'
import { inOrder, loadDocuments } from './loadDocuments.ts'

/** Teasers in the order of the ids; articles without a published category are left out. */
export const loadTeasers = async (ids: string[]): Promise<Teaser[]> => {
  const articles = await loadDocuments(teasers, ids)
  const desks = await loadDocuments(
    categories,
    [...articles.values()].map(({ category }) => category),
  )
  return inOrder(ids, articles).flatMap((article) => {
    const desk = desks.get(article.category)
    return desk === undefined ? [] : [toTeaser(article, desk)]
  })
}
