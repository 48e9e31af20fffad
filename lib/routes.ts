/** Every public address of the site is built here (design: the address contract). */
export const routes = {
  front: () => '/',
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  keyPoint: (slug: string, key: string) => `${routes.article(slug)}#${encodeURIComponent(key)}`,
  category: (slug: string, page = 1) =>
    `/categories/${encodeURIComponent(slug)}${page > 1 ? `/${page}` : ''}`,
  countries: () => '/countries',
  country: (slug: string) => `/countries/${encodeURIComponent(slug)}`,
  page: (slug: string) => `/${encodeURIComponent(slug)}`,
  studio: () => '/studio',
} as const
