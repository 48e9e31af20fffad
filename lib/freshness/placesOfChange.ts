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
}

/**
 * Where else a change is seen, by ids: addresses are for the content lake to tell. An article's text alone is seen
 * on its own page; its key points in the timeline of its story; what its teaser shows on the pages of its category,
 * countries, topics, story and authors too.
 */
export const placesOfChange = (before: unknown, after: unknown): Places => {
  const change = parseChange(before, after)
  const sides = [change.before, change.after]
  const document = change.after ?? change.before
  const lists = tagsOfChange(before, after).some((tag) => !tag.startsWith('doc:') && !isAboutPlaces(tag))
  const seenElsewhere =
    document?._type !== 'article' || lists || teaserOf(change.before) !== teaserOf(change.after)
  if (document?._type === 'redirect') return { shown: undefined, listedUnder: [] }
  if (document !== undefined && seenElsewhere)
    return { shown: document._id, listedUnder: [...new Set(sides.flatMap(listingsOf))] }
  const timelines = pointsOf(change.before) !== pointsOf(change.after)
  return { shown: undefined, listedUnder: timelines ? [...new Set(sides.flatMap(storyOf))] : [] }
}

const teaserOf = (document: ChangedDocument | undefined) =>
  JSON.stringify(TEASER_FIELDS.map((field) => document?.[field] ?? null))

const pointsOf = (document: ChangedDocument | undefined) =>
  JSON.stringify(document?.sections.map(({ points }) => points) ?? null)

const storyOf = (document: ChangedDocument | undefined): string[] =>
  document?.story === undefined ? [] : [document.story]

const listingsOf = (document: ChangedDocument | undefined): string[] => {
  if (document?._type === 'relation') return document.countries
  if (document?._type !== 'article') return []
  const { category, countries, topics, authors } = document
  return [...(category ? [category] : []), ...countries, ...topics, ...storyOf(document), ...authors]
}
