import { cardAddressOf, feedFormats, feedListOf, liteAddressOf, routes } from '../routes.ts'

/** What other programs read of one article. Only the published one is worth making anew at once. */
export const outputsOfArticle = (slug: string): string[] => [
  routes.markdown(slug),
  routes.card(routes.article(slug)),
  routes.lite(routes.article(slug)),
]

/** The feeds of the list at an address: of the whole site for the front, none for a page that is no list. */
export const feedsOf = (address: string): string[] => {
  const [, segment = '', slug, ...deeper] = address.split('/')
  const isList = slug !== undefined && deeper.length === 0 && feedListOf(segment) !== undefined
  return address === routes.front() || isList ? feedFormats.map((format) => routes.feed(address, format)) : []
}

/**
 * The addresses at which other programs read what the page at an address shows: the feeds of a list, and its card. A
 * page of a list after the first has none of its own. What is read beside an article is `outputsOfArticle`.
 */
export const companionsOf = (address: string): string[] => {
  if (address.startsWith('/articles/')) return []
  return [
    ...feedsOf(address),
    ...[cardAddressOf(address) ?? []].flat(),
    ...[liteAddressOf(address) ?? []].flat(),
    ...(address === routes.front() ? [routes.newsSitemap()] : []),
  ]
}
