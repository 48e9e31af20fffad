import { fetchFirstRevision } from '../../sanity/fetchFirstRevision.ts'
import type { StoredArticle } from '../../sanity/queries/articles.ts'
import { firstPublished } from '../../sanity/queries/firstPublished.ts'
import { tags } from '../freshness/tags.ts'
import type { ArticleChange } from '../model/changes.ts'
import { toChanges } from '../model/toChanges.ts'

/** What changed in an article since its first published revision; nothing where the past is not known. */
export const loadChanges = async (stored: StoredArticle): Promise<ArticleChange[]> => {
  const first = await fetchFirstRevision(stored._id, stored._rev, { tags: [tags.document(stored._id)] })
  const parsed = firstPublished.safeParse(first)
  return parsed.success ? toChanges(parsed.data, stored) : []
}
