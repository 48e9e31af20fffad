import type { CountryName, TimelineEntry } from './article.ts'
import type { Teaser } from './teaser.ts'

/** What two countries are to each other, on its own page. */
export interface Relation {
  revision: string
  href: string
  /** In the order of their address. */
  countries: [CountryName, CountryName]
  summary: string
  /** All of them, the first one first. */
  events: TimelineEntry[]
  /** The newest articles that are about both. */
  articles: Teaser[]
}
