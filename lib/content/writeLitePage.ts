import { type Words, wordsFor } from '../format/words/wordsFor.ts'
import { type LitePage, liteDocument } from '../lite/liteDocument.ts'
import { liteArticle, liteCategory, liteCountry, liteFront } from '../lite/litePages.ts'
import type { Site } from '../model/front.ts'
import { getArticle } from './getArticle.ts'
import { getCategoryPage } from './getCategoryPage.ts'
import { getCountry } from './getCountry.ts'
import { getFront } from './getFront.ts'
import { getSite } from './getSite.ts'

/** The lite page of a kind at a slug, as HTML; undefined where there is none. */
export const writeLitePage = async (kind: string, slug: string): Promise<string | undefined> => {
  const site = await getSite()
  const words = wordsFor(site.language)
  const page = await findPage(kind, slug, site, words)
  return page && liteDocument(page, site, words)
}

const findPage = async (
  kind: string,
  slug: string,
  site: Site,
  words: Words,
): Promise<LitePage | undefined> => {
  switch (kind) {
    case 'front':
      return liteFront(await getFront(), site)
    case 'articles': {
      const article = await getArticle(slug)
      return article && liteArticle(article, site)
    }
    case 'categories': {
      const category = await getCategoryPage(slug, 1)
      return category && liteCategory(category, site)
    }
    case 'countries': {
      const country = await getCountry(slug)
      return country && liteCountry(country, site, words)
    }
    default:
      return undefined
  }
}
