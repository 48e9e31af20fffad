import { z } from 'zod'
import type { Query } from './query.ts'

/** The order of all lists of articles; equal times stay in one order. */
export const NEWEST_FIRST = 'order(coalesce(firstPublishedAt, _createdAt) desc, _id asc)'

const ids = z.array(z.string())

const listOf = (name: string, filter: string): Query<typeof ids> => ({
  name,
  groq: `*[_type == "article"${filter}] | ${NEWEST_FIRST}[0...$limit]._id`,
  schema: ids,
})

/** Lists of articles by id, newest first, at most `$limit`; all but the first take the `$id` of what they are about. */
export const latestArticles = listOf('latest articles', '')
export const articlesOfCountry = listOf(
  'articles of a country',
  ' && references($id) && $id in countries[]._ref',
)
export const articlesOfTopic = listOf('articles of a topic', ' && references($id) && $id in topics[]._ref')
export const articlesOfStory = listOf('articles of a story', ' && references($id) && story._ref == $id')
export const articlesOfCategory = listOf(
  'articles of a category',
  ' && references($id) && category._ref == $id',
)

/** Articles that a country takes part in: named at the top, as an actor, or in the text of a key point. */
export const articlesNamingCountry = listOf('articles that name a country', ' && references($id)')

const page = z.object({ ids, total: z.number().int().min(0) })

/** One page, from `$from` up to `$to`, of a category's articles, and how many there are in all. */
export const pageOfCategory: Query<typeof page> = {
  name: 'page of a category',
  groq: `{
    "ids": *[_type == "article" && references($id) && category._ref == $id] | ${NEWEST_FIRST}[$from...$to]._id,
    "total": count(*[_type == "article" && references($id) && category._ref == $id])
  }`,
  schema: page,
}
