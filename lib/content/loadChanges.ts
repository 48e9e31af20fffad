import { ContentUnreachable } from '../../sanity/contentError.ts'
import { fetchFirstRevision } from '../../sanity/fetchFirstRevision.ts'
import type { StoredArticle } from '../../sanity/queries/articles.ts'
import { type FirstPublished, firstPublished } from '../../sanity/queries/firstPublished.ts'
import { tags } from '../freshness/tags.ts'
import type { ArticleChange } from '../model/changes.ts'
import { toChanges } from '../model/toChanges.ts'

const MOST_REMEMBERED = 500
/** By document id. What an article first was never changes, so it stands in for a history that does not answer. */
const remembered = new Map<string, FirstPublished>()

/** What changed in an article since its first published revision; nothing where the past is not known. */
export const loadChanges = async (stored: StoredArticle): Promise<ArticleChange[]> => {
  const first = await loadFirst(stored)
  return first === undefined ? [] : toChanges(first, stored)
}

/** Readers are not kept from an article because its past cannot be told: the note comes with the next page made. */
const loadFirst = async ({ _id, _rev }: StoredArticle): Promise<FirstPublished | undefined> => {
  try {
    const first = firstPublished.safeParse(
      await fetchFirstRevision(_id, _rev, { tags: [tags.document(_id)] }),
    )
    return first.success ? remember(_id, first.data) : undefined
  } catch (error) {
    if (!(error instanceof ContentUnreachable)) throw error
    const known = remembered.get(_id)
    const consequence = known === undefined ? 'says nothing of what changed' : 'goes by what is remembered'
    console.warn(`The page of ${_id} ${consequence} until it is made again: ${error.message}`)
    return known
  }
}

const remember = (id: string, first: FirstPublished): FirstPublished => {
  remembered.delete(id)
  remembered.set(id, first)
  const [oldest] = remembered.keys()
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  return first
}
