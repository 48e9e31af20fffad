import { type ChangedDocument, parseChange } from './changedDocument.ts'
import { tagsOfChange } from './tagsOfChange.ts'

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
  /** The documents, by id, whose pages list it. */
  listedUnder: string[]
}

/**
 * Where else a change is seen, by ids: addresses are for the content lake to tell. An article's text alone is seen
 * on its own page; what its teaser shows is seen on the pages of its category and countries too.
 */
export const placesOfChange = (before: unknown, after: unknown): Places => {
  const change = parseChange(before, after)
  const document = change.after ?? change.before
  const lists = tagsOfChange(before, after).some(
    (tag) => !tag.startsWith('doc:') && !tag.startsWith('list:slug:'),
  )
  const seenElsewhere =
    document?._type !== 'article' || lists || teaserOf(change.before) !== teaserOf(change.after)
  if (document === undefined || !seenElsewhere) return { shown: undefined, listedUnder: [] }
  return {
    shown: document._id,
    listedUnder: [...new Set([change.before, change.after].flatMap(listingsOf))],
  }
}

const teaserOf = (document: ChangedDocument | undefined) =>
  JSON.stringify(TEASER_FIELDS.map((field) => document?.[field] ?? null))

const listingsOf = (document: ChangedDocument | undefined): string[] => {
  if (document?._type === 'relation') return document.countries
  if (document?._type !== 'article') return []
  return [...(document.category ? [document.category] : []), ...document.countries]
}
