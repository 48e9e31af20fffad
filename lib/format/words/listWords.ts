const en = {
  pages: 'Pages',
  page: (number: number) => `Page ${number}`,
  articles: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`,
}

const fr: typeof en = {
  pages: 'Pages',
  page: (number) => `Page ${number}`,
  articles: (count) => `${count.toLocaleString('fr')} ${count < 2 ? 'article' : 'articles'}`,
}

/** How lists are paged and counted. */
export const listWords = { en, fr }
