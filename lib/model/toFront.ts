import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredArticlePoints } from '../../sanity/queries/countryPoints.ts'
import type { StoredFront, StoredFrontBlock } from '../../sanity/queries/front.ts'
import type { StoredTeaser } from '../../sanity/queries/teasers.ts'
import { routes } from '../routes.ts'
import type { FrontArrangement } from './arrangeFront.ts'
import type { Front, FrontBlock } from './front.ts'
import type { Teaser } from './teaser.ts'
import { toCategoryLink } from './toCategory.ts'
import { toCountryName } from './toCountryName.ts'
import { type Mentions, toRichText } from './toRichText.ts'
import { toTeaser } from './toTeaser.ts'

type ById<T> = ReadonlyMap<string, T>

const LEAD_POINTS = 3

export interface FrontSurroundings {
  articles: ById<StoredTeaser>
  categories: ById<StoredCategory>
  countries: ById<StoredCountryName>
  leadPoints: StoredArticlePoints | undefined
  mentions: Mentions
}

/** The front page; blocks that are left without an article are left out. */
export const toFront = (
  front: StoredFront,
  arrangement: FrontArrangement,
  surroundings: FrontSurroundings,
): Front => {
  const teasersOf = (ids: string[]) => ids.flatMap((id) => teaserOf(id, surroundings) ?? [])
  const [lead] = arrangement.lead === undefined ? [] : teasersOf([arrangement.lead])
  return {
    revision: front._rev,
    lead: lead && { ...lead, points: leadPoints(surroundings) },
    secondary: teasersOf(arrangement.secondary),
    latest: teasersOf(arrangement.latest),
    blocks: front.blocks
      .map((block, index) => toBlock(block, arrangement.blocks[index] ?? [], surroundings))
      .filter(({ teasers }) => teasers.length > 0),
  }
}

const teaserOf = (id: string, { articles, categories }: FrontSurroundings): Teaser | undefined => {
  const article = articles.get(id)
  const category = article && categories.get(article.category)
  return article && category && toTeaser(article, category)
}

const leadPoints = ({ leadPoints: article, mentions }: FrontSurroundings) =>
  (article?.sections ?? [])
    .flatMap(({ points }) => points)
    .slice(0, LEAD_POINTS)
    .map((point) => ({
      key: point._key,
      text: toRichText(point.text, mentions),
      href: routes.keyPoint(article?.slug ?? '', point._key),
    }))

const toBlock = (block: StoredFrontBlock, ids: string[], surroundings: FrontSurroundings): FrontBlock => {
  const teasers = ids.flatMap((id) => teaserOf(id, surroundings) ?? [])
  return {
    key: block._key,
    title: block.title,
    ...destinationOf(block, surroundings),
    layout: block.layout,
    teasers,
    countries: block.layout === 'map' ? countriesIn(teasers, surroundings) : [],
  }
}

/** Where a block's title leads: topics and stories have no page of their own. */
const destinationOf = (
  { rule, category, country }: StoredFrontBlock,
  surroundings: FrontSurroundings,
): Pick<FrontBlock, 'href' | 'accent'> => {
  const desk =
    rule === 'category' && category !== undefined ? surroundings.categories.get(category) : undefined
  if (desk) return { href: toCategoryLink(desk).href, accent: desk.accent }
  const place = rule === 'country' && country !== undefined ? surroundings.countries.get(country) : undefined
  return { href: place && routes.country(place.slug), accent: undefined }
}

const countriesIn = (
  teasers: Teaser[],
  { articles, countries }: FrontSurroundings,
): FrontBlock['countries'] => {
  const counts = new Map<string, number>()
  for (const { id } of teasers)
    for (const country of new Set(articles.get(id)?.countries))
      counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts]
    .flatMap(([id, articleCount]) => {
      const country = countries.get(id)
      return country === undefined ? [] : [{ ...toCountryName(country), articleCount }]
    })
    .sort((a, b) => b.articleCount - a.articleCount || a.name.localeCompare(b.name, 'en'))
}
