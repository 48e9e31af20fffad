import { z } from 'zod'

const published = z.object({
  _id: z.string().regex(/^[^.]+$/),
  _type: z.literal('article'),
  _updatedAt: z.iso.datetime().optional(),
  firstPublishedAt: z.string().optional(),
})
const dated = z.object({ firstPublishedAt: z.string() })

/**
 * The date that a published article lacks: the one it had before, else the moment of this publication. Undefined for
 * an article that has one, and for all that is no published article.
 */
export const firstPublication = (
  before: unknown,
  after: unknown,
  now: Date,
): { id: string; firstPublishedAt: string } | undefined => {
  const article = published.safeParse(after)
  if (!article.success || article.data.firstPublishedAt !== undefined) return undefined
  const earlier = dated.safeParse(before)
  return {
    id: article.data._id,
    firstPublishedAt: earlier.success
      ? earlier.data.firstPublishedAt
      : (article.data._updatedAt ?? now.toISOString()),
  }
}
