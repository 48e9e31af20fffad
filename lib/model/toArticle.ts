import type { StoredArticle } from '../../sanity/queries/articles.ts'
import type { StoredAuthor } from '../../sanity/queries/authors.ts'
import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredCountry } from '../../sanity/queries/countries.ts'
import type { StoredLabel } from '../../sanity/queries/labels.ts'
import type { StoredSource } from '../../sanity/queries/sources.ts'
import type { StoredTeaser } from '../../sanity/queries/teasers.ts'
import { directionOf } from '../format/direction.ts'
import { readingMinutes } from '../format/readingTime.ts'
import type { Bonds } from '../related/bonds.ts'
import type { Coverage } from '../related/kinship.ts'
import { rankRelated } from '../related/rankRelated.ts'
import { routes } from '../routes.ts'
import type { Article, RelationSummary } from './article.ts'
import type { ArticleChange } from './changes.ts'
import { numberSources } from './numberSources.ts'
import type { RelatedTeaser, Teaser } from './teaser.ts'
import { textsOf } from './textsOf.ts'
import { toCategoryLink, trailOf } from './toCategory.ts'
import { toFactBox } from './toFactBox.ts'
import { toRichText } from './toRichText.ts'
import { type SectionSurroundings, toSections } from './toSections.ts'
import { DEFAULT_LANGUAGE, toTeaser } from './toTeaser.ts'

type ById<T> = ReadonlyMap<string, T>

/** What an article's page shows besides the article, by id. */
export interface ArticleSurroundings extends Omit<SectionSurroundings, 'sourceNumbers'> {
  categories: ById<StoredCategory>
  countries: ById<StoredCountry>
  authors: ById<StoredAuthor>
  sources: ById<StoredSource>
  topics: ById<StoredLabel>
  stories: ById<StoredLabel>
  /** Articles that might stand beside this one. */
  candidates: ById<StoredTeaser>
  /** The newest of the category, by id, newest first. */
  newestOfCategory: string[]
  coverage: Coverage
  changes: ArticleChange[]
}

const RELATED_SHOWN = 4
const MORE_SHOWN = 3

/** An article's page. `category` is the article's own; every other thing that is not published is left out. */
export const toArticle = (
  stored: StoredArticle,
  category: StoredCategory,
  surroundings: ArticleSurroundings,
): Article => {
  const language = stored.language ?? DEFAULT_LANGUAGE
  const sources = numberSources(stored.sections, surroundings.sources)
  const sourceNumbers = new Map(sources.map(({ id, number }) => [id, number]))
  const related = toRelated(stored, surroundings)
  const categoryLink = toCategoryLink(category)
  return {
    id: stored._id,
    revision: stored._rev,
    slug: stored.slug,
    href: routes.article(stored.slug),
    headline: stored.headline,
    kicker: stored.kicker,
    standfirst: stored.standfirst,
    language,
    direction: directionOf(language),
    breadcrumb: [
      ...trailOf(category, surroundings.categories),
      { label: categoryLink.label, href: categoryLink.href },
    ],
    category: categoryLink,
    story: toStoryLink(stored, surroundings),
    topics: found(stored.topics, surroundings.topics).map(({ title, slug }) => ({
      label: title,
      href: routes.topic(slug),
    })),
    contributors: found(stored.authors, surroundings.authors).map(({ _id, name, role, slug }) => ({
      id: _id,
      name,
      href: slug === undefined ? undefined : routes.author(slug),
      role,
    })),
    firstPublishedAt: stored.firstPublishedAt,
    updatedAt: updateAfterPublication(stored),
    readingMinutes: readingMinutes(textsOf(stored)),
    mainMedia: stored.mainMedia,
    sections: toSections(stored.sections, { ...surroundings, sourceNumbers }),
    factBoxes: found(stored.countries, surroundings.countries).map((country) =>
      toFactBox(country, surroundings.sources),
    ),
    closing: stored.closing && toRichText(stored.closing, surroundings.mentions),
    relations: relationsBelow(stored, surroundings.relations),
    changes: surroundings.changes,
    corrections: stored.corrections.map(({ _key, kind, text, at }) => ({ key: _key, kind, text, at })),
    sources,
    moreFromCategory: toMoreFromCategory(stored, surroundings, related),
    related,
    seo: toSeo(stored),
  }
}

