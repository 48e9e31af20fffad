import { createRequire } from 'node:module'
import { parseFeed } from '@rowanmanning/feed-parser'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { parseJsonFeed, parseRssFeed } from 'feedsmith'
import { XmlDocument } from 'libxml2-wasm'
import { writeFeed } from '../../../lib/feeds/writeFeed.ts'
import type { FeedFormat } from '../../../lib/routes.ts'
import { aFeed, aFeedEntry } from '../../fixtures/feed.ts'
import { aSite } from '../../fixtures/front.ts'

const site = aSite()
const write = (format: FeedFormat, feed = aFeed()) => writeFeed(feed, format, site).text()

/** The texts at a path, as the strict parser of libxml2 reads them. */
const textsAt = (xml: string, path: string) => {
  using document = XmlDocument.fromString(xml)
  return document.find(path).map(({ content }) => content.trim())
}

describe.each(['rss', 'atom'] as const)('a feed as %s', (format) => {
  it('is read by a feed reader as it was meant, every letter of it', async () => {
    const feed = parseFeed(await write(format))
    expect(feed).toMatchObject({
      title: 'Meridian: Conflict',
      description: 'The newest articles in Conflict from Meridian.',
      language: 'en',
      url: 'https://news.example/categories/conflict',
      self: `https://news.example/categories/conflict/${format === 'rss' ? 'feed' : 'atom'}.xml`,
    })
    expect(feed.items.map(({ title }) => title)).toEqual([
      'Fish & chips: <em>5 < 6</em> and "so on"',
      'زلزال يضرب المغرب',
    ])
    expect(feed.items[0]).toMatchObject({
      id: 'https://news.example/#article-operation',
      url: 'https://news.example/articles/operation',
      description: 'Both sides blame the other & each other.',
      published: new Date('2023-09-19T14:05:00Z'),
    })
  })

  it('names the authors, the category, the topics and the countries of an entry', async () => {
    const [entry] = parseFeed(await write(format)).items
    expect(entry?.authors.map(({ name }) => name)).toEqual(['Ani Petrosyan', 'Leyla Mammadova'])
    expect(entry?.categories.map(({ term }) => term)).toEqual(['Conflict', 'Ceasefires', 'Armenia'])
  })

  it('states the address, the type and the length of the picture', async () => {
    const [entry] = parseFeed(await write(format)).items
    expect(entry?.media).toContainEqual(
      expect.objectContaining({
        url: 'https://cdn.example/abc-1800x1200.png',
        mimeType: 'image/png',
        length: 48_123,
      }),
    )
  })

  it('holds every key point with who says it and how sure it is, and what was corrected', async () => {
    const [content] = textsAt(await write(format), '//*[local-name()="encoded" or local-name()="content"]')
    expect(content).toContain(
      '<li><strong>Claimed</strong>: Shelling began shortly after &#x3C;noon>. <em>(A ministry, as of 19 September 2023)</em></li>',
    )
    expect(content).toContain('<a href="https://news.example/countries/armenia">Armenia</a>')
    expect(content).toContain(
      '<strong>Correction</strong>, 20 September 2023, 09:10 UTC: The date was wrong.',
    )
  })

  it('dates an entry by its last edit', async () => {
    const [updated] = textsAt(
      await write(format),
      '//*[local-name()="item" or local-name()="entry"]/*[local-name()="updated"]',
    )
    expect(updated).toBe('2023-09-20T09:10:00.000Z')
  })

  it('says in which language and direction each entry is written', async () => {
    const languages = textsAt(
      await write(format),
      '//*[local-name()="item" or local-name()="entry"]/@xml:lang',
    )
    expect(languages).toEqual(['en', 'ar'])
    expect(parseFeed(await write(format)).items[1]?.content).toMatch(/^<div lang="ar" dir="rtl">/)
  })

  it('stays whole when a headline holds letters that XML forbids', async () => {
    const feed = aFeed({
      entries: [aFeedEntry({ headline: 'A \u0008bell\uFFFF ]]> and \uD800 half a letter' })],
    })
    const [title] = textsAt(await write(format, feed), '(//*[local-name()="title"])[last()]')
    expect(title).toBe('A bell ]]> and  half a letter')
  })

  it('is a feed although nothing has been published yet', async () => {
    const feed = aFeed({ entries: [], updatedAt: undefined })
    expect(parseFeed(await write(format, feed))).toMatchObject({ title: 'Meridian: Conflict', items: [] })
  })
})

