import { cache } from 'react'
import { refuseContent } from '../../sanity/fetchParsed.ts'
import {
  articlesOfCategory,
  articlesOfCountry,
  articlesOfStory,
  articlesOfTopic,
} from '../../sanity/queries/articleLists.ts'
import { articles, type StoredArticle } from '../../sanity/queries/articles.ts'
import { authors } from '../../sanity/queries/authors.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { countries, countryNames } from '../../sanity/queries/countries.ts'
import { labels } from '../../sanity/queries/labels.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { relationsOfCountry } from '../../sanity/queries/relations.ts'
import { sources } from '../../sanity/queries/sources.ts'
import { teasers } from '../../sanity/queries/teasers.ts'
import { tags } from '../freshness/tags.ts'
import type { Article } from '../model/article.ts'
import { citedSources } from '../model/numberSources.ts'
import { toArticle } from '../model/toArticle.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { loadDocuments, loadIdBySlug, loadIds, loadSubject } from './loadDocuments.ts'
import { loadRelations } from './loadRelations.ts'

/** How many of each list are looked at when related articles are ranked. */
const CANDIDATES = 12

/**
 * The article at a slug with everything that its page shows; undefined when none is published there.
 * @throws ContentError when the article does not keep its schema, ContentUnreachable without an answer.
 */
export const getArticle = cache(async (slug: string): Promise<Article | undefined> => {
  const id = await loadIdBySlug('article', slug)
  const stored = id === undefined ? undefined : await loadSubject(articles, id)
  if (stored === undefined) return undefined
  const [people, topics, mentions, names, relations, { countryDocuments, sourceDocuments }, beside] =
    await Promise.all([
      loadDocuments(authors, stored.authors),
      loadDocuments(labels, stored.topics),
      loadDocuments(mentioned, mentionedIn(stored)),
      loadDocuments(countryNames, actorsOf(stored)),
      loadRelationsOf(stored),
      loadCountriesAndSources(stored),
      loadBeside(stored),
    ])
  const category = beside.categories.get(stored.category)
  if (category === undefined) throw withoutCategory(stored)
  return toArticle(stored, category, {
    authors: people,
    topics,
    mentions,
    countryNames: names,
    relations,
    countries: countryDocuments,
    sources: sourceDocuments,
    ...beside,
  })
})

const withoutCategory = ({ _id, _type, category }: StoredArticle) =>
  refuseContent({
    document: _id,
    documentType: _type,
    field: 'category',
    problem: `the category "${category}" is not published or does not keep its schema`,
  })

const mentionedIn = ({ sections, closing }: StoredArticle) => [
  ...sections.flatMap((section) => {
    if (section._type === 'passage') return mentionsIn(section.text)
    if (section._type !== 'keyPointsSection') return []
    return section.points.flatMap(({ text }) => mentionsIn(text))
  }),
  ...mentionsIn(closing ?? []),
]

const actorsOf = ({ sections }: StoredArticle) =>
  sections.flatMap((section) =>
    section._type === 'keyPointsSection' && section.actor?.country ? [section.actor.country] : [],
  )

const loadCountriesAndSources = async ({ countries: ids, sections }: StoredArticle) => {
  const countryDocuments = await loadDocuments(countries, ids)
  const checkedAgainst = [...countryDocuments.values()].flatMap(({ facts }) =>
    facts.flatMap(({ source }) => source ?? []),
  )
  const sourceDocuments = await loadDocuments(sources, [...citedSources(sections), ...checkedAgainst])
  return { countryDocuments, sourceDocuments }
}

/** Relations in the article's boxes, and those between any two of its countries. */
const loadRelationsOf = async ({ countries: ids, sections }: StoredArticle) => {
  const boxed = sections.flatMap((section) => (section._type === 'relationBox' ? section.relation : []))
  const lists = await Promise.all(
    ids.map((country) => loadIds(relationsOfCountry, { country }, tags.relationsOf(country))),
  )
  const listed = lists.flat()
  const betweenTwo = listed.filter((id, index) => listed.indexOf(id) !== index)
  return loadRelations([...boxed, ...betweenTwo])
}

/** Articles that might stand beside this one, with the categories of all. */
const loadBeside = async (stored: StoredArticle) => {
  const limit = CANDIDATES
  const newest = (
    query: typeof articlesOfCategory,
    type: Parameters<typeof tags.articlesOf>[0],
    id: string,
  ) => loadIds(query, { id, limit }, tags.articlesOf(type, id))
  const [newestOfCategory, ...others] = await Promise.all([
    newest(articlesOfCategory, 'category', stored.category),
    ...stored.countries.map((id) => newest(articlesOfCountry, 'country', id)),
    ...stored.topics.map((id) => newest(articlesOfTopic, 'topic', id)),
    ...(stored.story === undefined ? [] : [newest(articlesOfStory, 'story', stored.story)]),
  ])
  const candidates = await loadDocuments(teasers, [
    ...newestOfCategory,
    ...others.flat(),
    ...stored.relatedPinned,
  ])
  const desks = [...candidates.values()].map(({ category }) => category)
  return {
    newestOfCategory,
    candidates,
    categories: await loadDocuments(categories, [stored.category, ...desks]),
  }
}
