import { z } from 'zod'
import { optional } from './parts/values.ts'
import type { Query } from './query.ts'

const schema = optional(z.string())

/** The id of the published document of `$type` at `$slug`; undefined where there is none. */
export const idBySlug: Query<typeof schema> = {
  name: 'id by slug',
  groq: `*[_type == $type && slug.current == $slug] | order(_createdAt asc)[0]._id`,
  schema,
}
