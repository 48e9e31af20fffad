import { generateJsonFeed } from 'feedsmith'
import type { Feed, FeedEntry } from '../model/feed.ts'
import { routes } from '../routes.ts'
import { entryHtml } from './entryHtml.ts'
import { entryId } from './feedIds.ts'

/** A feed as JSON Feed 1.1; `origin` is where the site is read. */
export const toJsonFeed = (feed: Feed, origin: string): string =>
  JSON.stringify(
    Object.assign(
      // The format asks for the list of a feed without entries too, which would be left out.
      { items: [] },
      generateJsonFeed({
        title: feed.title,
        description: feed.description,
        home_page_url: `${origin}${feed.href}`,
        feed_url: `${origin}${routes.feed(feed.href, 'json')}`,
        language: feed.language,
        items: feed.entries.map((entry) => toItem(entry, origin)),
      }),
    ),
  )

const toItem = (entry: FeedEntry, origin: string) => ({
  id: entryId(entry, origin),
  url: `${origin}${entry.href}`,
  title: entry.headline,
  summary: entry.standfirst,
  content_html: entryHtml(entry, origin),
  date_published: new Date(entry.firstPublishedAt),
  date_modified: new Date(entry.updatedAt),
  language: entry.language,
  tags: [entry.category.label, ...entry.topics.map(({ label }) => label), ...entry.countries],
  authors: entry.contributors.map(({ name, href }) => ({
    name,
    ...(href === undefined ? {} : { url: `${origin}${href}` }),
  })),
  ...(entry.picture === undefined
    ? {}
    : {
        image: entry.picture.url,
        attachments: [
          {
            url: entry.picture.url,
            mime_type: entry.picture.mimeType,
            size_in_bytes: entry.picture.bytes,
          },
        ],
      }),
})
