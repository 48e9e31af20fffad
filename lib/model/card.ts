import type { Accent } from './common.ts'

/** What stands on the card by which other sites show a page. */
export interface Card {
  siteName: string
  kicker: string
  accent: Accent
  /** Undefined when our typefaces have no letters for it: the card then shows the picture alone. */
  headline: string | undefined
  /** Countries' ISO codes, for their flags. */
  flags: string[]
  /** A data URI. */
  picture: string | undefined
}
