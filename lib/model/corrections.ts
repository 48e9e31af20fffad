import type { Correction } from './article.ts'
import type { Link } from './common.ts'

/** A correction and the article that it stands under. */
export interface ArticleCorrection extends Correction {
  article: Link
  /** Of the article and its corrections. */
  language: string
  direction: 'ltr' | 'rtl'
}
