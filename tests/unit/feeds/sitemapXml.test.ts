import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import {
  ErrorLevel,
  parseSitemap,
  parseSitemapIndex,
  XMLToSitemapIndexStream,
  XMLToSitemapItemStream,
} from 'sitemap'
import { newsSitemapXml, sitemapIndexXml, sitemapXml } from '../../../lib/feeds/sitemapXml.ts'
import { aSite } from '../../fixtures/front.ts'

const site = aSite()

/** The schema of sitemaps.org, which comes with the parser. */
const schemaFile = join(
  dirname(createRequire(import.meta.url).resolve('sitemap/package.json')),
  'schema',
  'sitemap.xsd',
)

const keepsSchema = (xml: string) => {
  using schema = XmlDocument.fromBuffer(readFileSync(schemaFile))
  using validator = XsdValidator.fromDoc(schema)
  using document = XmlDocument.fromString(xml)
  validator.validate(document)
}

const strictly = { level: ErrorLevel.THROW, logger: false } as const
type Parser = XMLToSitemapIndexStream | XMLToSitemapItemStream

/** All that a parser finds which lets nothing pass that does not belong there. */
const parseStrictly = async (xml: string, parser: Parser): Promise<unknown[]> => {
  const found: unknown[] = []
  for await (const each of Readable.from([xml]).pipe(parser)) found.push(each)
  return found
}

describe('a part of the sitemap', () => {
  const entries = [
    { href: '/articles/salt-%26-light', lastEdit: '2023-09-20T09:10:00.000Z' },
    { href: '/countries/armenia', lastEdit: undefined },
  ]

  it('keeps the schema of sitemaps.org', () => {
    expect(() => keepsSchema(sitemapXml(entries, site))).not.toThrow()
  })

  it('would not keep it with a date that is none, or a field of another format', () => {
    const xml = sitemapXml(entries, site)
    expect(() => keepsSchema(xml.replace('2023-09-20T09:10:00.000Z', 'yesterday'))).toThrow(/lastmod/)
    expect(() => keepsSchema(xml.replaceAll('loc>', 'link>'))).toThrow(/link/)
  })

  it('dates the last edit only where it is known', async () => {
    const parsed = await parseSitemap(Readable.from([sitemapXml(entries, site)]))
    expect(parsed.map(({ url, lastmod }) => [url, lastmod])).toEqual([
      ['https://news.example/articles/salt-%26-light', '2023-09-20T09:10:00.000Z'],
      ['https://news.example/countries/armenia', undefined],
    ])
  })
})

describe('the index of the sitemap', () => {
  it('names its parts', async () => {
    const xml = sitemapIndexXml(
      [{ href: '/sitemaps/2023-1.xml', lastEdit: '2023-09-20T09:10:00.000Z' }],
      site,
    )
    expect(await parseStrictly(xml, new XMLToSitemapIndexStream(strictly))).toHaveLength(1)
    await expect(
      parseStrictly(xml.replaceAll('lastmod', 'updated'), new XMLToSitemapIndexStream(strictly)),
    ).rejects.toThrow(/updated/)
    expect(await parseSitemapIndex(Readable.from([xml]))).toMatchObject([
      { url: 'https://news.example/sitemaps/2023-1.xml', lastmod: '2023-09-20T09:10:00.000Z' },
    ])
  })
})

describe('the news sitemap', () => {
  const entry = {
    href: '/articles/operation',
    headline: 'Salt & <light>',
    language: 'en-GB',
    firstPublishedAt: '2023-09-19T14:05:00.000Z',
  }

  it('tells the publication, the time and the headline of each article', async () => {
    const [parsed] = await parseSitemap(Readable.from([newsSitemapXml([entry], site)]))
    expect(parsed).toMatchObject({
      url: 'https://news.example/articles/operation',
      news: {
        publication: { name: 'Meridian', language: 'en' },
        publication_date: '2023-09-19T14:05:00.000Z',
        title: 'Salt & <light>',
      },
    })
  })

  it('is let pass by a strict parser, and would not be with a field that Google does not know', async () => {
    const xml = newsSitemapXml([entry], site)
    expect(await parseStrictly(xml, new XMLToSitemapItemStream(strictly))).toHaveLength(1)
    const broken = xml.replaceAll('news:title', 'news:headline')
    await expect(parseStrictly(broken, new XMLToSitemapItemStream(strictly))).rejects.toThrow(/news:headline/)
  })

  it.each([
    ['fr-CA', 'fr'],
    ['ar', 'ar'],
    ['zh-Hans', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
  ])('writes the language %s as %s', async (language, written) => {
    const xml = newsSitemapXml([{ ...entry, language }], site)
    const [parsed] = await parseSitemap(Readable.from([xml]))
    expect(parsed?.news?.publication.language).toBe(written)
  })
})
