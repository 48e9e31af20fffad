import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { promisify } from 'node:util'
import { checkLinks } from '../../../scripts/links/checkLinks.ts'

const html = (body: string) => ({
  type: 'text/html',
  body: `<!doctype html><html><body>${body}</body></html>`,
})
const site: Record<string, { type: string; body: string; location?: string }> = {
  '/': html(
    '<a href="/a#here">a</a><a href="/moved#here">moved</a><a href="/search?q=x">s</a><img src="/p.png?w=1"><img src="/p.png?w=2">' +
      '<a href="https://www.un.org/">un</a><link rel="alternate" href="/feed.xml">',
  ),
  '/a': html(
    '<p id="here">here</p><a href="/gone">gone</a><a href="#nowhere">x</a><a href="/b#top">b</a><a href="http://un.org">un</a>' +
      '<svg><use href="/map.svg#land"/><use href="/map.svg#sea"/></svg>',
  ),
  '/b': html('<a href="/%E2%82%AC">€</a>'),
  '/€': html('<img src="/missing.png">'),
  '/moved': { type: 'text/plain', body: '', location: '/a' },
  '/search': html('<a href="/search?q=x&amp;page=2">more</a><a href="/b">b</a>'),
  '/feed.xml': { type: 'application/rss+xml', body: '<rss><link>SITE/from-feed</link></rss>' },
  '/map.svg': {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="M0 0"/></svg>',
  },
  '/p.png': { type: 'image/png', body: 'png' },
}

const asked: string[] = []
let server: Server
let siteUrl: string
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const found = site[decodeURIComponent(new URL(request.url ?? '', siteUrl).pathname)]
    const status = found ? (found.location ? 308 : 200) : 404
    response.writeHead(status, {
      'content-type': found?.type ?? 'text/html',
      ...(found?.location && { location: found.location }),
    })
    response.end(found?.body.replace('SITE', siteUrl) ?? 'no such page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  siteUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => server.close())

const here = (path: string) => `${siteUrl}${path}`

describe('following every link of a site', () => {
  it('says which are dead, why, and on which page they stand', async () => {
    const { dead, pages, files, external } = await checkLinks(siteUrl)
    const byLink = (left: { link: string }, right: { link: string }) => (left.link < right.link ? -1 : 1)
    expect(dead.sort(byLink)).toEqual(
      [
        { page: here('/a'), link: here('/a#nowhere'), reason: 'has no such place' },
        { page: here('/a'), link: here('/gone'), reason: 'answers 404' },
        { page: here('/a'), link: here('/map.svg#sea'), reason: 'has no such place' },
        { page: here('/a'), link: 'http://un.org/', reason: 'is not encrypted (http)' },
        { page: here('/feed.xml'), link: here('/from-feed'), reason: 'answers 404' },
        { page: here('/%E2%82%AC'), link: here('/missing.png'), reason: 'answers 404' },
      ].sort(byLink),
    )
    expect([...external]).toEqual([['https://www.un.org/', here('/')]])
    // Pages that are missing are pages too.
    expect([pages, files]).toEqual([8, 4])
  })

  it('asks for each address once, for a picture in one size, and for no search that a search leads to', async () => {
    asked.splice(0)
    await checkLinks(siteUrl)
    expect(asked.filter((address, place) => asked.indexOf(address) !== place)).toEqual([])
    expect(asked.filter((address) => address.startsWith('/p.png'))).toHaveLength(1)
    expect(asked).not.toContain('/search?q=x&page=2')
  })

  it('ends as a command with the number of dead links, and not well', async () => {
    const run = promisify(execFile)(process.execPath, ['scripts/checkLinks.ts', siteUrl])
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /dead: \S+\/gone answers 404 \(on \S+\/a\)[\s\S]*1 addresses elsewhere: 6 dead links\.\n$/,
      ),
    })
  })

  it('calls a site dead that does not answer', async () => {
    const { dead } = await checkLinks('http://127.0.0.1:1')
    expect(dead).toEqual([
      expect.objectContaining({
        link: 'http://127.0.0.1:1/',
        reason: expect.stringContaining('does not answer'),
      }),
    ])
  })
})
