import type { Link, Picture } from './common.ts'
import type { Teaser } from './teaser.ts'

/** What was published on a day; `day` is `2023-09-19`. */
export interface Day<T> {
  day: string
  teasers: T[]
}

/** A page's articles, as they were loaded, and where it stands in its list. */
export interface ListedPage extends Omit<RiverPage, 'days'> {
  teasers: Teaser[]
}

/** One page of articles by day, newest day first. */
export interface RiverPage {
  days: Day<Teaser>[]
  page: number
  pageCount: number
  /** Whether there is more than all pages show: the archive has it. */
  goesOn: boolean
}

/** A topic with one page of its articles. */
export interface TopicPage extends RiverPage {
  revision: string
  topic: Link
  description: string | undefined
}

/** An author with one page of their articles. */
export interface AuthorPage extends RiverPage {
  revision: string
  author: Link
  role: string | undefined
  bio: string | undefined
  photo: Picture | undefined
  /** Where else the author is found. */
  links: Link[]
}
