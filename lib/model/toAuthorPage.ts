import type { StoredProfile } from '../../sanity/queries/authors.ts'
import { routes } from '../routes.ts'
import { byDay } from './byDay.ts'
import type { AuthorPage, ListedPage } from './river.ts'

/** An author with one page of their articles. */
export const toAuthorPage = (author: StoredProfile, { teasers, ...place }: ListedPage): AuthorPage => ({
  revision: author._rev,
  author: { label: author.name, href: routes.author(author.slug) },
  role: author.role,
  bio: author.bio,
  photo: author.photo,
  links: author.links.map(({ label, url }) => ({ label, href: url })),
  days: byDay(teasers),
  ...place,
})
