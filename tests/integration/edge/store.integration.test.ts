import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import {
  type Answer,
  finishedOf,
  type Origin,
  openOrigin,
  pageOf,
  policy,
  showing,
  waiting,
} from '../../support/origin.ts'
import { waitFor } from '../../support/waitFor.ts'

let origin: Origin
const open = async (answer: Answer, options = {}) => {
  origin = await openOrigin(answer, options)
  return origin
}
afterEach(() => origin.close())

describe('a stored page', () => {
  it('is finished, sent under the strict policy, and asked for once in a second', async () => {
    await open(showing('One'))
    const first = await origin.get('/a')
    expect(first.text).toBe(finishedOf('One'))
    expect(first.headers['content-security-policy']).toBe(policy)
    expect(first.headers).not.toHaveProperty('x-meridian-policy')
    origin.clock.now = 1000
    expect((await origin.get('/a')).headers).toMatchObject({
      'cache-status': 'edge; hit',
      'x-nextjs-cache': 'HIT',
    })
    expect(origin.asked).toHaveLength(1)
  })

  it('is never shown for more than a second after Next shows another', async () => {
    await open(showing('One'))
    await origin.get('/a')
    origin.answer = showing('Two')
    origin.clock.now = 1000
    expect((await origin.get('/a')).text).toBe(finishedOf('One'))
    origin.clock.now = 1001
    expect((await origin.get('/a')).text).toBe(finishedOf('Two'))
  })

  it('is as old as the question, however long the answer took', async () => {
    const { held, answer, release } = waiting()
    await open(answer(showing('One')))
    const first = origin.get('/a')
    await waitFor(async () => expect(held).toHaveLength(1))
    origin.clock.now = 900
    release()
    await first
    origin.answer = showing('Two')
    origin.clock.now = 1001
    expect((await origin.get('/a')).text).toBe(finishedOf('Two'))
  })

  it('goes on when Next says by 304 that it is the same', async () => {
    await open(showing('One'))
    await origin.get('/a')
    origin.clock.now = 5000
    expect((await origin.get('/a')).text).toBe(finishedOf('One'))
    expect(origin.asked.at(-1)?.headers['if-none-match']).toBe('"4f6e65"')
    origin.clock.now = 5900
    await origin.get('/a')
    expect(origin.asked).toHaveLength(2)
  })

  it('is asked for at once by no-cache, which fills the store for all', async () => {
    await open(showing('One'))
    await origin.get('/a')
    origin.answer = showing('Two')
    const look = await origin.get('/a', { 'cache-control': 'no-cache' })
    expect(look.text).toBe(finishedOf('Two'))
    expect(look.headers['x-nextjs-cache']).toBe('HIT')
    expect((await origin.get('/a')).text).toBe(finishedOf('Two'))
    expect(origin.asked).toHaveLength(2)
  })

  it('is asked for again at once when a purge has passed, and for as long as Next may be at it', async () => {
    await open(showing('One'))
    await origin.get('/a')
    origin.answer = (_request, response) => response.writeHead(200).end()
    await origin.get('/api/revalidate/purge', {}, 'POST')
    origin.answer = showing('One')
    origin.clock.now = 50
    await origin.get('/a')
    origin.clock.now = 100
    origin.answer = showing('Two')
    expect((await origin.get('/a')).text).toBe(finishedOf('Two'))
    origin.clock.now = 101
    await origin.get('/a')
    const asked = origin.asked.length
    await origin.get('/a')
    expect(origin.asked).toHaveLength(asked)
  })

  it.each([
    ['a purge that was refused', 'POST', 401],
    ['what only looks', 'GET', 200],
  ])('is not asked for again because of %s', async (_what, method, status) => {
    await open(showing('One'))
    await origin.get('/a')
    origin.answer = (_request, response) => response.writeHead(status).end()
    await origin.get('/api/revalidate/purge', {}, method)
    const asked = origin.asked.length
    expect((await origin.get('/a')).text).toBe(finishedOf('One'))
    expect(origin.asked).toHaveLength(asked)
  })

  it('is asked for again by the next reader while Next says STALE, which the answer says too', async () => {
    await open(showing('Old', { 'x-nextjs-cache': 'STALE' }))
    expect((await origin.get('/a')).headers['x-nextjs-cache']).toBe('STALE')
    const again = await origin.get('/a')
    expect(again.headers['x-nextjs-cache']).toBe('STALE')
    origin.answer = showing('New')
    expect((await origin.get('/a')).text).toBe(finishedOf('New'))
    expect(origin.asked).toHaveLength(3)
  })

  it('is compressed for who takes it, under a name of its own, and 304 for who has it', async () => {
    await open(showing('One'))
    const br = await origin.get('/a', { 'accept-encoding': 'gzip, br' })
    const gzip = await origin.get('/a', { 'accept-encoding': 'gzip' })
    const plain = await origin.get('/a')
    expect(brotliDecompressSync(br.body).toString()).toBe(finishedOf('One'))
    expect(gunzipSync(gzip.body).toString()).toBe(finishedOf('One'))
    expect(plain.text).toBe(finishedOf('One'))
    const names = [br, gzip, plain].map(({ headers }) => String(headers.etag))
    expect(new Set(names).size).toBe(3)
    expect(names.filter((name) => !/^"[\w-]{27,}"$/.test(name))).toEqual([])
    for (const { headers } of [br, gzip, plain]) expect(headers.vary).toBe('rsc, Accept-Encoding')
    const held = { 'accept-encoding': 'br', 'if-none-match': `"x", W/${br.headers.etag}` }
    const known = await origin.get('/a', held)
    expect(known).toMatchObject({ status: 304, text: '' })
    expect(known.headers).not.toHaveProperty('content-encoding')
    expect((await origin.get('/a', { ...held, 'accept-encoding': 'gzip' })).status).toBe(200)
    expect(origin.asked).toHaveLength(1)
  })

  it('answers HEAD with what GET says, without the page', async () => {
    await open(showing('One'))
    const head = await origin.get('/a', {}, 'HEAD')
    const whole = await origin.get('/a')
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(head.headers).toMatchObject({
      etag: whole.headers.etag,
      'content-length': String(whole.body.length),
    })
    expect(origin.asked.map(({ method }) => method)).toEqual(['GET'])
  })

  it('is asked for with nothing of the reader who comes first', async () => {
    await open(showing('One'))
    await origin.get('/a', {
      host: 'evil.test',
      cookie: 'session=1',
      'accept-language': 'fr',
      'x-forwarded-host': 'evil.test',
      'x-anything': '1',
      range: 'bytes=0-1',
    })
    expect(origin.asked[0]?.headers).toEqual({ host: 'news.test', connection: 'keep-alive' })
  })

  it('has a strict end: the oldest go when there is no more room', async () => {
    await open((request, response) => showing(`At ${request.url}`)(request, response), { mostBytes: 3000 })
    for (const path of ['/a', '/b', '/c', '/d']) await origin.get(path)
    const before = origin.asked.length
    await origin.get('/d')
    expect(origin.asked).toHaveLength(before)
    await origin.get('/a')
    expect(origin.asked).toHaveLength(before + 1)
  })
})

