import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLake, type TestLake } from '../../../support/lake.ts'

let lake: TestLake
let studioDir: string
beforeAll(async () => {
  studioDir = await mkdtemp(join(tmpdir(), 'meridian-studio-'))
  await mkdir(join(studioDir, 'static'))
  await writeFile(join(studioDir, 'index.html'), '<title>Studio</title>')
  lake = await startLake({ studioDir })
})
afterAll(async () => {
  await lake.close()
  await rm(studioDir, { recursive: true, force: true })
})

const post = (path: string, body: string) =>
  fetch(`${lake.url}/v1${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${lake.tokens.editor}` },
  })
const mutate = (document: string) => post('/data/mutate/production', `{"mutations":[{"create":${document}}]}`)
const nested = (levels: number, inner = '1') => `${'{"a":'.repeat(levels)}${inner}${'}'.repeat(levels)}`

describe('JSON that is sent to the lake', () => {
  it.each([
    [
      'ten thousand levels of a document',
      '/data/mutate/production',
      `{"mutations":[{"create":${nested(10_000)}}]}`,
    ],
    [
      'ten thousand lists',
      '/data/actions/production',
      `{"actions":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ],
    [
      'ten thousand levels of parameters',
      '/data/query/production',
      `{"query":"$p","params":{"p":${nested(10_000)}}}`,
    ],
    ['a million brackets that never close', '/data/mutate/production', '['.repeat(1_000_000)],
    [
      'a prototype',
      '/data/mutate/production',
      '{"mutations":[{"create":{"_type":"a","__proto__":{"x":1}}}]}',
    ],
    ['a prototype in an action', '/data/actions/production', '{"__proto__":{},"actions":[]}'],
    ['a prototype in parameters', '/data/query/production', '{"query":"1","params":{"__proto__":{"x":1}}}'],
    ['no JSON', '/data/mutate/production', '{"mutations":'],
    ['nothing', '/data/mutate/production', ''],
    ['another thing', '/data/mutate/production', '"mutations"'],
    ['a number for a list', '/data/mutate/production', '{"mutations":1e999}'],
  ])('is refused when it is %s', async (_what, path, body) => {
    const response = await post(path, body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/json')
  })

  it('is refused when a document has more than 20 levels, and taken when it has 20', async () => {
    const document = (levels: number) => `{"_type":"deep","a":${nested(levels - 1)}}`
    expect((await mutate(document(20))).status).toBe(200)
    expect((await mutate(document(21))).status).toBe(400)
  })

  it('is refused when it is more than 4 MB, whether or not it says so beforehand', async () => {
    const long = `{"mutations":[{"create":{"_type":"a","text":"${'x'.repeat(4_000_000)}"}}]}`
    expect((await post('/data/mutate/production', long)).status).toBe(413)
    expect((await post('/data/actions/production', long)).status).toBe(413)
    expect((await post('/data/query/production', long)).status).toBe(413)
    const pieces = ['{"query":"', 'x'.repeat(3_000_000), 'x'.repeat(3_000_000), '"}']
    expect(await sendInPieces(pieces)).toContain('HTTP/1.1 413')
    expect(await sendInPieces(['{"query":"1', '0', '0"}'])).toContain('"result":100')
  })

  it('means the same afterwards', async () => {
    const texts = ['\\ud800', '\\u0000', 'a\\u0000b', '\\ufeff', '\\u202e', 'constructor', '\\u2028', '😀']
    const fields = texts.map((text, place) => `"f${place}":"${text}"`).join(',')
    const sent = `{"_id":"odd","_type":"odd",${fields},"constructor":{"prototype":1},"twice":1,"twice":2,"toString":"x"}`
    expect((await mutate(sent)).status).toBe(200)
    const [kept] = (await (await post('/data/query/production', '{"query":"*[_id == \\"odd\\"]"}')).json())
      .result
    expect(kept).toMatchObject(JSON.parse(sent))
    const probe: Record<string, unknown> = {}
    expect(probe.prototype).toBeUndefined()
  })

  it.each([
    '',
    '.',
    'a..b',
    'drafts.',
    '-a',
    'a b',
    'ä',
    'a/b',
    'a\\u0000',
    '\\ud800',
    'x'.repeat(129),
    'x'.repeat(100_000),
  ])('names no document “%s”', async (id) => {
    const isNew = id === '' || id === 'drafts.'
    const created = await mutate(`{"_id":"${id}","_type":"a"}`)
    // A dot at the end, and nothing at all, ask for a new id.
    expect(created.status).toBe(isNew ? 200 : 400)
    const deleted = await post('/data/mutate/production', `{"mutations":[{"delete":{"id":"${id}"}}]}`)
    expect(deleted.status).toBe(400)
  })

  it('asks for ids of any length without harm', async () => {
    const ids = [
      '%00',
      '%ff',
      'a'.repeat(10_000),
      '..%2f..%2fetc',
      '%E2%80%AE',
      "'; DROP TABLE documents; --",
      '%25%32%65',
    ]
    for (const id of ids) {
      const response = await fetch(`${lake.url}/v1/data/doc/production/${id}`)
      expect(response.status).toBe(200)
      expect((await response.json()).documents).toEqual([])
    }
  })
})

describe('addresses', () => {
  const secret = /root:|SQLite format|"readToken"|BEGIN/
  const up = ['..', '%2e%2e', '%2E%2E', '..%00', '%252e%252e', '..%5c', '..\\', '%c0%ae%c0%ae', '.%2e']
  const folders = [
    '/',
    '/static/',
    '/images/meridian/production/',
    '/files/meridian/production/',
    '/images/meridian/',
    '/v1/files/',
  ]
  const targets = ['etc/passwd', 'lake.sqlite', 'secrets.json', 'package.json']

  it('lead out of no folder, however they are written', async () => {
    for (const folder of folders) {
      for (const step of up) {
        for (const slash of ['/', '%2f', '%5c']) {
          const path = `${folder}${`${step}${slash}`.repeat(8)}${targets[(step.length + slash.length) % targets.length]}`
          const answer = await raw(
            `GET ${path} HTTP/1.1\r\nhost: lake\r\naccept: */*\r\nconnection: close\r\n\r\n`,
          )
          expect(`${path} ${/^HTTP\/1\.1 (?:4\d\d)/.test(answer)}`).toBe(`${path} true`)
          expect(answer).not.toMatch(secret)
        }
      }
    }
  }, 30_000)

  it.each([
    ['GET // HTTP/1.1\r\nhost: lake', 404],
    ['GET //evil.example/health HTTP/1.1\r\nhost: lake', 404],
    ['GET /health HTTP/1.1\r\nhost: a b', 400],
    ['GET /health HTTP/1.1\r\nhost: user:password@evil', 400],
    ['GET /health HTTP/1.1\r\nhost: lake/../x', 400],
    ['GET /health HTTP/1.0', 400],
    ['OPTIONS * HTTP/1.1\r\nhost: lake', 400],
    ['TRACE /health HTTP/1.1\r\nhost: lake\r\nx-secret: Bearer secret', 404],
    ['TRACK /health HTTP/1.1\r\nhost: lake', 400],
    ['PURGE /images/meridian/production/a.png HTTP/1.1\r\nhost: lake', 404],
    ['GET /health HTTP/1.1\r\nhost: lake\r\ncontent-length: 1\r\ntransfer-encoding: chunked', 400],
    ['GET /health HTTP/1.1\r\nhost: lake\r\nx: \0', 400],
    [`GET /health HTTP/1.1\r\nhost: lake\r\nx: ${'x'.repeat(17_000)}`, 431],
    [
      'POST /v1/data/doc/production/a HTTP/1.1\r\nhost: lake\r\nx-http-method-override: GET\r\ncontent-length: 2',
      501,
    ],
    ['POST /v1/data/mutate/production?_method=GET HTTP/1.1\r\nhost: lake\r\ncontent-length: 2', 401],
  ])('%s is answered %i', async (head, status) => {
    const body = head.startsWith('POST') ? '{}' : ''
    const answer = await raw(`${head}\r\nconnection: close\r\n\r\n${body}`)
    expect(answer).toContain(`HTTP/1.1 ${status}`)
    expect(answer).not.toContain('Bearer secret')
    expect((await fetch(`${lake.url}/health`)).status).toBe(200)
  })

  it('of another project are not this lake’s, by header, path or host name', async () => {
    const asked = [
      await fetch(`${lake.url}/v1/projects/other`, {
        headers: { authorization: `Bearer ${lake.tokens.viewer}` },
      }),
      await fetch(`${lake.url}/images/other/production/a.png`),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404])
  })

  it('of downloads put nothing into headers but a name', async () => {
    const file = await lake.client('editor').assets.upload('file', Buffer.from('text'), { filename: 'a.txt' })
    const path = new URL(file.url).pathname
    for (const name of [
      'a%0d%0aset-cookie:%20x=1',
      '%22;%20filename=evil.html',
      '%00',
      '%E2%80%AEgnp.exe',
      '../../x',
      'ä'.repeat(300),
    ]) {
      const response = await fetch(`${lake.url}${path}?dl=${name}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w.-]{1,100}"; filename\*=UTF-8''[\w.%!~*'()-]*$/,
      )
    }
  })
})

/** Without saying before how long it will be. */
function sendInPieces(pieces: readonly string[]): Promise<string> {
  const head =
    'POST /v1/data/query/production HTTP/1.1\r\nhost: lake\r\ntransfer-encoding: chunked\r\nconnection: close'
  const chunks = pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
  return raw(`${head}\r\n\r\n${chunks.join('')}0\r\n\r\n`)
}

function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(lake.url).port), '127.0.0.1', () => socket.write(text))
    let heard = ''
    socket.on('data', (piece) => {
      heard += String(piece)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
}
