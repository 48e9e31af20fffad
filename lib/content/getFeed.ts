import { cache } from 'react'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Feed } from '../model/feed.ts'
import { type FeedList, routes } from '../routes.ts'
import { findFeedList } from './findFeedList.ts'
import { getSite } from './getSite.ts'
import { loadFeedEntries } from './loadFeedEntries.ts'

/**
 * The newest articles of the site, or of the list at a slug; undefined when no such list is published.
 * @throws ContentError when the subject does not keep its schema, ContentUnreachable without an answer.
 */
export const getFeed = cache(async (list: FeedList, slug?: string): Promise<Feed | undefined> => {
  const [site, found] = await Promise.all([getSite(), findFeedList(list, slug)])
  if (found === undefined) return undefined
  const { feed: words } = wordsFor(site.language)
  const entries = await loadFeedEntries(found.ids)
  return {
    title: found.label === undefined ? site.name : words.titleOf(site.name, found.label),
    description: found.describe?.(words, site.name) ?? site.description ?? words.newestOf(site.name),
    href: found.href ?? routes.front(),
    language: site.language,
    updatedAt: entries
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1),
    entries,
  }
})