describe('many readers at once', () => {
  it('of a page that is not stored cost Next one question', async () => {
    const { held, answer, release } = waiting()
    await open(answer(showing('One')))
    const readers = Array.from({ length: 50 }, () => origin.get('/a'))
    await waitFor(async () => expect(held).toHaveLength(1))
    release()
    expect((await Promise.all(readers)).map(({ text }) => text)).toEqual(Array(50).fill(finishedOf('One')))
    expect(origin.asked).toHaveLength(1)
  })

  it('who want what is so now are answered by one question more, asked after they came', async () => {
    const { held, answer, release } = waiting()
    await open(answer(showing('Old')))
    const first = origin.get('/a')
    await waitFor(async () => expect(held).toHaveLength(1))
    const looks = Array.from({ length: 5 }, () => origin.get('/a', { 'cache-control': 'no-cache' }))
    // They are known to have come when one who came after them is answered.
    await origin.get('*')
    origin.answer = showing('New')
    release()
    expect((await first).text).toBe(finishedOf('Old'))
    expect((await Promise.all(looks)).map(({ text }) => text)).toEqual(Array(5).fill(finishedOf('New')))
    expect(origin.asked).toHaveLength(2)
  })

  it('are answered by no question that is older than a second', async () => {
    const { held, answer, release } = waiting()
    await open(answer(showing('Old')))
    const first = origin.get('/a')
    await waitFor(async () => expect(held).toHaveLength(1))
    origin.clock.now = 1001
    const late = origin.get('/a')
    await origin.get('*')
    origin.answer = showing('New')
    release()
    expect((await first).text).toBe(finishedOf('Old'))
    expect((await late).text).toBe(finishedOf('New'))
  })

  it('are not left by one who leaves', async () => {
    const { held, answer, release } = waiting()
    await open(answer(showing('One')))
    const leaver = new AbortController()
    const left = fetch(`http://127.0.0.1:${origin.edgePort}/a`, { signal: leaver.signal })
    await waitFor(async () => expect(held).toHaveLength(1))
    const stays = origin.get('/a')
    leaver.abort()
    await expect(left).rejects.toThrow()
    release()
    expect((await stays).text).toBe(finishedOf('One'))
    expect(origin.asked).toHaveLength(1)
  })
})

