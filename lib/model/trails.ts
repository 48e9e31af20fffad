import { countriesLink } from '../format/placeLinks.ts'
import type { Words } from '../format/words/wordsFor.ts'
import { routes } from '../routes.ts'

/** The ways from the front page, with which every trail begins, to what pages lie under. */
export const trailsFor = (words: Words) => ({
  home: [],
  archive: [{ label: words.browse.archive, href: routes.archiveIndex() }],
  countries: [countriesLink(words)],
  stories: [{ label: words.story.stories, href: routes.stories() }],
})
