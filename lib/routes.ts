import type { SearchNarrowing } from './model/search.ts'

/** A page of a list that goes on: the first has the list's own address, the others a number below it. */
export const numberedPage = (href: string, page: number) => (page > 1 ? `${href}/${page}` : href)

const NUMBER = /^([2-9]|[1-9]\d+)$/

/** The page that the segments below a list's address ask for: the first has none. Undefined for what is no number. */
export const pageNumberOf = (segments: string[] = []): number | undefined => {
  const [number, ...deeper] = segments
  if (number === undefined) return 1
  return deeper.length === 0 && NUMBER.test(number) ? Number(number) : undefined
}

const FEED_FILES = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const
export type FeedFormat = keyof typeof FEED_FILES

/** Lists that have feeds, by the first part of their pages' addresses. */
const FEED_LISTS = {
  site: 'site',
  categories: 'category',
  countries: 'country',
  topics: 'topic',
  stories: 'story',
  authors: 'author',
} as const
export type FeedList = (typeof FEED_LISTS)[keyof typeof FEED_LISTS]

export const feedListOf = (segment: string): FeedList | undefined =>
  Object.entries(FEED_LISTS).find(([known]) => known === segment)?.[1]

/** Documents that have a card, by the first part of their pages' addresses. */
const CARD_SUBJECTS = { ...FEED_LISTS, site: undefined, articles: 'article' } as const
export type CardSubject = NonNullable<(typeof CARD_SUBJECTS)[keyof typeof CARD_SUBJECTS]>

export const cardSubjectOf = (segment: string): CardSubject | undefined =>
  Object.entries(CARD_SUBJECTS).find(([known]) => known === segment)?.[1]

export const CARD_FILE = 'card.png'

/** The format that a feed's file is in: the name at the end of its address. */
export const feedFormatOf = (file: string): FeedFormat | undefined =>
  feedFormats.find((format) => FEED_FILES[format] === file)

export const feedFormats = ['rss', 'atom', 'json'] as const

/** Every public address of the site is built here (design: the address contract). */
export const routes = {
  front: () => '/',
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  keyPoint: (slug: string, key: string) => `${routes.article(slug)}#${encodeURIComponent(key)}`,
  category: (slug: string, page = 1) => numberedPage(`/categories/${encodeURIComponent(slug)}`, page),
  countries: () => '/countries',
  country: (slug: string) => `/countries/${encodeURIComponent(slug)}`,
  /** What two countries are to each other; in alphabetical order whichever comes first. */
  relation: (one: string, other: string) => {
    const [first = '', second = ''] = [one, other].sort()
    return routes.relationAsGiven(first, second)
  },
  /** The same in the order given: an address that may have to be redirected. */
  relationAsGiven: (first: string, second: string) =>
    `/countries/${encodeURIComponent(first)}/${encodeURIComponent(second)}`,
  topic: (slug: string, page = 1) => numberedPage(`/topics/${encodeURIComponent(slug)}`, page),
  stories: () => '/stories',
  story: (slug: string) => `/stories/${encodeURIComponent(slug)}`,
  /** A story's timeline from its beginning. */
  storyFromStart: (slug: string) => `${routes.story(slug)}/oldest`,
  author: (slug: string, page = 1) => numberedPage(`/authors/${encodeURIComponent(slug)}`, page),
  latest: (page = 1) => numberedPage('/latest', page),
  archiveIndex: () => '/archive',
  /** `month` is `2023-09`. */
  archive: (month: string) => `/archive/${month.replace('-', '/')}`,
  corrections: () => '/corrections',
  /** Always in one order, so that one search has one address. */
  search: (words = '', narrowing: SearchNarrowing = {}, page = 1) => {
    const { category, country, topic, author, year, since } = narrowing
    const asked = { q: words, category, country, topic, author, year, since, page: page > 1 ? `${page}` : '' }
    const query = new URLSearchParams(
      Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    )
    return words === '' ? '/search' : `/search?${query}`
  },
  saved: () => '/saved',
  /** The outlines of all countries, which maps of the world refer to. */
  worldMap: () => '/maps/world.svg',
  /** The drawing of a country's flag. */
  flag: (iso2: string) => `/flags/${iso2.toLowerCase()}.svg`,
  page: (slug: string) => `/${encodeURIComponent(slug)}`,
  /** The card by which other sites show the page at `href`. */
  card: (href: string) => `${href}/${CARD_FILE}`,
  /** An article in Markdown. */
  markdown: (slug: string) => `${routes.article(slug)}.md`,
  /** The site's own sign, `size` pixels wide and high. */
  icon: (size: 192 | 512) => `/icons/icon-${size}.png`,
  maskableIcon: () => '/icons/maskable-512.png',
  /** The page at `href` without script and pictures. */
  lite: (href: string) => (href === '/' ? '/lite' : `/lite${href}`),
  sitemap: () => '/sitemap.xml',
  /** A part of the sitemap: all lists, or a stretch of a year's articles, from 1. */
  sitemapOfLists: () => '/sitemaps/lists.xml',
  sitemapOfYear: (year: number, part: number) => `/sitemaps/${year}-${part}.xml`,
  newsSitemap: () => '/news-sitemap.xml',
  openSearch: () => '/opensearch.xml',
  manifest: () => '/manifest.webmanifest',
  llms: () => '/llms.txt',
  /** The feed of the list at `href`: of the whole site for the front. */
  feed: (href: string, format: FeedFormat) => `${href === '/' ? '' : href}/${FEED_FILES[format]}`,
  studio: () => '/studio',
} as const

/** The page at which a document of a type is read; undefined for a type that has no page of its own. */
export const addressOfDocument = (type: string, slug: string): string | undefined => {
  switch (type) {
    case 'article':
      return routes.article(slug)
    case 'category':
      return routes.category(slug)
    case 'country':
      return routes.country(slug)
    case 'topic':
      return routes.topic(slug)
    case 'story':
      return routes.story(slug)
    case 'author':
      return routes.author(slug)
    case 'page':
      return routes.page(slug)
    default:
      return undefined
  }
}

/** The card of the page at an address; undefined for a page that has none of its own, as the later ones of a list. */
export const cardAddressOf = (address: string): string | undefined => {
  const [, segment = '', slug, other, ...deeper] = address.split('/')
  const isRelation = segment === 'countries' && other !== undefined
  if (slug === undefined || deeper.length > 0 || cardSubjectOf(segment) === undefined) return undefined
  return other === undefined || isRelation ? routes.card(address) : undefined
}

/** The lite page of the page at an address; undefined for pages that have none. */
export const liteAddressOf = (href: string): string | undefined => {
  const [address = '', fragment] = href.split('#')
  if (address !== routes.front() && !/^\/(?:articles|categories|countries)\/[^/]+$/.test(address))
    return undefined
  return fragment === undefined ? routes.lite(address) : `${routes.lite(address)}#${fragment}`
}
