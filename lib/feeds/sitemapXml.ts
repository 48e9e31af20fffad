import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Site } from '../model/front.ts'
import type { NewsEntry, SitemapEntry } from '../model/sitemap.ts'
import { withoutForbidden } from './xmlLetters.ts'

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

/** The index of the sitemap: its parts. */
export const sitemapIndexXml = (parts: SitemapEntry[], { url }: Site): string =>
  write(
    x(
      'sitemapindex',
      { xmlns: SITEMAP },
      parts.map((part) => x('sitemap', located(part, url))),
    ),
  )

/** A part of the sitemap: addresses, each with its last edit where that is known. */
export const sitemapXml = (entries: SitemapEntry[], { url }: Site): string =>
  write(
    x(
      'urlset',
      { xmlns: SITEMAP },
      entries.map((entry) => x('url', located(entry, url))),
    ),
  )

/** The news sitemap, as Google News reads it. */
export const newsSitemapXml = (entries: NewsEntry[], { url, name }: Site): string =>
  write(
    x(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:news': NEWS },
      entries.map(({ href, headline, language, firstPublishedAt }) =>
        x('url', [
          x('loc', `${url}${href}`),
          x('news:news', [
            x('news:publication', [x('news:name', name), x('news:language', publicationLanguage(language))]),
            x('news:publication_date', firstPublishedAt),
            x('news:title', headline),
          ]),
        ]),
      ),
    ),
  )

const located = ({ href, lastEdit }: SitemapEntry, origin: string) => [
  x('loc', `${origin}${href}`),
  ...(lastEdit === undefined ? [] : [x('lastmod', lastEdit)]),
]

/** News sitemaps take two letters, Chinese excepted: it is written in two scripts. */
const publicationLanguage = (language: string) => {
  const tag = language.toLowerCase()
  if (!tag.startsWith('zh')) return tag.split('-')[0] ?? tag
  return /hant|tw|hk/.test(tag) ? 'zh-tw' : 'zh-cn'
}

const write = (root: Element) =>
  withoutForbidden(
    toXml([{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' }, root]),
  )
