import { countriesLink } from '../format/placeLinks.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Link } from './common.ts'

/** The ways from the front page, with which every trail begins, to what pages lie under. */
export const trailsFor = (words: Words): { home: Link[]; countries: Link[] } => ({
  home: [],
  countries: [countriesLink(words)],
})
