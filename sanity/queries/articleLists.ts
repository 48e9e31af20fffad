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

/** The condition that an article is about `$id`, by what that is; `references` finds it in an index. */
const about = {
  country: ' && references($id) && $id in countries[]._ref',
  topic: ' && references($id) && $id in topics[]._ref',
  story: ' && references($id) && story._ref == $id',
  author: ' && references($id) && $id in authors[]._ref',
  /** `$ids`: a category with those below it. */
  category: ' && references($ids) && category._ref in $ids',
}

/** Lists of articles by id, newest first, at most `$limit`; all but the first take what they are about. */
export const latestArticles = listOf('latest articles', '')
export const articlesOfCountry = listOf('articles of a country', about.country)
export const articlesOfTopic = listOf('articles of a topic', about.topic)
export const articlesOfStory = listOf('articles of a story', about.story)
export const articlesOfAuthor = listOf('articles of an author', about.author)
export const articlesOfCategory = listOf('articles of a category', about.category)

/** Articles that a country takes part in: named at the top, as an actor, or in the text of a key point. */
export const articlesNamingCountry = listOf('articles that name a country', ' && references($id)')

/** Articles about both `$first` and `$second`. */
export const articlesOfBoth = listOf(
  'articles about two countries',
  ' && references($first) && references($second) && $first in countries[]._ref && $second in countries[]._ref',
)

const page = z.object({ ids, total: z.number().int().min(0) })
export type ListPage = typeof page

/** One page of a list, from `$from` up to `$to`, and how many articles there are in all. */
const pageOf = (name: string, filter: string): Query<ListPage> => ({
  name,
  groq: `{
    "ids": *[_type == "article"${filter}] | ${NEWEST_FIRST}[$from...$to]._id,
    "total": count(*[_type == "article"${filter}])
  }`,
  schema: page,
})

export const pageOfLatest = pageOf('page of the latest', '')
export const pageOfCategory = pageOf('page of a category', about.category)
export const pageOfTopic = pageOf('page of a topic', about.topic)
export const pageOfAuthor = pageOf('page of an author', about.author)
