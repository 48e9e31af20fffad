import { readFileSync } from 'node:fs'
import { XmlDocument } from 'libxml2-wasm'
import { marked } from 'marked'
import robotsParser from 'robots-parser'
import sharp from 'sharp'
import { llmsTxt } from '../../../lib/feeds/llmsTxt.ts'
import { manifest } from '../../../lib/feeds/manifest.ts'
import { openSearch } from '../../../lib/feeds/openSearch.ts'
import { robotsTxt } from '../../../lib/feeds/robotsTxt.ts'
import { aSite } from '../../fixtures/front.ts'

const site = aSite({ name: 'The Gazette & Evening Star' })

describe('how browsers search the site', () => {
  it('is an OpenSearch description with a short enough name', () => {
    using document = XmlDocument.fromString(openSearch(site))
    const at = (path: string) => document.get(path, { o: 'http://a9.com/-/spec/opensearch/1.1/' })?.content
    expect(at('/o:OpenSearchDescription/o:ShortName')).toBe('The Gazette & Ev')
    expect(at('//o:Url[@type="text/html"]/@template')).toBe('https://news.example/search?q={searchTerms}')
  })
})

describe('the manifest', () => {
  it('names icons that are there, of the size that it says', async () => {
    const { icons = [] } = manifest(site)
    const pngs = icons.filter(({ type }) => type === 'image/png')
    expect(pngs.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512'])
    for (const { src, sizes } of pngs) {
      const { width, height } = await sharp(readFileSync(`public${src}`)).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
  })

  it('keeps the sign of the maskable icon within the circle that a phone may cut', async () => {
    const { data, info } = await sharp('public/icons/maskable-512.png')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const ground = [...data.subarray(0, 3)]
    const outside: number[] = []
    for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
      const [x, y] = [(pixel % info.width) - 256, Math.floor(pixel / info.width) - 256]
      const colour = data.subarray(pixel * 3, pixel * 3 + 3)
      if (Math.hypot(x, y) > 0.4 * 512 && ground.some((part, index) => part !== colour[index]))
        outside.push(pixel)
    }
    expect(outside).toEqual([])
  })

  it('speaks the language of the edition', () => {
    expect(manifest(aSite({ language: 'fr' }))).toMatchObject({
      lang: 'fr',
      shortcuts: [{ name: 'En continu' }, {}],
    })
  })
})

describe('what robots are told', () => {
  const robots = robotsParser('https://news.example/robots.txt', robotsTxt(site))
  const mayRead = (path: string) => robots.isAllowed(`https://news.example${path}`, 'Newsbot')

  it('keeps them from what is made for one reader', () => {
    const kept = ['/api/revalidate', '/api/suggest?q=a', '/studio', '/studio/structure', '/saved']
    expect(kept.filter(mayRead)).toEqual([])
  })

  it('lets them read all else, also what begins with the same letters', () => {
    const open = ['/', '/articles/operation', '/articles/operation.md', '/feed.xml', '/saved-from-fire']
    expect(open.filter((path) => !mayRead(path))).toEqual([])
  })

  it('lets them come to the search, whose results ask themselves to be left out', () => {
    expect(mayRead('/search?q=war')).toBe(true)
  })

  it('leads them to the sitemaps', () => {
    expect(robots.getSitemaps()).toEqual([
      'https://news.example/sitemap.xml',
      'https://news.example/news-sitemap.xml',
    ])
  })
})

describe('the way through the site for language models', () => {
  it('has the name, what the site is, and a link to each list', () => {
    const html = marked.parse(llmsTxt(site), { async: false })
    expect(html).toMatch(/^<h1>The Gazette &amp; Evening Star<\/h1>\n<blockquote>/)
    expect(html).toContain('<a href="https://news.example/categories/conflict">Conflict</a>')
    expect(html).toContain('<a href="https://news.example/feed.json">JSON Feed</a>')
  })
})
