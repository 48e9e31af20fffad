import { z } from 'zod'
import { NEWEST_FIRST } from './articleLists.ts'
import type { Query } from './query.ts'

const ids = z.array(z.string())
const lists = z.object({
  category: ids,
  story: ids,
  countries: ids,
  topics: ids,
  relations: ids,
  articles: z.number().int(),
  about: z.array(z.object({ _id: z.string(), articles: z.number().int() })),
})

const newest = (condition: string) =>
  `*[_type == "article" && ${condition}] | ${NEWEST_FIRST}[0...$limit]._id`

/**
 * What might stand beside an article, in one question: the newest articles, at most `$limit` of each, of its
 * `$category` and `$story` (empty for none), with any of its `$countries` and any of its `$topics`; and the relations
 * between any two of its countries; how many articles there are, and how many name each of its countries and topics.
 */
export const besideArticle: Query<typeof lists> = {
  name: 'what stands beside an article',
  groq: `{
    "category": ${newest('references($category) && category._ref == $category')},
    "story": ${newest('references($story) && story._ref == $story')},
    "countries": ${newest('references($countries) && count(countries[_ref in $countries]) > 0')},
    "topics": ${newest('references($topics) && count(topics[_ref in $topics]) > 0')},
    "relations": *[_type == "relation" && references($countries) && count(countries[_ref in $countries]) > 1] | order(_id asc)[0...$limit]._id,
    "articles": count(*[_type == "article"]),
    "about": *[_id in $countries || _id in $topics]{_id, "articles": count(*[_type == "article" && references(^._id)])}
  }`,
  schema: lists,
}
