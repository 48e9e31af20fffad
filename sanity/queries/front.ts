import { z } from 'zod'
import { frontLayouts, frontRules } from '../vocabulary.ts'
import { identity, key, list, optional, reference, revision, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const block = z.object({
  _key: key,
  title: text,
  rule: z.enum(frontRules),
  articles: list(reference),
  category: optional(reference),
  country: optional(reference),
  story: optional(reference),
  topic: optional(reference),
  layout: z.enum(frontLayouts),
})

const document = z.object({
  ...identity,
  _rev: revision,
  lead: optional(reference),
  secondary: list(reference),
  blocks: list(block),
})

/** The front page as its editor arranged it. */
export const fronts: DocumentsQuery<typeof document> = {
  name: 'front',
  groq: `*[_type == "front" && _id in $ids]{_id, _type, _rev, lead, secondary, blocks}`,
  document,
}

export type StoredFront = z.infer<typeof document>
export type StoredFrontBlock = z.infer<typeof block>
