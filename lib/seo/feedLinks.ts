import { feedTypes } from '../feeds/feedTypes.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Link } from '../model/common.ts'
import type { Site } from '../model/front.ts'
import { feedFormats, routes } from '../routes.ts'

/** The feeds that a page's head announces, by media type: its list's own, then the whole site's. */
export const feedLinks = (
  list: Link | undefined,
  site: Site,
): Record<string, { url: string; title: string }[]> => {
  const { feed: words } = wordsFor(site.language)
  const lists = [
    ...(list === undefined ? [] : [{ title: words.titleOf(site.name, list.label), href: list.href }]),
    { title: site.name, href: routes.front() },
  ]
  return Object.fromEntries(
    feedFormats.map((format) => [
      feedTypes[format],
      lists.map(({ title, href }) => ({
        url: `${site.url}${routes.feed(href, format)}`,
        title: `${title} (${words[format]})`,
      })),
    ]),
  )
}
