import { z } from 'zod'
import type { SanityDocument } from '../context.ts'
import { isDocument } from '../store/documents.ts'

/** How a process for expensive expressions is set up. */
export const deltaSetup = z.object({ dataDir: z.string(), projectId: z.string(), publicUrl: z.string() })

const document = z.custom<SanityDocument>(isDocument).optional()

/** A change as a webhook's filter and projection see it. */
export const deltaTask = z.object({
  filter: z.string().optional(),
  projection: z.string().optional(),
  dataset: z.string(),
  before: document,
  after: document,
  /** Whether references may lead to drafts, versions and other ids with a dot. */
  followsPrivate: z.boolean(),
  /** Milliseconds since 1970: what `now()` answers. */
  now: z.number(),
})
export type DeltaTask = z.infer<typeof deltaTask>

export const deltaAnswer = z.union([
  z.object({ failure: z.string() }),
  z.object({ payload: z.string().optional() }),
])
export type DeltaAnswer = z.infer<typeof deltaAnswer>
