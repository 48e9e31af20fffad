import type { StoredCategory } from '../../sanity/queries/categories.ts'
import { routes } from '../routes.ts'
import type { CategoryLink, Link } from './common.ts'

export const home: Link = { label: 'Home', href: routes.front() }

export const toCategoryLink = ({ title, slug, accent }: StoredCategory): CategoryLink => ({
  label: title,
  href: routes.category(slug),
  accent,
})
