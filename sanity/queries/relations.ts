import { z } from 'zod'
import { timelineEntry } from './parts/sections.ts'
import { identity, list, reference, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const document = z.object({
  ...identity,
  countries: z.tuple([reference, reference], 'must name two countries'),
  summary: text,
  timeline: list(timelineEntry),
})

/** What two countries are to each other. */
export const relations: DocumentsQuery<typeof document> = {
  name: 'relations by id',
  groq: `*[_type == "relation" && _id in $ids]{_id, _type, countries, summary, timeline}`,
  document,
}

const ids = z.array(z.string())

/** The relations of one country, `$country`. */
export const relationsOfCountry: Query<typeof ids> = {
  name: 'relations of a country',
  groq: `*[_type == "relation" && references($country)] | order(_id asc)[0...100]._id`,
  schema: ids,
}

export type StoredRelation = z.infer<typeof document>
