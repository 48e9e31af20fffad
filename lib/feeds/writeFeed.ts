import type { Feed } from '../model/feed.ts'
import type { Site } from '../model/front.ts'
import type { FeedFormat } from '../routes.ts'
import { feedTypes } from './feedTypes.ts'
import { toOutput } from './output.ts'
import { toAtom } from './toAtom.ts'
import { toJsonFeed } from './toJsonFeed.ts'
import { toRss } from './toRss.ts'
import { withoutForbidden } from './xmlLetters.ts'

/** A feed in one of its formats. */
export const writeFeed = (feed: Feed, format: FeedFormat, { url, name }: Site): Response => {
  const writers = {
    rss: () => withoutForbidden(toRss(feed, url)),
    atom: () => withoutForbidden(toAtom(feed, url, name)),
    json: () => toJsonFeed(feed, url),
  }
  return toOutput(writers[format](), `${feedTypes[format]}; charset=utf-8`, feed.updatedAt)
}
