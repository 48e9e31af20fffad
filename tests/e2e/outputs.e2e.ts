import { gzipSync } from 'node:zlib'
import { parseFeed } from '@rowanmanning/feed-parser'
import { XmlDocument } from 'libxml2-wasm'
import sharp from 'sharp'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { pages, siteUrl } from '../support/pages.ts'
import { problemsOfStructuredData, structuredDataIn } from '../support/structuredData.ts'
import { waitFor } from '../support/waitFor.ts'

const LITE_BYTES = 14_000

/** Each address for other programs, and the type of its answer. */
const outputs = [
  ['/feed.xml', 'application/rss+xml'],
  ['/atom.xml', 'application/atom+xml'],
  ['/feed.json', 'application/feed+json'],
  [`${pages.category}/feed.xml`, 'application/rss+xml'],
  [`${pages.country}/atom.xml`, 'application/atom+xml'],
  ['/stories/south-caucasus/feed.json', 'application/feed+json'],
  ['/sitemap.xml', 'application/xml'],
  ['/sitemaps/lists.xml', 'application/xml'],
  ['/sitemaps/2023-1.xml', 'application/xml'],
  ['/news-sitemap.xml', 'application/xml'],
  ['/robots.txt', 'text/plain'],
  ['/llms.txt', 'text/plain'],
  ['/opensearch.xml', 'application/opensearchdescription+xml'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  [`${pages.article}.md`, 'text/markdown'],
  [`${pages.article}/card.png`, 'image/png'],
  [`${pages.rightToLeft}/card.png`, 'image/png'],
  [`${pages.category}/card.png`, 'image/png'],
  [`${pages.country}/card.png`, 'image/png'],
  [`${pages.relation}/card.png`, 'image/png'],
  [`${pages.topic}/card.png`, 'image/png'],
  [`${pages.story}/card.png`, 'image/png'],
  [`${pages.author}/card.png`, 'image/png'],
  ['/lite', 'text/html'],
  [`/lite${pages.article}`, 'text/html'],
  [`/lite${pages.category}`, 'text/html'],
  [`/lite${pages.country}`, 'text/html'],
] as const

/** What each page says in structured data that it is. */
const described: [path: string, types: string[]][] = [
  [pages.front, ['WebSite']],
  [pages.article, ['NewsArticle', 'BreadcrumbList']],
  [pages.rightToLeft, ['NewsArticle', 'BreadcrumbList']],
  [pages.category, ['CollectionPage', 'BreadcrumbList']],
  [pages.latest, ['CollectionPage', 'BreadcrumbList']],
  [pages.topic, ['CollectionPage', 'BreadcrumbList']],
  [pages.story, ['CollectionPage', 'BreadcrumbList']],
  [pages.author, ['ProfilePage', 'BreadcrumbList']],
  [pages.country, ['Country', 'BreadcrumbList']],
  [pages.relation, ['BreadcrumbList']],
  [pages.archive, ['BreadcrumbList']],
  [pages.archiveMonth, ['BreadcrumbList']],
  [pages.corrections, ['BreadcrumbList']],
  [pages.stories, ['BreadcrumbList']],
]

const missing = [
  '/topics/never-published/feed.xml',
  '/sitemaps/1999-1.xml',
  '/sitemaps/2023-9.xml',
  '/articles/never-published.md',
  '/articles/never-published/card.png',
  '/topics/never-published/card.png',
  '/countries/armenia/france/card.png',
  '/topics/nagorno-karabakh/2/card.png',
  '/lite/countries/never-published',
]

const visit = browserOfFile()

/** The answer as it is kept, once nothing that earlier journeys published is still on its way to it. */
const kept = (path: string) =>
  waitFor(async () => {
    const answer = await fetch(siteUrl(path))
    await answer.arrayBuffer()
    expect(answer.headers.get('x-nextjs-cache')).toBe('HIT')
    return answer
  })

const cards = outputs.map(([path]) => path).filter((path) => path.endsWith('.png'))

describe('what the site tells other programs', () => {
  it.each(outputs)('%s is %s, kept, and not sent twice to those who have it', async (path, type) => {
    const answer = await kept(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type)
    const again = await fetch(siteUrl(path), {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const other = await fetch(siteUrl(path), { headers: { 'if-none-match': '"another"' } })
    expect(other.status).toBe(200)
    expect((await other.arrayBuffer()).byteLength).toBeGreaterThan(0)
  })

  it.each(described)('%s is described in terms of schema.org', async (path, types) => {
    const found = structuredDataIn(await fetch(siteUrl(path)).then((answer) => answer.text()))
    expect(found.map((json) => JSON.parse(json)['@type'])).toEqual(types)
    expect((await Promise.all(found.map(problemsOfStructuredData))).flat()).toEqual([])
  })

  it.each(missing)('%s is not there', async (path) => {
    expect((await fetch(siteUrl(path))).status).toBe(404)
  })

  it('is whole XML wherever it is XML, and a feed reader reads the feed', async () => {
    for (const [path] of outputs.filter(([, type]) => type.endsWith('xml'))) {
      using document = XmlDocument.fromString(await fetch(siteUrl(path)).then((answer) => answer.text()))
      expect(document.root.name).not.toBe('')
    }
    const feed = parseFeed(await fetch(siteUrl('/feed.xml')).then((answer) => answer.text()))
    expect(feed.items).toHaveLength(30)
  })

  it.each(cards)('%s is of the size that other sites show', async (path) => {
    const card = await fetch(siteUrl(path)).then((answer) => answer.arrayBuffer())
    expect(await sharp(Buffer.from(card)).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    })
  })

  it('names the card of each page that has one', async () => {
    for (const path of cards) {
      const page = path.slice(0, -'/card.png'.length)
      const html = await fetch(siteUrl(page)).then((answer) => answer.text())
      const named = [...html.matchAll(/<meta (?:property|name)="(?:og|twitter):image" content="([^"]+)"/g)]
      expect(named.map(([, url = '']) => new URL(url).pathname)).toEqual([path, path])
    }
  })

  it('draws a card anew when what it shows is published', async () => {
    const lake = openClient()
    const slug = pages.topic.split('/').at(-1)
    const [topic] = await lake.fetch('*[_type == "topic" && slug.current == $slug]', { slug })
    const etag = async () => (await kept(`${pages.topic}/card.png`)).headers.get('etag')
    const before = await etag()
    await lake.patch(topic._id).set({ description: 'Said otherwise.' }).commit()
    await waitFor(async () => expect(await etag()).not.toBe(before))
    await lake.patch(topic._id).set({ description: topic.description }).commit()
    await waitFor(async () => expect(await etag()).toBe(before))
  })

  it.each(outputs.filter(([path]) => path.startsWith('/lite')))('%s is small', async (path) => {
    const html = await fetch(siteUrl(path)).then((answer) => answer.text())
    expect(html).not.toContain('<script')
    expect(gzipSync(html).byteLength).toBeLessThan(LITE_BYTES)
  })

  it('is a manifest that a browser takes without complaint', async () => {
    await visit('manifest', async (page) => {
      await page.goto(siteUrl(pages.front))
      const session = await page.context().newCDPSession(page)
      const { url, errors } = await session.send('Page.getAppManifest')
      expect(url).toBe(siteUrl('/manifest.webmanifest'))
      expect(errors).toEqual([])
      // A browser that finds no fault has looked.
      await page.route('**/manifest.webmanifest', (route) =>
        route.fulfill({ contentType: 'application/manifest+json', body: '{"name": ["Meridian"]}' }),
      )
      await page.reload()
      const { errors: faults } = await session.send('Page.getAppManifest')
      expect(faults.map(({ message }) => message).join()).toMatch(/name/)
    })
  })
})
