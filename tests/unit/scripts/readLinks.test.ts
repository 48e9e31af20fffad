import { externalProblem } from '../../../scripts/links/externalProblem.ts'
import { readLinks } from '../../../scripts/links/readLinks.ts'

const page = (html: string) => readLinks(html, 'text/html; charset=utf-8')

describe('what a page refers to', () => {
  it('is every link, with its entities resolved', () => {
    const { links } = page(
      '<a class="x" href="/search?q=a&amp;page=2">a</a><link rel=icon href=/icon.svg><script src="/a.js"></script>',
    )
    expect(links).toEqual(['/search?q=a&page=2', '/icon.svg', '/a.js'])
  })

  it('is a picture once, however many sizes it has', () => {
    const { pictures, links } = page(
      '<picture><source srcset="/a.avif?w=1 1x, /a.avif?w=2 2x"><img src="/b.png" alt="a > b"></picture><meta property="og:image" content="/c.png">',
    )
    expect([pictures, links]).toEqual([['/a.avif?w=1', '/b.png'], ['/c.png']])
  })

  it('is nothing that only a script or a comment says', () => {
    const { links, ids } = page(
      '<script>"<a href=\\"/no\\">"</script><!-- <a href="/no" id="no"> --><p id="yes">',
    )
    expect([links, [...ids]]).toEqual([[], ['yes']])
  })

  it('leaves hints to the browser alone', () => {
    expect(page('<link rel="preconnect" href="https://cdn.example.com">').links).toEqual([])
  })
})

describe('what other files refer to', () => {
  it.each([
    [
      'a feed',
      'application/rss+xml',
      '<rss><link>https://a.example/x?y&amp;z</link><enclosure url="https://a.example/p.png"/></rss>',
      ['https://a.example/p.png', 'https://a.example/x?y&z'],
    ],
    [
      'a JSON feed',
      'application/feed+json',
      '{"items":[{"url":"https://a.example/1","title":"https: no"}]}',
      ['https://a.example/1'],
    ],
    [
      'a manifest',
      'application/manifest+json',
      '{"start_url":"/","icons":[{"src":"/icon.png"}]}',
      ['/', '/icon.png'],
    ],
    [
      'a stylesheet',
      'text/css',
      '@font-face{src:url(/f.woff2)}a{background:url("b.svg")}',
      ['/f.woff2', 'b.svg'],
    ],
    ['a picture', 'image/png', 'https://a.example/', []],
    [
      'an entry of a feed, but for its name',
      'application/atom+xml',
      '<entry><id>https://a.example/#n</id><uri>https://a.example/u</uri></entry><guid isPermaLink="false">https://a.example/#n</guid><guid isPermaLink="true">https://a.example/g</guid>',
      ['https://a.example/u', 'https://a.example/g'],
    ],
    [
      'an entry of a JSON feed, but for its name',
      'application/feed+json',
      '{"items":[{"id":"https://a.example/#n","external_url":"https://a.example/e"}]}',
      ['https://a.example/e'],
    ],
  ])('is found in %s', (_what, type, text, links) => {
    expect(readLinks(text, type).links).toEqual(links)
  })
})

describe('an address elsewhere', () => {
  it.each(['https://www.un.org/en/', 'mailto:desk@example.org', 'data:image/png;base64,AA=='])(
    'may be %s',
    (address) => {
      expect(externalProblem(new URL(address))).toBeUndefined()
    },
  )

  it.each([
    'http://un.org',
    'https://localhost/x',
    'https://user@un.org',
    'https://un..org',
    'mailto:nobody',
    'javascript:alert(1)',
  ])('may not be %s', (address) => {
    expect(URL.canParse(address) ? externalProblem(new URL(address)) : 'is no address').toBeTruthy()
  })
})
