import { generateRssFeed } from 'feedsmith'
import type { Feed, FeedEntry } from '../model/feed.ts'
import { routes } from '../routes.ts'
import { entryHtml } from './entryHtml.ts'
import { entryId } from './feedIds.ts'

/** A feed as RSS 2.0; `origin` is where the site is read. */
export const toRss = (feed: Feed, origin: string): string =>
  generateRssFeed({
    title: feed.title,
    link: `${origin}${feed.href}`,
    description: feed.description,
    language: feed.language,
    ...(feed.updatedAt === undefined ? {} : { lastBuildDate: new Date(feed.updatedAt) }),
    docs: 'https://www.rssboard.org/rss-specification',
    atom: {
      links: [
        { href: `${origin}${routes.feed(feed.href, 'rss')}`, rel: 'self', type: 'application/rss+xml' },
      ],
    },
    items: feed.entries.map((entry) => toItem(entry, origin)),
  })

const toItem = (entry: FeedEntry, origin: string) => ({
  title: entry.headline,
  link: `${origin}${entry.href}`,
  description: entry.standfirst,
  guid: { value: entryId(entry, origin), isPermaLink: false },
  pubDate: new Date(entry.firstPublishedAt),
  categories: categoriesOf(entry, origin),
  content: { encoded: entryHtml(entry, origin) },
  // RSS has no place for an author without an e-mail address.
  dc: { creators: entry.contributors.map(({ name }) => name) },
  atom: { updated: new Date(entry.updatedAt) },
  xml: { lang: entry.language },
  ...picturesOf(entry),
})

const categoriesOf = ({ category, topics, countries }: FeedEntry, origin: string) => [
  { name: category.label, domain: `${origin}${category.href}` },
  ...topics.map(({ label, href }) => ({ name: label, domain: `${origin}${href}` })),
  ...countries.map((name) => ({ name })),
]

const picturesOf = ({ picture }: FeedEntry) => {
  if (picture === undefined) return {}
  const { url, mimeType, bytes, alt, credit } = picture
  return {
    enclosures: [{ url, type: mimeType, length: bytes }],
    media: {
      contents: [
        {
          url,
          type: mimeType,
          fileSize: bytes,
          medium: 'image',
          ...(alt === undefined ? {} : { description: { value: alt } }),
          ...(credit === undefined ? {} : { credits: [{ value: credit }] }),
        },
      ],
    },
  }
}
