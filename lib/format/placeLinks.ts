import type { Link } from '../model/common.ts'
import { routes } from '../routes.ts'
import type { Words } from './words/wordsFor.ts'

/** The front page, where every trail of links begins. */
export const homeLink = (words: Words): Link => ({ label: words.site.home, href: routes.front() })

export const countriesLink = (words: Words): Link => ({
  label: words.site.countries,
  href: routes.countries(),
})
