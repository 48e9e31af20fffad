import { once } from 'node:events'
import { request as openRequest } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  type Answer,
  finishedOf,
  type Origin,
  openOrigin,
  pageOf,
  policy,
  showing,
} from '../../support/origin.ts'
import { waitFor } from '../../support/waitFor.ts'

let origin: Origin
const open = async (answer: Answer) => {
  origin = await openOrigin(answer)
  return origin
}
afterEach(() => origin.close())

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${origin.edgePort}/api/revalidate`, { method: 'POST', body, headers })

/** Says what a client library would not. */
async function sendRaw(words: string): Promise<string> {
  const socket = connect(origin.edgePort, '127.0.0.1')
  socket.write(words)
  return text(socket)
}

describe('what goes through', () => {
  it('reaches Next as it was sent, letter by letter, and comes back so', async () => {
    await open(async (request, response) => {
      const body = await text(request)
      response.writeHead(202, {
        'content-type': 'application/json',
        'x-own': 'yes',
        'set-cookie': ['a=1', 'b=2'],
      })
      response.end(JSON.stringify({ method: request.method, url: request.url, body }))
    })
    const answer = await post('{"before": "ä"}')
    expect(answer.status).toBe(202)
    expect(await answer.json()).toEqual({ method: 'POST', url: '/api/revalidate', body: '{"before": "ä"}' })
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(answer.headers.get('x-own')).toBe('yes')
  })

  it('takes uploads of unknown length', async () => {
    await open(async (request, response) => response.end(String((await text(request)).length)))
    const request = openRequest({ port: origin.edgePort, host: '127.0.0.1', path: '/api/x', method: 'PUT' })
    for (let piece = 0; piece < 10; piece += 1) request.write('x'.repeat(10_000))
    request.end()
    const [response] = await once(request, 'response')
    expect(await text(response)).toBe('100000')
  })

  it('is sent on while it comes', async () => {
    let finish = () => {}
    await open((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('first\n')
      finish = () => response.end('last\n')
    })
    const { body } = await fetch(`http://127.0.0.1:${origin.edgePort}/api/stream`)
    const reading = body?.getReader()
    expect(Buffer.from((await reading?.read())?.value ?? []).toString()).toBe('first\n')
    finish()
    expect(Buffer.from((await reading?.read())?.value ?? []).toString()).toBe('last\n')
  })

  it('ends behind when the reader leaves', async () => {
    let hasLeft = false
    await open((_request, response) => {
      response.on('close', () => {
        hasLeft = true
      })
      response.writeHead(200).write('first')
    })
    const reader = new AbortController()
    await fetch(`http://127.0.0.1:${origin.edgePort}/api/stream`, { signal: reader.signal })
    reader.abort()
    await waitFor(async () => expect(hasLeft).toBe(true))
  })

  it.each(['/api/slow', '/search?q=slow'])(
    'is asked no longer when the reader has left: %s',
    async (path) => {
      let hasLeft = false
      await open((_request, response) => {
        response.on('close', () => {
          hasLeft = true
        })
      })
      const reader = new AbortController()
      const reading = fetch(`http://127.0.0.1:${origin.edgePort}${path}`, { signal: reader.signal })
      await waitFor(async () => expect(origin.asked).toHaveLength(1))
      reader.abort()
      await expect(reading).rejects.toThrow()
      await waitFor(async () => expect(hasLeft).toBe(true))
    },
  )

  it('is cut for the reader where it was cut for us', async () => {
    await open((request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    expect(await origin.get('/api/x')).toMatchObject({ text: 'half', isCut: true })
  })

  it('keeps ranges, conditions and encodings for files', async () => {
    await open((_request, response) => response.writeHead(206, { 'content-range': 'bytes 0-1/9' }).end('ab'))
    const asked = { range: 'bytes=0-1', 'if-none-match': '"x"', 'accept-encoding': 'br' }
    expect(await origin.get('/fonts/a.woff2', asked)).toMatchObject({ status: 206, text: 'ab' })
    expect(origin.asked[0]?.headers).toMatchObject(asked)
  })

  it('is a draft, whole with its scripts, and nothing of it is stored or taken from the store', async () => {
    await open(showing('Public'))
    await origin.get('/a')
    origin.answer = showing('Draft')
    const editor = { cookie: '__prerender_bypass=secret' }
    const draft = await origin.get('/a', editor)
    expect(draft.text).toBe(pageOf('Draft'))
    expect(draft.headers['content-security-policy']).toContain('unsafe-inline')
    expect(draft.headers).not.toHaveProperty('x-meridian-policy')
    expect(origin.asked.at(-1)?.headers.cookie).toBe(editor.cookie)
    expect((await origin.get('/a')).text).toBe(finishedOf('Public'))
  })

  it("is Next's own request for data", async () => {
    await open(showing('Page'))
    await origin.get('/a')
    await origin.get('/a', { rsc: '1' })
    expect(origin.asked.map(({ headers }) => headers.rsc)).toEqual([undefined, '1'])
  })
})