const toStoryLink = ({ story }: StoredArticle, { stories }: ArticleSurroundings) => {
  const label = story === undefined ? undefined : stories.get(story)
  return label && { label: label.title, href: routes.story(label.slug) }
}

const found = <T>(ids: string[], documents: ById<T>): T[] =>
  [...new Set(ids)].flatMap((id) => documents.get(id) ?? [])

const updateAfterPublication = ({ updatedAt, firstPublishedAt }: StoredArticle) =>
  updatedAt !== undefined && updatedAt > firstPublishedAt ? updatedAt : undefined

/** Relations between the article's countries that no box within the article shows already. */
const relationsBelow = ({ sections, countries }: StoredArticle, relations: ById<RelationSummary>) => {
  const boxed = new Set(sections.flatMap((each) => (each._type === 'relationBox' ? each.relation : [])))
  return [...relations.values()].filter(
    ({ id, countries: pair }) => !boxed.has(id) && pair.every((country) => countries.includes(country.id)),
  )
}

const toBonds = (stored: StoredArticle | StoredTeaser, actors: string[]): Bonds => ({
  id: stored._id,
  category: stored.category,
  story: stored.story,
  countries: stored.countries,
  topics: stored.topics,
  actors: [...new Set(actors)],
  text: `${stored.headline} ${stored.standfirst}`,
  firstPublishedAt: stored.firstPublishedAt,
})

const actorsOf = ({ sections }: StoredArticle) =>
  sections.flatMap((each) => (each._type === 'keyPointsSection' ? (each.actor?.country ?? []) : []))

/** Only candidates whose category is published can be shown. */
const teaserOf = (id: string, { candidates, categories }: ArticleSurroundings): Teaser | undefined => {
  const candidate = candidates.get(id)
  const category = candidate && categories.get(candidate.category)
  return candidate && category && toTeaser(candidate, category)
}

const toRelated = (stored: StoredArticle, surroundings: ArticleSurroundings): RelatedTeaser[] => {
  const shown = [...surroundings.candidates.values()].filter((each) =>
    surroundings.categories.has(each.category),
  )
  const [pinned, blocked] = [stored.relatedPinned, stored.relatedBlocked]
  const article = { ...toBonds(stored, actorsOf(stored)), pinned, blocked }
  const candidates = shown.map((each) => toBonds(each, each.actors))
  const known = { names: namesFor(surroundings), coverage: surroundings.coverage }
  const choices = rankRelated(article, candidates, known, RELATED_SHOWN)
  return choices.flatMap(({ id, reason }) => {
    const teaser = teaserOf(id, surroundings)
    return teaser === undefined ? [] : [{ ...teaser, reason }]
  })
}

const namesFor = ({ countries, topics, categories }: ArticleSurroundings) =>
  new Map([
    ...[...countries.values()].map(({ _id, name }): [string, string] => [_id, name]),
    ...[...topics.values(), ...categories.values()].map(({ _id, title }): [string, string] => [_id, title]),
  ])

/** The newest of the category, less the article itself, what "Related" shows and what is blocked: no article stands on a page twice. */
const toMoreFromCategory = (
  stored: StoredArticle,
  surroundings: ArticleSurroundings,
  related: RelatedTeaser[],
): Teaser[] => {
  const refused = new Set([stored._id, ...stored.relatedBlocked, ...related.map(({ id }) => id)])
  return surroundings.newestOfCategory
    .filter((id) => !refused.has(id))
    .flatMap((id) => teaserOf(id, surroundings) ?? [])
    .slice(0, MORE_SHOWN)
}

const toSeo = ({ seo, headline, standfirst, mainMedia }: StoredArticle): Article['seo'] => ({
  title: seo?.title ?? headline,
  description: seo?.description ?? standfirst,
  noIndex: seo?.noIndex ?? false,
  imageUrl: (seo?.image ?? mainMedia)?.shareUrl,
  cardUrl: seo?.image?.shareUrl,
})
