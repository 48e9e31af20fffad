import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredTeaser } from '../../sanity/queries/teasers.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { Teaser } from './teaser.ts'
import { toCategoryLink } from './toCategory.ts'

export const DEFAULT_LANGUAGE = 'en'

/** An article in a list, with the category that it belongs to. */
export const toTeaser = (stored: StoredTeaser, category: StoredCategory): Teaser => {
  const language = stored.language ?? DEFAULT_LANGUAGE
  return {
    id: stored._id,
    href: routes.article(stored.slug),
    headline: stored.headline,
    kicker: stored.kicker,
    standfirst: stored.standfirst,
    category: toCategoryLink(category),
    picture: stored.mainMedia,
    firstPublishedAt: stored.firstPublishedAt,
    language,
    direction: directionOf(language),
  }
}
