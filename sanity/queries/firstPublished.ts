import { z } from 'zod'
import { type StoredSection, section } from './parts/sections.ts'
import { text } from './parts/values.ts'

/** An old revision is read as far as it can be: what stood in it then need not keep today's schema. */
const sections = z
  .array(z.unknown())
  .catch([])
  .transform((stored) =>
    stored.flatMap((each): StoredSection[] => {
      const parsed = section.safeParse(each)
      return parsed.success ? [parsed.data] : []
    }),
  )

/** An article as it was when it was published first; from the history of documents, not by a query. */
export const firstPublished = z.object({ headline: text, standfirst: text, sections })

export type FirstPublished = z.infer<typeof firstPublished>
