import { z } from 'zod'
import { identity, optionalText, revision, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, _rev: revision, title: text, slug, description: optionalText })

/** Topics with what their own page says of them. */
export const topics: DocumentsQuery<typeof document> = {
  name: 'topics by id',
  groq: `*[_type == "topic" && _id in $ids]{_id, _type, _rev, title, "slug": slug.current, description}`,
  document,
}

export type StoredTopic = z.infer<typeof document>
