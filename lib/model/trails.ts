import type { Words } from '../format/words/wordsFor.ts'
import { routes } from '../routes.ts'
import type { Link } from './common.ts'

/** The ways from the front to the pages that lists lead to, each up to the page's parent. */
export const trailsFor = ({ browse, site }: Words) => {
  const home: Link = { label: browse.home, href: routes.front() }
  return {
    home: [home],
    countries: [home, { label: site.countries, href: routes.countries() }],
  }
}
