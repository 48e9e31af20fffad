import type { StoredArticlePoints } from '../../sanity/queries/countryPoints.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { StoryDay, StoryPoint, TimelineOrder } from './story.ts'
import { type Mentions, toRichText } from './toRichText.ts'
import { DEFAULT_LANGUAGE } from './toTeaser.ts'

/**
 * The dated key points of articles, the last day first. Dates of any length sort as text: what is known of a year alone
 * stands before that year's first day. On one day the newest article comes first, with its points in its own order.
 */
export const toStoryPoints = (articles: StoredArticlePoints[], mentions: Mentions): StoryPoint[] =>
  [...articles]
    .sort((a, b) => b.firstPublishedAt.localeCompare(a.firstPublishedAt))
    .flatMap((article) => pointsOf(article, mentions))
    .sort((a, b) => b.asOf.localeCompare(a.asOf))

const pointsOf = (article: StoredArticlePoints, mentions: Mentions): StoryPoint[] => {
  const language = article.language ?? DEFAULT_LANGUAGE
  return article.sections.flatMap(({ points }) =>
    points.flatMap(({ _key, text, asOf, standing, attribution }) =>
      asOf === undefined
        ? []
        : [
            {
              key: _key,
              text: toRichText(text, mentions),
              asOf,
              standing,
              attribution,
              href: routes.keyPoint(article.slug, _key),
              article: { label: article.headline, href: routes.article(article.slug) },
              language,
              direction: directionOf(language),
            },
          ],
    ),
  )
}

/** The first `limit` points of the order asked for, by day. Within a day a point keeps its place. */
export const toTimeline = (newestFirst: StoryPoint[], order: TimelineOrder, limit: number): StoryDay[] => {
  const dates = [...new Set(newestFirst.map(({ asOf }) => asOf))]
  const inOrder = order === 'newest' ? dates : dates.reverse()
  const points = inOrder.flatMap((date) => newestFirst.filter(({ asOf }) => asOf === date)).slice(0, limit)
  return [...new Set(points.map(({ asOf }) => asOf))].map((date) => ({
    date,
    points: points.filter(({ asOf }) => asOf === date),
  }))
}
