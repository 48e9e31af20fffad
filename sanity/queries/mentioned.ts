import { z } from 'zod'
import { identity, slug } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, _type: z.enum(['article', 'country']), slug })

/** The documents that running text mentions, by their addresses. */
export const mentioned: DocumentsQuery<typeof document> = {
  name: 'mentioned documents by id',
  groq: `*[_type in ["article", "country"] && _id in $ids]{_id, _type, "slug": slug.current}`,
  document,
}

export type StoredMentioned = z.infer<typeof document>
