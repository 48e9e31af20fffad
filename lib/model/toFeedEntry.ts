import type { StoredAuthor } from '../../sanity/queries/authors.ts'
import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredFeedEntry } from '../../sanity/queries/feedEntries.ts'
import type { StoredLabel } from '../../sanity/queries/labels.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { Instant } from './common.ts'
import type { FeedEntry } from './feed.ts'
import { toCategoryLink } from './toCategory.ts'
import { type Mentions, toRichText } from './toRichText.ts'
import { DEFAULT_LANGUAGE } from './toTeaser.ts'

/** What feed entries refer to, by id. */
export interface FeedSurroundings {
  categories: ReadonlyMap<string, StoredCategory>
  topics: ReadonlyMap<string, StoredLabel>
  countries: ReadonlyMap<string, StoredCountryName>
  authors: ReadonlyMap<string, StoredAuthor>
  mentions: Mentions
}

/** An article in a feed; undefined when its category is not published. */
export const toFeedEntry = (
  stored: StoredFeedEntry,
  { categories, topics, countries, authors, mentions }: FeedSurroundings,
): FeedEntry | undefined => {
  const category = categories.get(stored.category)
  if (category === undefined) return undefined
  const language = stored.language ?? DEFAULT_LANGUAGE
  return {
    id: stored._id,
    href: routes.article(stored.slug),
    headline: stored.headline,
    standfirst: stored.standfirst,
    language,
    direction: directionOf(language),
    category: toCategoryLink(category),
    topics: found(stored.topics, topics).map(({ title, slug }) => ({
      label: title,
      href: routes.topic(slug),
    })),
    countries: found(stored.countries, countries).map(({ name }) => name),
    contributors: found(stored.authors, authors).map(({ name, slug }) => ({
      name,
      href: slug && routes.author(slug),
    })),
    firstPublishedAt: stored.firstPublishedAt,
    updatedAt: lastEdit(stored),
    picture: stored.mainMedia,
    sections: stored.sections.map(({ _key, heading, points }) => ({
      key: _key,
      heading,
      points: points.map(({ _key: key, text, standing, attribution, asOf }) => ({
        key,
        text: toRichText(text, mentions),
        standing,
        attribution,
        asOf,
      })),
    })),
    corrections: stored.corrections.map(({ _key, ...rest }) => ({ key: _key, ...rest })),
  }
}

const found = <T>(ids: string[], documents: ReadonlyMap<string, T>): T[] =>
  [...new Set(ids)].flatMap((id) => documents.get(id) ?? [])

/** Never before the publication: an entry that is changed before it appears has not changed for its readers. */
const lastEdit = ({ firstPublishedAt, updatedAt, corrections }: StoredFeedEntry): Instant =>
  [firstPublishedAt, updatedAt ?? '', ...corrections.map(({ at }) => at)].sort().at(-1) ?? firstPublishedAt
