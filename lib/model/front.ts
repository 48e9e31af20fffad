import type { InterfaceLanguage } from '../format/words/interfaceLanguage.ts'
import type { CountryName, KeyPoint } from './article.ts'
import type { CategoryLink, Instant, Link } from './common.ts'
import type { RiverPage } from './river.ts'
import type { StoryPoint } from './story.ts'
import type { Teaser } from './teaser.ts'

export interface Front {
  revision: string
  lead: (Teaser & { points: (Pick<KeyPoint, 'key' | 'text'> & { href: string })[] }) | undefined
  secondary: Teaser[]
  latest: Teaser[]
  blocks: FrontBlock[]
}

export interface FrontBlock {
  key: string
  title: string
  href: string | undefined
  accent: CategoryLink['accent'] | undefined
  layout: 'fourUp' | 'leadAndThree' | 'list' | 'map' | 'story'
  teasers: Teaser[]
  /** For a `map` block: the countries in its articles, with how many articles name each. */
  countries: (CountryName & { articleCount: number })[]
  /** For a `story` block: the last dated points of its articles, newest first. */
  points: StoryPoint[]
}

export interface CategoryPage extends RiverPage {
  revision: string
  category: CategoryLink
  description: string | undefined
  breadcrumb: Link[]
  /** The categories below this one. */
  below: CategoryLink[]
  /** On the first page only. */
  lead: Teaser | undefined
}

/** What every page's frame shows. */
export interface Site {
  name: string
  /** What the interface speaks; an article may be written in another language. */
  language: InterfaceLanguage
  tagline: string | undefined
  description: string | undefined
  /** Where the site is read, without a slash at the end: absolute addresses begin with it. */
  url: string
  categories: CategoryLink[]
  pages: Link[]
  banner: { text: string; href: string | undefined; endsAt: Instant } | undefined
}
