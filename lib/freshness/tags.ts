/** Names of what a page shows. Loaders put them on what they fetch; a publish purges those that it touched. */
export const tags = {
  document: (id: string) => `doc:${id}`,
  /** Which document stands at an address, also when none does: a missing page heals by it. */
  slug: (type: string, slug: string) => `list:slug:${type}:${slug}`,
  latest: () => 'list:latest',
  /** Articles of a category, country, topic or story, newest first. */
  articlesOf: (type: ArticleListType, id: string) => `list:${type}:${id}`,
  relationsOf: (countryId: string) => `list:relations:${countryId}`,
  categories: () => 'list:categories',
  countries: () => 'list:countries',
  banners: () => 'list:banners',
} as const

export type ArticleListType = 'category' | 'country' | 'topic' | 'story'
