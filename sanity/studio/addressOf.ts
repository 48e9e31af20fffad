import { addressOfDocument, routes } from '../../lib/routes.ts'

/** Whether documents of a type have a page on the site. */
export const isPaged = (type: string): boolean => addressOf(type, 'any') !== undefined

/** The page on the site that shows a document; undefined for one that has no page of its own, or no address yet. */
export function addressOf(type: string, slug: string | undefined): string | undefined {
  if (type === 'front') return routes.front()
  return slug === undefined ? undefined : addressOfDocument(type, slug)
}
