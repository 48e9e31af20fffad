import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { CategoryPage } from './front.ts'
import type { Teaser } from './teaser.ts'
import { home, toCategoryLink } from './toCategory.ts'

/** One page of a category: on the first one the newest article leads, the others follow by day (UTC). */
export const toCategoryPage = (
  category: StoredCategory,
  teasers: Teaser[],
  { page, pageCount }: { page: number; pageCount: number },
): CategoryPage => {
  const lead = page === 1 ? teasers[0] : undefined
  return {
    revision: category._rev,
    category: toCategoryLink(category),
    description: category.description,
    breadcrumb: [home],
    lead,
    days: byDay(teasers.filter((teaser) => teaser !== lead)),
    page,
    pageCount,
  }
}

const byDay = (teasers: Teaser[]): CategoryPage['days'] => {
  const dayOf = ({ firstPublishedAt }: Teaser) => firstPublishedAt.slice(0, 10)
  const days = [...new Set(teasers.map(dayOf))]
  return days.map((day) => ({ day, teasers: teasers.filter((teaser) => dayOf(teaser) === day) }))
}
