import { z } from 'zod'
import { identity, optionalText, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, name: text, role: optionalText })

/** Who wrote an article. */
export const authors: DocumentsQuery<typeof document> = {
  name: 'authors by id',
  groq: `*[_type == "author" && _id in $ids]{_id, _type, name, role}`,
  document,
}

export type StoredAuthor = z.infer<typeof document>
