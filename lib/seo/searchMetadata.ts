import type { Metadata } from 'next'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'
import { describe } from './metadata.ts'

/**
 * The page that says what is written about is one to find us by. Results are not: search engines would be sent from
 * one search to another without end, so they are asked to go no further.
 */
export const searchMetadata = (asked: string, site: Site): Metadata => {
  const { search } = wordsFor(site.language)
  const title = asked === '' ? search.search : search.titleOf(asked)
  const page = describe({ title, description: search.description, href: routes.search(asked) }, site)
  return asked === '' ? page : { ...page, robots: { index: false, follow: false } }
}
