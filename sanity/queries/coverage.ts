import { z } from 'zod'
import type { Query } from './query.ts'

const counts = z.array(z.number().int().min(0))

/** How many articles are about each of `count` countries, which the parameters `$c0`, `$c1`, … name. */
export const coverageOf = (count: number): Query<typeof counts> => ({
  name: 'articles about each country',
  groq: `[${Array.from(
    { length: count },
    (_, index) => `count(*[_type == "article" && references($c${index}) && $c${index} in countries[]._ref])`,
  ).join(', ')}]`,
  schema: counts,
})

const ids = z.array(z.string())

/** Every country, by name. */
export const allCountries: Query<typeof ids> = {
  name: 'all countries',
  groq: `*[_type == "country"] | order(name asc)[0...300]._id`,
  schema: ids,
}
