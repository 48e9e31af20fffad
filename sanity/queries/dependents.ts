import { z } from 'zod'
import { optional } from './parts/values.ts'
import type { Query } from './query.ts'

const schema = z.array(z.object({ _type: z.string(), slug: optional(z.string()) }))

/** Documents with pages that show the document `$id` or are named in `$listing`, the last edited first. */
export const dependents: Query<typeof schema> = {
  name: 'pages that show a document',
  groq: `[
    ...*[_type in ["category", "country"] && _id in $listing][0...20]{_type, "slug": slug.current},
    ...*[_type in ["article", "country", "front", "page"] && references($id)] | order(_updatedAt desc)[0...20]{
      _type, "slug": slug.current
    }
  ]`,
  schema,
}

const published = optional(z.string())

/** The revision of the document `$id` that is published now. */
export const revisionOf: Query<typeof published> = {
  name: 'published revision',
  groq: `*[_id == $id][0]._rev`,
  schema: published,
}
