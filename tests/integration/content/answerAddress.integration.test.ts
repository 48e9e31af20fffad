import { createServer, type Server } from 'node:http'
import { answerAddress } from '../../../lib/content/answerAddress.ts'
import { announceLeft } from '../../../lib/content/leftAddresses.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake } from './newsroomLake.ts'

let lake: TestLake
let portal: Server
/** The addresses that the portal's kept pages were looked at for. */
let looked: string[] = []

const note = '<head><meta name="withdrawn" content="2026-03-03T10:00:00.000Z"/></head>'

beforeAll(async () => {
  lake = await startNewsroomLake()
  portal = createServer((request, response) => {
    looked.push(request.url ?? '')
    const isLook = request.headers['x-meridian-look'] === '1'
    // Next says where a page has moved twice when it has just made the page.
    if (isLook && request.url?.startsWith('/articles/moved')) {
      response.statusCode = 307
      response.setHeader('location', ['/articles/new', '/articles/new'])
      response.end()
    } else if (isLook && request.url === '/articles/gone')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-cache': 'HIT' })
        .end(note)
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<head></head>')
  })
  await new Promise<void>((resolve) => portal.listen(0, 'localhost', resolve))
  const address = portal.address()
  process.env.PORT = String(typeof address === 'object' ? address?.port : 0)
})
beforeEach(() => {
  looked = []
})
afterAll(async () => {
  portal.close()
  await lake.close()
})

const ask = (path: string) => answerAddress(new URL(path, 'https://news.example'))

describe('the answer to an address', () => {
  it('is left to the page where nothing was ever left, without a look at it', async () => {
    for (const path of [
      '/',
      '/articles/road',
      '/articles/road?a=1',
      '/latest/2',
      '/countries/armenia/azerbaijan',
    ])
      expect(await ask(path)).toBeUndefined()
    expect(looked).toEqual([])
  })

  it('leads to where the page has moved, with the query, and is kept by no browser', async () => {
    announceLeft(['/articles/moved'])
    const answer = await ask('/articles/moved?from=mail')
    expect(answer?.status).toBe(308)
    expect(answer?.headers.get('location')).toBe('https://news.example/articles/new?from=mail')
    expect(answer?.headers.get('cache-control')).toContain('max-age=0')
    expect(looked).toEqual(['/articles/moved'])
  })

  it('is 410 with the note where the page was withdrawn', async () => {
    announceLeft(['/articles/gone'])
    const answer = await ask('/articles/gone')
    expect(answer?.status).toBe(410)
    expect(await answer?.text()).toBe(note)
    expect(answer?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer?.headers.get('x-nextjs-cache')).toBe('HIT')
  })

  it('is the page itself where a document stands again', async () => {
    announceLeft(['/articles/back'])
    expect(await ask('/articles/back')).toBeUndefined()
    expect(looked).toEqual(['/articles/back'])
  })

  it('looks for what an address with capitals may mean, but not for capitals in escapes', async () => {
    expect((await ask('/articles/movedInCapitals'))?.status).toBe(308)
    expect(await ask('/articles/caf%C3%A9')).toBeUndefined()
    expect(looked).toEqual(['/articles/movedInCapitals'])
  })

  it('takes pages of a list and pairs of countries along', async () => {
    announceLeft(['/categories/left', '/countries/left'])
    await ask('/categories/left/2')
    await ask('/countries/armenia/left')
    await ask('/archive/2023/09')
    expect(looked).toEqual(['/categories/left/2', '/countries/armenia/left'])
  })

  it('leads to the usual spelling without a look, and never to another site', async () => {
    expect((await ask('/latest/1?a=1'))?.headers.get('location')).toBe('https://news.example/latest?a=1')
    expect((await ask('/countries/b/a'))?.headers.get('location')).toBe('https://news.example/countries/a/b')
    expect(looked).toEqual([])
    for (const path of ['/countries/%2f%2fevil.example/a', '/%2F%2fevil.example/%61']) {
      const location = (await ask(path))?.headers.get('location')
      expect(location?.startsWith('https://news.example/')).toBe(true)
    }
  })

  it('is 400 for what cannot be read', async () => {
    expect((await ask('/articles/%E0%A4%A'))?.status).toBe(400)
  })
})
