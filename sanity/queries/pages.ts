import { z } from 'zod'
import { richText } from './parts/richText.ts'
import { identity, revision, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, _rev: revision, title: text, slug, body: richText })

/** Standing pages: about, standards, corrections policy. */
export const pages: DocumentsQuery<typeof document> = {
  name: 'pages by id',
  groq: `*[_type == "page" && _id in $ids]{_id, _type, _rev, title, "slug": slug.current, body}`,
  document,
}

export type StoredPage = z.infer<typeof document>
