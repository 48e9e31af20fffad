import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredArticlePoints } from '../../sanity/queries/countryPoints.ts'
import type { StoredFront, StoredFrontBlock } from '../../sanity/queries/front.ts'
import type { StoredLabel } from '../../sanity/queries/labels.ts'
import type { StoredTeaser } from '../../sanity/queries/teasers.ts'
import { addressOfDocument, routes } from '../routes.ts'
import type { FrontArrangement } from './arrangeFront.ts'
import type { Front, FrontBlock } from './front.ts'
import type { StoryPoint } from './story.ts'
import type { Teaser } from './teaser.ts'
import { toCategoryLink } from './toCategory.ts'
import { toCountryName } from './toCountryName.ts'
import { type Mentions, toRichText } from './toRichText.ts'
import { toTeaser } from './toTeaser.ts'

type ById<T> = ReadonlyMap<string, T>

const LEAD_POINTS = 3
const STORY_POINTS = 5

export interface FrontSurroundings {
  articles: ById<StoredTeaser>
  categories: ById<StoredCategory>
  countries: ById<StoredCountryName>
  /** Topics and stories that blocks are about. */
  labels: ById<StoredLabel>
  /** The dated points of the articles of each `story` block, by its key, newest first. */
  storyPoints: ReadonlyMap<string, StoryPoint[]>
  leadPoints: StoredArticlePoints | undefined
  mentions: Mentions
}

/** The front page; blocks that are left without an article and a point are left out. */
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
      .filter(({ teasers, points }) => teasers.length > 0 || points.length > 0),
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
    points: (surroundings.storyPoints.get(block._key) ?? []).slice(0, STORY_POINTS),
  }
}

/** Where a block's title leads: to the page of what its rule is about. */
const destinationOf = (
  { rule, ...subjects }: StoredFrontBlock,
  { categories, countries, labels }: FrontSurroundings,
): Pick<FrontBlock, 'href' | 'accent'> => {
  const subject = rule === 'handPicked' || rule === 'latest' ? undefined : subjects[rule]
  if (rule === 'latest') return { href: routes.latest(), accent: undefined }
  if (subject === undefined) return { href: undefined, accent: undefined }
  if (rule === 'category') {
    const desk = categories.get(subject)
    return { href: desk && toCategoryLink(desk).href, accent: desk?.accent }
  }
  const slug = (rule === 'country' ? countries : labels).get(subject)?.slug
  return { href: slug === undefined ? undefined : addressOfDocument(rule, slug), accent: undefined }
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
