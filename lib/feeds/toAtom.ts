import { generateAtomFeed } from 'feedsmith'
import type { Feed, FeedEntry } from '../model/feed.ts'
import { routes } from '../routes.ts'
import { entryHtml } from './entryHtml.ts'
import { entryId } from './feedIds.ts'

/** The date of a feed that has never had an entry: Atom asks for one. */
const NEVER = new Date(0)

/** A feed as Atom; `origin` is where the site is read. */
export const toAtom = (feed: Feed, origin: string, siteName: string): string =>
  generateAtomFeed({
    id: `${origin}${feed.href}`,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feed.updatedAt === undefined ? NEVER : new Date(feed.updatedAt),
    authors: [{ name: siteName, uri: `${origin}${routes.front()}` }],
    links: [
      { href: `${origin}${feed.href}`, rel: 'alternate', type: 'text/html' },
      { href: `${origin}${routes.feed(feed.href, 'atom')}`, rel: 'self', type: 'application/atom+xml' },
    ],
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => toEntry(entry, origin)),
  })

const toEntry = (entry: FeedEntry, origin: string) => ({
  id: entryId(entry, origin),
  title: { value: entry.headline },
  summary: { value: entry.standfirst },
  content: { value: entryHtml(entry, origin), type: 'html' },
  published: new Date(entry.firstPublishedAt),
  updated: new Date(entry.updatedAt),
  authors: entry.contributors.map(({ name, href }) => ({
    name,
    ...(href === undefined ? {} : { uri: `${origin}${href}` }),
  })),
  categories: [
    { term: entry.category.label, scheme: `${origin}${entry.category.href}` },
    ...entry.topics.map(({ label, href }) => ({ term: label, scheme: `${origin}${href}` })),
    ...entry.countries.map((term) => ({ term })),
  ],
  links: [
    { href: `${origin}${entry.href}`, rel: 'alternate', type: 'text/html', hreflang: entry.language },
    ...(entry.picture === undefined
      ? []
      : [
          {
            href: entry.picture.url,
            rel: 'enclosure',
            type: entry.picture.mimeType,
            length: entry.picture.bytes,
          },
        ]),
  ],
  xml: { lang: entry.language },
})
