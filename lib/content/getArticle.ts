import { cache } from 'react'
import { refuseContent } from '../../sanity/fetchParsed.ts'
import { articles, type StoredArticle } from '../../sanity/queries/articles.ts'
import { authors } from '../../sanity/queries/authors.ts'
import { countries, countryNames } from '../../sanity/queries/countries.ts'
import { labels } from '../../sanity/queries/labels.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { sources } from '../../sanity/queries/sources.ts'
import type { Article } from '../model/article.ts'
import { citedSources } from '../model/numberSources.ts'
import { toArticle } from '../model/toArticle.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { loadBeside } from './loadBeside.ts'
import { loadChanges } from './loadChanges.ts'
import { loadDocuments, loadIdBySlug, loadSubject } from './loadDocuments.ts'

/**
 * The article at a slug with everything that its page shows; undefined when none is published there.
 * @throws ContentError when the article does not keep its schema, ContentUnreachable without an answer.
 */
export const getArticle = cache(async (slug: string): Promise<Article | undefined> => {
  const id = await loadIdBySlug('article', slug)
  const stored = id === undefined ? undefined : await loadSubject(articles, id)
  if (stored === undefined) return undefined
  const [people, topics, stories, mentions, names, { countryDocuments, sourceDocuments }, beside, changes] =
    await Promise.all([
      loadDocuments(authors, stored.authors),
      loadDocuments(labels, stored.topics),
      loadDocuments(labels, stored.story === undefined ? [] : [stored.story]),
      loadDocuments(mentioned, mentionedIn(stored)),
      loadDocuments(countryNames, actorsOf(stored)),
      loadCountriesAndSources(stored),
      loadBeside(stored),
      loadChanges(stored),
    ])
  const category = beside.categories.get(stored.category)
  if (category === undefined) throw withoutCategory(stored)
  return toArticle(stored, category, {
    authors: people,
    topics,
    stories,
    mentions,
    countryNames: names,
    countries: countryDocuments,
    sources: sourceDocuments,
    changes,
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
