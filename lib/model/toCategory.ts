import type { StoredCategory } from '../../sanity/queries/categories.ts'
import { routes } from '../routes.ts'
import type { CategoryLink, Link } from './common.ts'

export const toCategoryLink = ({ title, slug, accent }: StoredCategory): CategoryLink => ({
  label: title,
  href: routes.category(slug),
  accent,
})

/** The way from the front page to a category: past the one that it lies under, if it lies under one. */
export const trailOf = (
  { parent }: StoredCategory,
  categories: ReadonlyMap<string, StoredCategory>,
): Link[] => {
  const above = parent === undefined ? undefined : categories.get(parent)
  return above === undefined ? [] : [{ label: above.title, href: routes.category(above.slug) }]
}

/** A category and those that lie under it, by id: an article of any of them stands in its river. */
export const withThoseBelow = (
  id: string,
  categories: ReadonlyMap<string, Pick<StoredCategory, '_id' | 'parent'>>,
): string[] => [id, ...[...categories.values()].filter(({ parent }) => parent === id).map(({ _id }) => _id)]
