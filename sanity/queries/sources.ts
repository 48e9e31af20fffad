import { z } from 'zod'
import { isAllowedLink } from '../allowedAddresses.ts'
import { identity, optional, optionalText, partialDate, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({
  ...identity,
  publisher: text,
  title: optionalText,
  url: optional(z.string().refine(isAllowedLink, 'is not an address that readers may follow')),
  date: optional(partialDate),
  readOn: optional(partialDate),
})

/** Where key points and facts come from. */
export const sources: DocumentsQuery<typeof document> = {
  name: 'sources by id',
  groq: `*[_type == "source" && _id in $ids]{_id, _type, publisher, title, url, date, readOn}`,
  document,
}

export type StoredSource = z.infer<typeof document>
