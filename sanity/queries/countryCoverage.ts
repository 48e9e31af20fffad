import { z } from 'zod'
import { optional } from './parts/values.ts'
import type { Query } from './query.ts'

const ABOUT = '_type == "article" && references($id) && $id in countries[]._ref'

const newest = optional(z.iso.datetime({ offset: true }))

/** When the newest article about the country `$id` came out. */
export const newestOfCountry: Query<typeof newest> = {
  name: 'newest article about a country',
  groq: `*[${ABOUT} && defined(firstPublishedAt)] | order(firstPublishedAt desc)[0].firstPublishedAt`,
  schema: newest,
}

const counts = z.array(z.number().int().min(0))

/** How many articles about the country `$id` came out in each of `months` months; they begin at `$m0`, `$m1`, …, the last ends at `$m<months>`. */
export const monthsOfCountry = (months: number): Query<typeof counts> => ({
  name: 'articles about a country by month',
  groq: `[${Array.from(
    { length: months },
    (_, index) => `count(*[${ABOUT} && firstPublishedAt >= $m${index} && firstPublishedAt < $m${index + 1}])`,
  ).join(', ')}]`,
  schema: counts,
})
