import { z } from 'zod'
import { timelineEntry } from './parts/sections.ts'
import { identity, list, optional, reference, revision, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const document = z.object({
  ...identity,
  _rev: revision,
  countries: z.tuple([reference, reference], 'must name two countries'),
  summary: text,
  timeline: list(timelineEntry),
})

/** What two countries are to each other. */
export const relations: DocumentsQuery<typeof document> = {
  name: 'relations by id',
  groq: `*[_type == "relation" && _id in $ids]{_id, _type, _rev, countries, summary, timeline}`,
  document,
}

const ids = z.array(z.string())

/** The relations of one country, `$country`. */
export const relationsOfCountry: Query<typeof ids> = {
  name: 'relations of a country',
  groq: `*[_type == "relation" && references($country)] | order(_id asc)[0...100]._id`,
  schema: ids,
}

const found = optional(z.string())

/** The relation between the countries `$first` and `$second`, by id. */
export const relationBetween: Query<typeof found> = {
  name: 'relation between two countries',
  groq: `*[_type == "relation" && references($first) && references($second)] | order(_id asc)[0]._id`,
  schema: found,
}

export type StoredRelation = z.infer<typeof document>
