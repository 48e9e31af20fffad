import type { StoredCorrections } from '../../sanity/queries/corrections.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { ArticleCorrection } from './corrections.ts'
import { DEFAULT_LANGUAGE } from './toTeaser.ts'

const CORRECTIONS_SHOWN = 150

/** The newest corrections of all articles, newest first. */
export const toCorrections = (articles: StoredCorrections[]): ArticleCorrection[] =>
  articles
    .flatMap((article) => {
      const language = article.language ?? DEFAULT_LANGUAGE
      return article.corrections.map(({ _key, kind, text, at }) => ({
        key: _key,
        kind,
        text,
        at,
        article: { label: article.headline, href: routes.article(article.slug) },
        language,
        direction: directionOf(language),
      }))
    })
    .sort((a, b) => b.at.localeCompare(a.at) || a.article.href.localeCompare(b.article.href))
    .slice(0, CORRECTIONS_SHOWN)
