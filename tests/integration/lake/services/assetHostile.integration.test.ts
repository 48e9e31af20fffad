import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { jest } from '@jest/globals'
import sharp from 'sharp'
import { openImageProcesses } from '../../../../lake/assets/imageProcesses.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'

// Each process that unpacks pictures has to start first, and the machine may be busy.
jest.setTimeout(60_000)

let lake: TestLake
let room: string
beforeAll(async () => {
  lake = await startLake()
  room = await mkdtemp(join(tmpdir(), 'meridian-hostile-'))
})
afterAll(async () => {
  await lake.close()
  await rm(room, { recursive: true, force: true })
})

async function post(body: Buffer | string, kind = 'images', filename = 'photo.jpg') {
  const response = await fetch(`${lake.url}/v1/assets/${kind}/production?filename=${filename}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'image/jpeg' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const { message, document } = await response.json()
  return { status: response.status, message: String(message), document }
}

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a0522d' } })
    .jpeg()
    .toBuffer()

const noise = (width: number, height: number) => {
  const pixels = { width, height, channels: 3 as const, background: '#888888' }
  return sharp({ create: { ...pixels, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .jpeg()
    .toBuffer()
}

/**
 * A grey PNG of any size, whose pixels are one long run: a few kilobytes for many megapixels. An interlaced one
 * has to be in memory whole.
 */
function longRun(width: number, height: number, { depth = 1, isInterlaced = false } = {}): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[12] = isInterlaced ? 1 : 0
  // Seven passes of interlacing have more rows, each with a byte of its own.
  const size = (2 + Math.ceil((width * depth) / 8)) * height
  const rows = deflateSync(Buffer.alloc(Math.min(110_000_000, size)), { level: 1 })
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

const svg = (content: string, attributes = 'width="20" height="20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`

/** Ten shapes that each use the one before ten times: ten thousand million when drawn. */
const endless = svg(
  Array.from(
    { length: 10 },
    (_, level) =>
      `<g id="g${level + 1}">${(level === 0 ? '<rect width="1" height="1"/>' : `<use xlink:href="#g${level}"/>`).repeat(10)}</g>`,
  ).join(''),
)
const entities = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">${Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]>${svg('<text>&a12;</text>')}`

/** A drawing whose filter costs far more than its size. */
const slow = svg(
  `<filter id="f" x="0" y="0" width="1" height="1">${'<feTurbulence baseFrequency="0.9" numOctaves="90"/>'.repeat(40)}</filter><rect width="5000" height="5000" filter="url(#f)"/>`,
  'width="5000" height="5000"',
)

describe('a hostile picture', () => {
  it.each([
    ['of more than a hundred megapixels', () => longRun(10_001, 10_000), /more than 100 megapixels/],
    [
      'of more pixels than there are numbers',
      () => longRun(2_000_000_000, 1, { depth: 0 }).subarray(0, 60),
      /picture/,
    ],
    [
      'as a drawing of more than a hundred megapixels',
      () => svg('', 'width="200000" height="200000"'),
      /picture/,
    ],
    [
      'that breaks off in the middle',
      async () => (await noise(400, 300)).subarray(0, 20_000),
      /damaged|picture/,
    ],
    ['that is a page', () => '<!doctype html><script>alert(1)</script>', /not a picture/],
    [
      'that is a drawing a hundred thousand levels deep',
      () => svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000)),
      /picture/,
    ],
    ['that grows in the reading', () => entities, /picture/],
    ['that is a film', () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), /not a picture/],
  ])('%s is refused in words, and nothing of it stays', async (_what, make, words) => {
    const { status, message } = await post(await make())
    expect([status, message]).toEqual([400, expect.stringMatching(words)])
    expect(await readdir(join(lake.dataDir, 'incoming'))).toEqual([])
    expect((await fetch(`${lake.url}/health`)).status).toBe(200)
  })

  it('may be large on few bytes, and readers are answered while it is unpacked', async () => {
    const uploads = Promise.all([longRun(9999, 9999), longRun(9998, 9999)].map((body) => post(body)))
    let isOver = false
    void uploads.finally(() => {
      isOver = true
    })
    const answered: number[] = []
    while (!isOver) answered.push((await fetch(`${lake.url}/health`)).status)
    expect((await uploads).map(({ status }) => status)).toEqual([200, 200])
    expect(answered.length).toBeGreaterThan(10)
    expect(new Set(answered)).toEqual(new Set([200]))
  })

  it('that is a page too is stored and served as a picture, and never as a page', async () => {
    const both = Buffer.concat([await jpeg(30, 20), Buffer.from('<script>alert(document.cookie)</script>')])
    const { status, document } = await post(both, 'images', 'page.html')
    expect([status, document.extension, document.mimeType]).toEqual([200, 'jpg', 'image/jpeg'])
    const served = await fetch(document.url)
    expect(served.headers.get('content-type')).toBe('image/jpeg')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    const shown = Buffer.from(await (await fetch(`${document.url}?w=10`)).arrayBuffer())
    expect(shown.includes('script')).toBe(false)
  })

  it('reads no file of this machine, nor one of the pictures beside it', async () => {
    const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer()
    const secret = join(room, 'secret.png')
    await writeFile(secret, red)
    const beside = (await post(red)).document.path.split('/').at(-1)
    const references = [`file://${secret}`, secret, beside, `./${beside}`]
      .map((address) => `<image width="20" height="20" xlink:href="${address}"/>`)
      .join('')
    const { document } = await post(svg(references), 'images', 'map.svg')
    const drawn = Buffer.from(await (await fetch(`${document.url}?fm=png&w=20`)).arrayBuffer())
    const { channels } = await sharp(drawn).stats()
    expect(channels.map(({ max }) => max)).toEqual([0, 0, 0, 0])
  })

  it('under another dataset’s or project’s address is not there', async () => {
    const { document } = await post(await jpeg(31, 20))
    for (const wrong of [
      document.url.replace('/production/', '/elsewhere/'),
      document.url.replace('/meridian/', '/other/'),
      `${document.url.replace('/production/', '/elsewhere/')}?w=10`,
    ]) {
      expect((await fetch(wrong)).status).toBe(404)
    }
  })
})

