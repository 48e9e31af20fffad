import type { FeedEntry } from '../model/feed.ts'

/** Names an entry for good: it stays when a slug, and with it the article's address, changes. */
export const entryId = ({ id }: FeedEntry, origin: string): string =>
  new URL(`#${encodeURIComponent(id)}`, `${origin}/`).href
