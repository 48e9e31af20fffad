import { z } from 'zod'
import { identity, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, title: text, slug })

/** Topics, running stories and standing pages by what they are called: enough for a label and a link. */
export const labels: DocumentsQuery<typeof document> = {
  name: 'topics, stories and pages by id',
  groq: `*[_type in ["topic", "story", "page"] && _id in $ids]{_id, _type, title, "slug": slug.current}`,
  document,
}

export type StoredLabel = z.infer<typeof document>
