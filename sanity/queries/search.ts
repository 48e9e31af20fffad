import { z } from 'zod'
import { prose } from './parts/values.ts'
import type { Query } from './query.ts'
import { textsOf, type Where } from './rankedArticles.ts'

const flag = z.boolean()

/** Whether any article has the words of `$words`. */
export const findsAnything = (where: Where): Query<typeof flag> => ({
  name: 'whether a search finds anything',
  groq: `count(*[_type == "article" && ${textsOf(where)} match text::query($words)][0...1]) > 0`,
  schema: flag,
})

const headlines = z.array(z.object({ headline: prose, slug: z.string() }))

/** The newest articles whose headlines have the words of `$patterns`, as `match` reads them. */
export const articlesByHeadline: Query<typeof headlines> = {
  name: 'articles by their headlines',
  groq: `*[_type == "article" && headline match $patterns && defined(slug.current)] | order(firstPublishedAt desc)[0...$limit]{headline, "slug": slug.current}`,
  schema: headlines,
}
