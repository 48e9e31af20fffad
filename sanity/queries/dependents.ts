import { z } from 'zod'
import { optional } from './parts/values.ts'
import type { Query } from './query.ts'

const schema = z.array(
  z.object({
    _type: z.string(),
    slug: optional(z.string()),
    /** Of a relation: the addresses of its two countries. */
    countries: optional(z.array(z.string().nullable())),
  }),
)

const FIELDS =
  '{_type, "slug": slug.current, _type == "relation" => {"countries": countries[]->slug.current}}'
const LISTED = '["category", "country", "topic", "story", "author"]'
const SHOWING = '["article", "category", "country", "front", "page", "relation", "story"]'

/**
 * Documents with pages that show the document `$id` or are named in `$listing`: also the category above a listed one,
 * and relations between two listed countries. The last edited come first.
 */
export const dependents: Query<typeof schema> = {
  name: 'pages that show a document',
  groq: `[
    ...*[_type in ${LISTED} && _id in $listing][0...24]${FIELDS},
    ...*[_type == "category" && _id in *[_type == "category" && _id in $listing].parent._ref][0...4]${FIELDS},
    ...*[_type == "relation" && references($listing) && count(countries[_ref in $listing]) > 1][0...8]${FIELDS},
    ...*[_type in ${SHOWING} && references($id)] | order(_updatedAt desc)[0...20]${FIELDS}
  ]`,
  schema,
}

export type Dependent = z.infer<typeof schema>[number]

const published = optional(z.string())

/** The revision of the document `$id` that is published now: at the slug `$slug`, unless that is empty. */
export const revisionOf: Query<typeof published> = {
  name: 'published revision',
  groq: `*[_id == $id && ($slug == "" || slug.current == $slug)][0]._rev`,
  schema: published,
}
