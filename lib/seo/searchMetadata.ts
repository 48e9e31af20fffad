import type { Metadata } from 'next'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'
import { describe } from './metadata.ts'

/** Results are not for search engines: they would be sent from one search to another without end. */
export const searchMetadata = (asked: string, site: Site): Metadata => {
  const { search } = wordsFor(site.language)
  const title = asked === '' ? search.search : search.titleOf(asked)
  return describe({ title, description: search.description, href: routes.search(asked), noIndex: true }, site)
}
