import { routes } from '../../lib/routes.ts'

/** The page on the site that shows a document; undefined for one that has no page of its own, or no address yet. */
export function addressOf(type: string, slug: string | undefined): string | undefined {
  if (type === 'front') return routes.front()
  if (slug === undefined) return undefined
  switch (type) {
    case 'article':
      return routes.article(slug)
    case 'country':
      return routes.country(slug)
    case 'category':
      return routes.category(slug)
    case 'page':
      return routes.page(slug)
    default:
      return undefined
  }
}
