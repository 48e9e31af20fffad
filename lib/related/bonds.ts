/** What an article is about, by ids. */
export interface Bonds {
  id: string
  category: string
  story: string | undefined
  countries: string[]
  topics: string[]
  /** Countries that act in it: sections of its key points are theirs. */
  actors: string[]
  /** What its teaser says: headline and standfirst. */
  text: string
  /** ISO 8601, UTC. */
  firstPublishedAt: string
}
