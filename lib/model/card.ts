import type { Accent } from './common.ts'

/** What stands on the card by which other sites show a page. Words that our typefaces cannot set are left out. */
export interface Card {
  siteName: string | undefined
  /** What kind of page it is, or an article's kicker. */
  kicker: string | undefined
  accent: Accent
  /** Sections are printed on their own colour, topics on a panel, all else on paper. */
  ground: 'paper' | 'panel' | 'accent'
  /** A headline, or the name of what the page is about: the largest words. */
  name: string | undefined
  /** What it is about, in smaller words. */
  text: string | undefined
  /** Countries' ISO codes, for their flags. */
  flags: string[]
  beside: CardPicture | undefined
  timeline: CardTimeline | undefined
}

/** A picture, given as a data URI, or a map of countries, given by their numeric ISO codes. */
export type CardPicture =
  | { kind: 'picture'; src: string }
  | { kind: 'locator'; subject: string; neighbours: string[] }
  | { kind: 'pair'; subjects: [string, string] }

/** When a story's dated points fell: each as a part of the time from the first to the last. */
export interface CardTimeline {
  points: number[]
  first: string
  last: string
}