describe('what is not stored', () => {
  it.each([
    ['an address with a question', '/a?b=c', {}],
    ['what is not for everybody', '/a', { 'cache-control': 'private, no-store' }],
    ['what sets a cookie', '/a', { 'set-cookie': 'a=b' }],
    ['what differs by cookie', '/a', { vary: 'Cookie' }],
  ])('is asked for each time: %s', async (_what, path, headers) => {
    await open(showing('One', headers))
    const { text, headers: got } = await origin.get(path)
    expect(text).toContain('<p>One</p>')
    expect(got).not.toHaveProperty('etag')
    const before = origin.asked.length
    await origin.get(path)
    expect(origin.asked.length).toBeGreaterThan(before)
  })

  it.each([404, 410])('is finished like any page: %i', async (status) => {
    await open((_request, response) => {
      response.writeHead(status, {
        'content-type': 'text/html',
        'x-meridian-policy': policy,
        'cache-control': 's-maxage=9',
      })
      response.end(pageOf('Not here'))
    })
    for (const path of ['/a', '/a?b'])
      expect(await origin.get(path)).toMatchObject({ status, text: finishedOf('Not here') })
    await origin.get('/a')
    expect(origin.asked).toHaveLength(3)
  })

  it('leads on as Next says', async () => {
    await open((_request, response) => {
      response.writeHead(308, { location: '/b', 'cache-control': 'public, max-age=0, s-maxage=3600' }).end()
    })
    for (const path of ['/a', '/a?b']) {
      const { status, headers } = await origin.get(path)
      expect({ status, location: headers.location }).toEqual({ status: 308, location: '/b' })
    }
  })

  it('takes the place of a page that is over: it is not shown again when Next fails', async () => {
    await open(showing('One'))
    await origin.get('/a')
    origin.answer = (_request, response) =>
      response.writeHead(410, { 'content-type': 'text/plain' }).end('Gone')
    expect((await origin.get('/a', { 'cache-control': 'no-cache' })).status).toBe(410)
    await origin.leave()
    expect((await origin.get('/a')).status).toBe(503)
  })

  it('leaves a page alone that names no policy for itself', async () => {
    await open((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf('Other')),
    )
    expect((await origin.get('/a?b')).text).toBe(pageOf('Other'))
  })
})
