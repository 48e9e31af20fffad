import { z } from 'zod'
import { accents } from '../vocabulary.ts'
import { identity, optional, optionalText, reference, revision, slug, text } from './parts/values.ts'
import type { DocumentsQuery, Query } from './query.ts'

const accent = z.enum(accents)

const document = z.object({
  ...identity,
  _rev: revision,
  title: text,
  slug,
  description: optionalText,
  accent,
  parent: optional(reference),
})

/** The desks. */
export const categories: DocumentsQuery<typeof document> = {
  name: 'categories by id',
  groq: `*[_type == "category" && _id in $ids]{_id, _type, _rev, title, "slug": slug.current, description, accent, parent}`,
  document,
}

const ids = z.array(z.string())

/** Every category in the order of the masthead, those below others too. */
export const allCategories: Query<typeof ids> = {
  name: 'all categories',
  groq: `*[_type == "category"] | order(order asc, title asc)[0...100]._id`,
  schema: ids,
}

export type StoredCategory = z.infer<typeof document>
