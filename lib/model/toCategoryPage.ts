import type { StoredCategory } from '../../sanity/queries/categories.ts'
import { byDay } from './byDay.ts'
import type { CategoryPage } from './front.ts'
import type { ListedPage } from './river.ts'
import { toCategoryLink, trailOf } from './toCategory.ts'

/** One page of a category: on the first one the newest article leads, the others follow by day (UTC). */
export const toCategoryPage = (
  category: StoredCategory,
  categories: ReadonlyMap<string, StoredCategory>,
  { teasers, ...place }: ListedPage,
): CategoryPage => {
  const lead = place.page === 1 ? teasers[0] : undefined
  return {
    revision: category._rev,
    category: toCategoryLink(category),
    description: category.description,
    breadcrumb: trailOf(category, categories),
    below: [...categories.values()].filter(({ parent }) => parent === category._id).map(toCategoryLink),
    lead,
    days: byDay(teasers.filter((teaser) => teaser !== lead)),
    ...place,
  }
}
