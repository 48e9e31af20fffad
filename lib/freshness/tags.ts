const MONTH_PREFIX = 'list:month:'

/** Names of what a page shows. Loaders put them on what they fetch; a publish purges those that it touched. */
export const tags = {
  document: (id: string) => `doc:${id}`,
  /** Which document stands at an address, also when none does: a missing page heals by it. */
  slug: (type: string, slug: string) => `list:slug:${type}:${slug}`,
  /** What leads away from an address, also when nothing does. */
  redirect: (address: string) => `list:redirect:${address}`,
  /** Where a document stands, for the redirects that lead to it. */
  standing: (id: string) => `list:standing:${id}`,
  latest: () => 'list:latest',
  /** Articles of a category, country, topic, story or author, newest first. */
  articlesOf: (type: ArticleListType, id: string) => `list:${type}:${id}`,
  /** Articles of a month, `2023-09`. */
  month: (month: string) => `${MONTH_PREFIX}${month}`,
  /** How many articles each month of a year has. */
  monthsOf: (year: string) => `list:months:${year}`,
  corrections: () => 'list:corrections',
  stories: () => 'list:stories',
  /** Addresses of a year's articles, with when each was last edited for readers: the sitemap. */
  addressesOf: (year: string) => `list:addresses:${year}`,
  /** Addresses of all pages but those of articles. */
  listAddresses: () => 'list:addresses',
  relationsOf: (countryId: string) => `list:relations:${countryId}`,
  categories: () => 'list:categories',
  countries: () => 'list:countries',
  banners: () => 'list:banners',
  /** Countries, categories, topics, stories and authors by name, as the search knows them. */
  names: () => 'list:names',
} as const

/** The month that a tag of `tags.month` is for. */
export const monthOfTag = (tag: string): string | undefined =>
  tag.startsWith(MONTH_PREFIX) ? tag.slice(MONTH_PREFIX.length) : undefined

export type ArticleListType = 'category' | 'country' | 'topic' | 'story' | 'author'
