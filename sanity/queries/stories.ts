import { z } from 'zod'
import { NEWEST_FIRST } from './articleLists.ts'
import { identity, list, optional, optionalText, reference, revision, slug, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const document = z.object({
  ...identity,
  _rev: revision,
  title: text,
  slug,
  summary: optionalText,
  countries: list(reference),
  pinned: list(reference),
  keepOnTop: optional(z.boolean()),
})

/** Running stories, with what their own page says of them. */
export const stories: DocumentsQuery<typeof document> = {
  name: 'stories by id',
  groq: `*[_type == "story" && _id in $ids]{
    _id, _type, _rev, title, "slug": slug.current, summary, countries, pinned, keepOnTop
  }`,
  document,
}

const ids = z.array(z.string())

/** Every running story. */
export const allStories: Query<typeof ids> = {
  name: 'all stories',
  groq: `*[_type == "story"] | order(_id asc)[0...200]._id`,
  schema: ids,
}

const moves = z.array(z.object({ newest: optional(z.string()), total: z.number().int().min(0) }))

/** The newest article and the number of articles of each of `count` stories, which `$s0`, `$s1`, … name. */
export const movesOf = (count: number): Query<typeof moves> => ({
  name: 'last articles of stories',
  groq: `[${Array.from({ length: count }, (_, index) => {
    const told = `_type == "article" && references($s${index}) && story._ref == $s${index}`
    return `{"newest": *[${told}] | ${NEWEST_FIRST}[0]._id, "total": count(*[${told}])}`
  }).join(', ')}]`,
  schema: moves,
})

export type StoredStory = z.infer<typeof document>
