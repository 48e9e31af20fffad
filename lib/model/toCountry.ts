import type { StoredCountry, StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredArticlePoints } from '../../sanity/queries/countryPoints.ts'
import type { StoredKeyPoint, StoredKeyPointsSection } from '../../sanity/queries/parts/sections.ts'
import type { StoredSource } from '../../sanity/queries/sources.ts'
import { directionOf } from '../format/direction.ts'
import { routes } from '../routes.ts'
import type { RelationSummary } from './article.ts'
import type { Country, CountryKeyPoint } from './country.ts'
import type { Coverage } from './coverage.ts'
import type { Teaser } from './teaser.ts'
import { toCountryName } from './toCountryName.ts'
import { toFactBox } from './toFactBox.ts'
import { type Mentions, mentionsIn, toRichText } from './toRichText.ts'
import { DEFAULT_LANGUAGE } from './toTeaser.ts'

const POINTS_SHOWN = 30

export interface CountrySurroundings {
  sources: ReadonlyMap<string, StoredSource>
  neighbours: ReadonlyMap<string, StoredCountryName>
  mentions: Mentions
  articlesWithPoints: StoredArticlePoints[]
  articles: Teaser[]
  coverage: Coverage | undefined
  relations: RelationSummary[]
}

/** A country's page. */
export const toCountry = (stored: StoredCountry, surroundings: CountrySurroundings): Country => ({
  ...toFactBox(stored, surroundings.sources),
  revision: stored._rev,
  officialName: stored.officialName,
  region: stored.region,
  subregion: stored.subregion,
  neighbours: stored.neighbours.flatMap((id) => {
    const neighbour = surroundings.neighbours.get(id)
    return neighbour === undefined ? [] : [toCountryName(neighbour)]
  }),
  about: stored.about && toRichText(stored.about, surroundings.mentions),
  inTheNews: gatherPoints(stored._id, surroundings),
  articles: surroundings.articles,
  coverage: surroundings.coverage,
  relations: surroundings.relations,
})

/** Whether a key point is about a country: its section has the country as its actor, or its text mentions it. */
export const isPointAbout = (
  countryId: string,
  section: Pick<StoredKeyPointsSection, 'actor'>,
  point: Pick<StoredKeyPoint, 'text'>,
): boolean => section.actor?.country === countryId || mentionsIn(point.text).includes(countryId)

const gatherPoints = (
  countryId: string,
  { articlesWithPoints, mentions }: Pick<CountrySurroundings, 'articlesWithPoints' | 'mentions'>,
): CountryKeyPoint[] =>
  articlesWithPoints
    .flatMap((article) => pointsOf(countryId, article))
    .sort((a, b) => dateOf(b).localeCompare(dateOf(a)))
    .slice(0, POINTS_SHOWN)
    .map(({ article, point }) => ({
      language: article.language ?? DEFAULT_LANGUAGE,
      direction: directionOf(article.language ?? DEFAULT_LANGUAGE),
      key: point._key,
      text: toRichText(point.text, mentions),
      asOf: point.asOf,
      standing: point.standing,
      attribution: point.attribution,
      article: { label: article.headline, href: routes.article(article.slug) },
      href: routes.keyPoint(article.slug, point._key),
    }))

interface PointInArticle {
  article: StoredArticlePoints
  point: StoredKeyPoint
}

const pointsOf = (countryId: string, article: StoredArticlePoints): PointInArticle[] =>
  article.sections.flatMap((section) =>
    section.points
      .filter((point) => isPointAbout(countryId, section, point))
      .map((point) => ({ article, point })),
  )

/** The day a point speaks of; its article's day where it names none. Dates of any length sort as text. */
const dateOf = ({ article, point }: PointInArticle) => point.asOf ?? article.firstPublishedAt.slice(0, 10)