describe('an RSS feed', () => {
  it('credits the picture and gives it in words', async () => {
    const [item] = parseRssFeed(await write('rss')).items ?? []
    expect(item?.media?.contents?.[0]).toMatchObject({
      fileSize: 48_123,
      description: { value: 'A map of the Lachin corridor' },
      credits: [{ value: 'Meridian graphics' }],
    })
  })
})

const jsonFeedSchema: object = createRequire(import.meta.url)('jsonfeed-schema')
const keepsSchema = addFormats(new Ajv({ allErrors: true })).compile(jsonFeedSchema)

/** What the schema of JSON Feed 1.1 has against a feed. */
const objectionsTo = (feed: unknown): string[] => {
  return keepsSchema(feed)
    ? []
    : (keepsSchema.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

describe('a JSON feed', () => {
  it('keeps the schema of JSON Feed, with entries and without', async () => {
    expect(objectionsTo(JSON.parse(await write('json')))).toEqual([])
    const empty = aFeed({ entries: [], updatedAt: undefined })
    expect(objectionsTo(JSON.parse(await write('json', empty)))).toEqual([])
  })

  it('would not keep it with an entry that has no name, or an address that is none', async () => {
    const feed = JSON.parse(await write('json'))
    const [entry] = feed.items
    const nameless = { ...feed, items: [{ ...entry, id: undefined }] }
    expect(objectionsTo(JSON.parse(JSON.stringify(nameless)))).toEqual([
      "/items/0 must have required property 'id'",
    ])
    expect(objectionsTo({ ...feed, feed_url: 'feed json' })).toEqual(['/feed_url must match format "uri"'])
    expect(objectionsTo({ ...feed, items: [{ ...entry, date_modified: '20 Sept' }] })).toEqual([
      '/items/0/date_modified must match format "date-time"',
    ])
  })

  it('is JSON Feed 1.1 with the same entries', async () => {
    const written = await write('json')
    expect(JSON.parse(written)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
    const feed = parseJsonFeed(written)
    expect(feed).toMatchObject({
      home_page_url: 'https://news.example/categories/conflict',
      feed_url: 'https://news.example/categories/conflict/feed.json',
    })
    expect(feed.items?.[0]).toMatchObject({
      id: 'https://news.example/#article-operation',
      title: 'Fish & chips: <em>5 < 6</em> and "so on"',
      date_modified: '2023-09-20T09:10:00.000Z',
      tags: ['Conflict', 'Ceasefires', 'Armenia'],
      authors: [
        { name: 'Ani Petrosyan', url: 'https://news.example/authors/ani' },
        { name: 'Leyla Mammadova' },
      ],
      attachments: [{ mime_type: 'image/png', size_in_bytes: 48_123 }],
    })
    expect(feed.items?.[1]).toMatchObject({ language: 'ar' })
  })
})

describe('the answer that a feed is', () => {
  it.each([
    ['rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ] as const)('says that it is %s', (format, type) => {
    expect(writeFeed(aFeed(), format, site).headers.get('content-type')).toBe(type)
  })

  it('is dated by its newest edit, and has a sign that changes with it', () => {
    const one = writeFeed(aFeed(), 'rss', site).headers
    const other = writeFeed(aFeed({ entries: [] }), 'rss', site).headers
    expect(one.get('last-modified')).toBe('Wed, 20 Sep 2023 09:10:00 GMT')
    expect(one.get('etag')).toBe(writeFeed(aFeed(), 'rss', site).headers.get('etag'))
    expect(one.get('etag')).not.toBe(other.get('etag'))
  })
})
