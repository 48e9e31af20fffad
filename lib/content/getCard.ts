import type { Card } from '../model/card.ts'
import { isSettable, toCard } from '../model/toCard.ts'
import { getArticle } from './getArticle.ts'
import { getSite } from './getSite.ts'

const LONGEST_MS = 5000

/** The card of the article at a slug; undefined when none is published there. */
export const getCard = async (slug: string): Promise<Card | undefined> => {
  const [article, site] = await Promise.all([getArticle(slug), getSite()])
  if (article === undefined) return undefined
  const needsPicture = !isSettable(article.headline)
  const picture = needsPicture && article.mainMedia ? await fetchPicture(article.mainMedia.src) : undefined
  return toCard(article, site, picture)
}

/** A picture as a data URI; undefined when it cannot be had: a card without it is better than none. */
const fetchPicture = async (src: string): Promise<string | undefined> => {
  const url = new URL(src)
  url.searchParams.delete('auto')
  url.searchParams.set('fm', 'jpg')
  url.searchParams.set('w', '1200')
  url.searchParams.delete('h')
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) })
    if (!response.ok) return undefined
    return `data:image/jpeg;base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`
  } catch {
    return undefined
  }
}
