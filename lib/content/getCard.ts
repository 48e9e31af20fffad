import type { z } from 'zod'
import { authorProfiles } from '../../sanity/queries/authors.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { countries, countryNames } from '../../sanity/queries/countries.ts'
import type { DocumentsQuery } from '../../sanity/queries/query.ts'
import { topics } from '../../sanity/queries/topics.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Card } from '../model/card.ts'
import { isSettable } from '../model/settable.ts'
import {
  toArticleCard,
  toAuthorCard,
  toCategoryCard,
  toCountryCard,
  toRelationCard,
  toStoryCard,
  toTopicCard,
} from '../model/toCard.ts'
import { toCategoryLink } from '../model/toCategory.ts'
import { toCountryName } from '../model/toCountryName.ts'
import type { CardSubject } from '../routes.ts'
import { fetchPicture } from './fetchPicture.ts'
import { getArticle } from './getArticle.ts'
import { getRelation } from './getRelation.ts'
import { getSite } from './getSite.ts'
import { getStory } from './getStory.ts'
import { inOrder, loadDocuments, loadIdBySlug, loadSubject } from './loadDocuments.ts'

/**
 * The card of the document of a type at a slug; undefined when none is published there.
 * @throws ContentError when the document does not keep its schema, ContentUnreachable without an answer.
 */
export const getCard = (type: CardSubject, slug: string): Promise<Card | undefined> => cards[type](slug)

/** The card of what two countries are to each other, by their slugs in the order of the address. */
export const getRelationCard = async (one: string, other: string): Promise<Card | undefined> => {
  const [relation, site] = await Promise.all([getRelation(one, other), getSite()])
  return relation && toRelationCard(relation.countries, site, wordsFor(site.language))
}

const articleCard = async (slug: string): Promise<Card | undefined> => {
  const [article, site] = await Promise.all([getArticle(slug), getSite()])
  if (article === undefined) return undefined
  const picture = isSettable(article.headline) ? undefined : article.mainMedia?.src
  return toArticleCard(article, site, picture && (await fetchPicture(picture)))
}

const categoryCard = async (slug: string): Promise<Card | undefined> => {
  const [category, site] = await Promise.all([loadAt('category', slug, categories), getSite()])
  return (
    category && toCategoryCard(toCategoryLink(category), category.description, site, wordsFor(site.language))
  )
}

const topicCard = async (slug: string): Promise<Card | undefined> => {
  const [topic, site] = await Promise.all([loadAt('topic', slug, topics), getSite()])
  if (topic === undefined) return undefined
  const { title: name, description } = topic
  return toTopicCard({ name, description }, site, wordsFor(site.language))
}

const countryCard = async (slug: string): Promise<Card | undefined> => {
  const [country, site] = await Promise.all([loadAt('country', slug, countries), getSite()])
  if (country === undefined) return undefined
  const neighbours = inOrder(country.neighbours, await loadDocuments(countryNames, country.neighbours))
  return toCountryCard(
    { country: toCountryName(country), officialName: country.officialName },
    neighbours.map(toCountryName),
    site,
    wordsFor(site.language),
  )
}

const storyCard = async (slug: string): Promise<Card | undefined> => {
  const [story, site] = await Promise.all([getStory(slug, 'newest'), getSite()])
  return story && toStoryCard(story, site, wordsFor(site.language))
}

const authorCard = async (slug: string): Promise<Card | undefined> => {
  const [author, site] = await Promise.all([loadAt('author', slug, authorProfiles), getSite()])
  if (author === undefined) return undefined
  const photo = author.photo && (await fetchPicture(author.photo.src))
  return toAuthorCard(author, site, photo, wordsFor(site.language))
}

const cards: Record<CardSubject, (slug: string) => Promise<Card | undefined>> = {
  article: articleCard,
  category: categoryCard,
  topic: topicCard,
  country: countryCard,
  story: storyCard,
  author: authorCard,
}

const loadAt = async <T extends z.ZodType>(
  type: CardSubject,
  slug: string,
  query: DocumentsQuery<T>,
): Promise<z.infer<T> | undefined> => {
  const id = await loadIdBySlug(type, slug)
  return id === undefined ? undefined : loadSubject(query, id)
}
