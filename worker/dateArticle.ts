import { firstPublication } from '../lib/addresses/firstPublication.ts'
import { getPublishedRevision } from '../lib/content/getDependents.ts'
import { getWritingClient } from '../sanity/client.ts'

/**
 * Dates the first publication of an article that was published without the Studio's button: by a release, a schedule
 * or an import. The date makes a change of its own, whose notice then finds nothing to do.
 */
export const dateArticle = async (before: unknown, after: unknown, now: Date): Promise<string[]> => {
  const missing = firstPublication(before, after, now)
  if (missing === undefined) return []
  const { id, firstPublishedAt } = missing
  if ((await getPublishedRevision(id)) === undefined) return []
  await getWritingClient().patch(id).setIfMissing({ firstPublishedAt }).commit()
  return [`dated ${id} ${firstPublishedAt}`]
}