describe('what the lake does not do with uploads', () => {
  it.each([
    '/v1/assets/images/production/from-url',
    '/v1/assets/files/production/from-url',
    '/v1/media-libraries/ml/upload',
  ])('says so at %s', async (path) => {
    const answer = await fetch(`${lake.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'application/json' },
      body: '{"url": "http://localhost/x.png"}',
    })
    expect(answer.status).toBe(501)
    expect((await answer.json()).message).toMatch(/is not part of the embedded content lake/)
  })
})

describe('the processes that unpack pictures', () => {
  const limits = { places: 1, queue: 1, memory: 1024 ** 3, time: 60_000, rest: 60_000 }
  let good: string
  beforeAll(async () => {
    good = join(room, 'good.jpg')
    await writeFile(good, await jpeg(30, 20))
  })
  const describing = (path: string) => ({ kind: 'describe' as const, path, parts: [] })

  it.each([
    ['whose filters are drawn for minutes', slow],
    ['whose shapes are drawn for ever', endless],
  ])('are ended at a drawing %s, and the next picture is unpacked', async (_what, drawing) => {
    const path = join(room, 'slow.svg')
    await writeFile(path, drawing)
    const processes = openImageProcesses({ ...limits, time: 1500 })
    await expect(processes.run(describing(path))).rejects.toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/takes longer/) },
    })
    expect(await processes.run(describing(good))).toMatchObject({ description: { extension: 'jpg' } })
    await processes.close()
  })

  it('end themselves when a picture takes more memory than one may, and the next picture is unpacked', async () => {
    const path = join(room, 'interlaced.png')
    await writeFile(path, longRun(9999, 9999, { depth: 8, isInterlaced: true }))
    const processes = openImageProcesses({ ...limits, memory: 150 * 1024 ** 2 })
    await expect(processes.run(describing(path))).rejects.toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/more memory/) },
    })
    expect(await processes.run(describing(good))).toMatchObject({ description: { extension: 'jpg' } })
    await processes.close()
  })

  it('refuse more work than may wait, and none is forgotten', async () => {
    const processes = openImageProcesses(limits)
    const asked = Array.from({ length: 5 }, () =>
      processes.run(describing(good)).then(
        () => 200,
        (error) => error.status,
      ),
    )
    expect((await Promise.all(asked)).toSorted()).toEqual([200, 200, 503, 503, 503])
    await processes.close()
  })

  it('answer those who wait when the lake is stopped', async () => {
    const processes = openImageProcesses(limits)
    const asked = [1, 2].map(() =>
      expect(processes.run(describing(good))).rejects.toMatchObject({ status: 503 }),
    )
    await processes.close()
    await Promise.all(asked)
  })
})
