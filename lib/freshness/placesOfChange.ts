import { type ChangedDocument, parseChange } from './changedDocument.ts'
import { isAboutPlaces, tagsOfChange } from './tagsOfChange.ts'

const TEASER_FIELDS = [
  'headline',
  'kicker',
  'standfirst',
  'mainMedia',
  'language',
  'slug',
  'category',
] as const

export interface Places {
  /** The document itself, if other pages show it. */
  shown: string | undefined
  /** The documents, by id, whose pages list it or what it says. */
  listedUnder: string[]
  /** The documents, by id, that show the change in their feeds alone. */
  fedUnder: string[]
}

/**
 * Where else a change is seen, by ids: addresses are for the content lake to tell. An article's text alone is seen
 * on its own page; its key points in the timeline of its story, and in the feeds of all that it is listed under; what
 * its teaser shows on the pages of its category, countries, topics, story and authors too.
 */
export const placesOfChange = (before: unknown, after: unknown): Places => {
  const change = parseChange(before, after)
  const sides = [change.before, change.after]
  const document = change.after ?? change.before
  const lists = tagsOfChange(before, after).some((tag) => !tag.startsWith('doc:') && !isAboutPlaces(tag))
  const seenElsewhere =
    document?._type !== 'article' || lists || teaserOf(change.before) !== teaserOf(change.after)
  if (document?._type === 'redirect') return { shown: undefined, listedUnder: [], fedUnder: [] }
  const listings = idsOn(sides, listingsOf)
  if (document !== undefined && seenElsewhere)
    return { shown: document._id, listedUnder: listings, fedUnder: [] }
  const pointsChanged = sectionsOf(change.before) !== sectionsOf(change.after)
  const timelines = pointsChanged ? idsOn(sides, storyOf) : []
  const fedUnder = pointsChanged ? listings.filter((id) => !timelines.includes(id)) : []
  return { shown: undefined, listedUnder: timelines, fedUnder }
}

type Side = ChangedDocument | undefined

const idsOn = (sides: Side[], pick: (document: Side) => string[]) => [...new Set(sides.flatMap(pick))]

const teaserOf = (document: Side) => JSON.stringify(TEASER_FIELDS.map((field) => document?.[field] ?? null))

const sectionsOf = (document: Side) => JSON.stringify(document?.sections ?? null)

const storyOf = (document: Side): string[] => (document?.story === undefined ? [] : [document.story])

const listingsOf = (document: Side): string[] => {
  if (document?._type === 'relation') return document.countries
  if (document?._type !== 'article') return []
  const { category, countries, topics, authors } = document
  return [...(category ? [category] : []), ...countries, ...topics, ...storyOf(document), ...authors]
}
