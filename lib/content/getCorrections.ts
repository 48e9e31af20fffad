import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { correctedArticles, corrections } from '../../sanity/queries/corrections.ts'
import { tags } from '../freshness/tags.ts'
import type { ArticleCorrection } from '../model/corrections.ts'
import { toCorrections } from '../model/toCorrections.ts'
import { loadDocuments } from './loadDocuments.ts'

/** As many articles of each kind as there are corrections on the page. */
const ARTICLES_READ = 150

/** The newest corrections, clarifications and updates of all articles. */
export const getCorrections = cache(async (): Promise<ArticleCorrection[]> => {
  const found = await fetchParsed(correctedArticles, { limit: ARTICLES_READ }, { tags: [tags.corrections()] })
  return toCorrections([...(await loadDocuments(corrections, found.flat())).values()])
})