describe('what strangers send', () => {
  it('says nothing of where they come from', async () => {
    await open((_request, response) => response.end())
    const claimed = {
      host: 'news.example',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      'x-real-ip': '1.2.3.4',
      forwarded: 'for=1.2.3.4',
    }
    for (const path of ['/api/x', '/search?q=x']) {
      await origin.get(path, claimed)
      expect(origin.asked.at(-1)?.headers).toMatchObject({
        host: 'news.example',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': 'news.example',
        'x-forwarded-proto': 'http',
      })
      for (const name of ['x-forwarded-port', 'x-real-ip', 'forwarded'])
        expect(origin.asked.at(-1)?.headers).not.toHaveProperty(name)
    }
  })

  it('takes no header of ours away by calling it one of the connection', async () => {
    await open((_request, response) => response.end())
    await sendRaw(
      'GET /api/x HTTP/1.1\r\nHost: news.example\r\nX-Secret: 1\r\nConnection: close, X-Forwarded-For, Host, X-Secret\r\n\r\n',
    )
    expect(origin.asked[0]?.headers).toMatchObject({ host: 'news.example', 'x-forwarded-for': '127.0.0.1' })
    expect(origin.asked[0]?.headers).not.toHaveProperty('x-secret')
  })

  it.each([
    ['two lengths', 'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
    [
      'a length and pieces',
      'POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no host', 'GET /a HTTP/1.1\r\n\r\n'],
    ['another server', 'GET http://evil.test/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['a header line that is folded', 'GET /a HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\nX : 3\r\n\r\n'],
  ])('is refused with 400, and Next never hears of it: %s', async (_what, words) => {
    await open(showing('Page'))
    expect(await sendRaw(words)).toMatch(/^HTTP\/1\.1 400 /)
    expect(origin.asked).toEqual([])
  })

  it('is refused with 431 where its headers are longer than any browser’s', async () => {
    await open(showing('Page'))
    expect((await origin.get('/a', { cookie: 'x'.repeat(20_000) })).status).toBe(431)
  })

  it('stores nothing by a GET with a body', async () => {
    await open(showing('Page'))
    await sendRaw('GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc')
    await origin.get('/a')
    expect(origin.asked).toHaveLength(2)
  })
})

it('finishes what is asked for with a question, compressed for its reader, and says no more than it knows to HEAD', async () => {
  await open(showing('x'.repeat(3000), { 'cache-control': 'private, no-store' }))
  const asked = { 'accept-encoding': 'br' }
  const { headers, body } = await origin.get('/search?q=x', asked)
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-security-policy': policy })
  expect(body.length).toBeLessThan(200)
  expect(origin.asked[0]?.headers).not.toHaveProperty('accept-encoding')
  const head = await origin.get('/search?q=x', asked, 'HEAD')
  expect(head).toMatchObject({ status: 200, text: '' })
  expect(head.headers['content-security-policy']).toBe(policy)
})
