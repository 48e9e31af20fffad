import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { createImageUrlBuilder } from '@sanity/image-url'
import sharp from 'sharp'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

// Each process that unpacks pictures has to start first, and the machine may be busy.
jest.setTimeout(60_000)

let lake: TestLake
let photo: { _id: string; url: string }

beforeAll(async () => {
  lake = await startLake()
  photo = await lake
    .client('editor')
    .assets.upload('image', await leftRedRightBlue(900, 600), { filename: 'two-halves.jpg' })
})
afterAll(() => lake.close())

/** A picture whose halves can be told apart after any cut. */
function leftRedRightBlue(width: number, height: number): Promise<Buffer> {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } }
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer()
}

async function fetchPicture(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${photo.url}${query}`, { headers })
  const data = Buffer.from(await response.arrayBuffer())
  const { width, height, format } = await sharp(data).metadata()
  return { response, data, width, height, format }
}

/** The colour of one point, `red` or `blue`, so far as JPEG lets them be. */
async function colourAt(data: Buffer, left: number, top: number): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(data).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return red > blue ? 'red' : 'blue'
}

describe('uploading a picture', () => {
  it('makes the document that the hosted service makes', async () => {
    const sha1 = photo._id.split('-')[1]
    expect(await lake.client().getDocument(photo._id)).toMatchObject({
      _id: `image-${sha1}-900x600-jpg`,
      _type: 'sanity.imageAsset',
      assetId: sha1,
      sha1hash: sha1,
      extension: 'jpg',
      mimeType: 'image/jpeg',
      originalFilename: 'two-halves.jpg',
      path: `images/meridian/production/${sha1}-900x600.jpg`,
      url: `${lake.url}/images/meridian/production/${sha1}-900x600.jpg`,
      metadata: {
        dimensions: { width: 900, height: 600, aspectRatio: 1.5 },
        hasAlpha: false,
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        blurHash: expect.stringMatching(/^.{20,}$/),
        palette: { dominant: { background: expect.stringMatching(/^#[0-9a-f]{6}$/) } },
      },
    })
  })

  it('finds the first document when the same bytes come again, whatever they are called', async () => {
    const again = await lake
      .client('editor')
      .assets.upload('image', await leftRedRightBlue(900, 600), { filename: 'b.png' })
    expect(again._id).toBe(photo._id)
    expect(again.originalFilename).toBe('two-halves.jpg')
    expect(await lake.client('editor').fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  })

  it('goes by the bytes, not by the name or the header', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 4, background: '#00ff0080' } })
      .png()
      .toBuffer()
    const options = { filename: 'lie.jpg', contentType: 'image/jpeg' }
    const document = await lake.client('editor').assets.upload('image', png, options)
    expect(document).toMatchObject({
      extension: 'png',
      mimeType: 'image/png',
      metadata: { hasAlpha: true, isOpaque: false },
    })
  })

  it('measures a picture as it is seen when the camera was held upright', async () => {
    const sideways = await sharp(await leftRedRightBlue(300, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const document = await lake.client('editor').assets.upload('image', sideways)
    expect(document.metadata.dimensions).toMatchObject({ width: 200, height: 300 })
    const shown = await sharp(
      Buffer.from(await (await fetch(`${document.url}?w=100`)).arrayBuffer()),
    ).metadata()
    expect([shown.width, shown.height]).toEqual([100, 150])
  })

  it.each([
    ['text', 'this is no picture'],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['nothing', ''],
  ])('refuses %s in words and leaves no file behind', async (_what, body) => {
    const response = await fetch(`${lake.url}/v1/assets/images/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'image/jpeg' },
      body,
    })
    expect(response.status).toBe(400)
    expect((await response.json()).message).toMatch(/picture|empty/)
    expect(await readdir(join(lake.dataDir, 'incoming'))).toEqual([])
  })

  it('refuses more than a hundred megabytes before it has read them', async () => {
    const response = await fetch(`${lake.url}/v1/assets/files/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}` },
      body: new Uint8Array(100 * 1024 * 1024 + 1),
    }).catch(() => undefined)
    expect(response?.status ?? 413).toBe(413)
    expect(await readdir(join(lake.dataDir, 'incoming'))).toEqual([])
  })

  it('is for writers only, and for datasets that exist', async () => {
    const upload = (role: 'viewer' | undefined, dataset = 'production') =>
      lake.client(role, { dataset }).assets.upload('file', Buffer.from('x'), { filename: 'x.txt' })
    await expect(upload(undefined)).rejects.toMatchObject({ statusCode: 401 })
    await expect(upload('viewer')).rejects.toMatchObject({ statusCode: 403 })
    const elsewhere = lake.client('editor', { dataset: 'nowhere' }).assets.upload('file', Buffer.from('x'))
    await expect(elsewhere).rejects.toMatchObject({ statusCode: 404 })
  })
})

describe('a picture at its address', () => {
  it('is the very bytes when nothing is asked of it', async () => {
    const { response, data } = await fetchPicture('')
    expect(data.equals(await leftRedRightBlue(900, 600))).toBe(true)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each([
    ['?w=300', 300, 200],
    ['?h=300', 450, 300],
    ['?w=300&dpr=2', 600, 400],
    ['?w=1800', 1800, 1200],
    ['?w=1800&fit=max', 900, 600],
    ['?w=300&h=300', 300, 200],
    ['?w=300&h=300&fit=crop', 300, 300],
    ['?w=300&h=300&fit=scale', 300, 300],
    ['?w=300&h=300&fit=fill&bg=ffffff', 300, 300],
    ['?w=1200&h=1200&fit=min', 600, 600],
    ['?w=1200&h=1200&fit=max', 900, 600],
    ['?rect=0,0,450,600&h=300', 225, 300],
    ['?or=90', 600, 900],
    ['?or=90&w=200', 200, 300],
  ])('is %s pixels as asked', async (query, width, height) => {
    const picture = await fetchPicture(query)
    expect(picture.response.status).toBe(200)
    expect([picture.width, picture.height]).toEqual([width, height])
  })

  it('is cut around the hotspot', async () => {
    const left = await fetchPicture('?w=100&h=100&fit=crop&crop=focalpoint&fp-x=0.2&fp-y=0.5')
    const right = await fetchPicture('?w=100&h=100&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5')
    expect(await colourAt(left.data, 70, 50)).toBe('red')
    expect(await colourAt(right.data, 30, 50)).toBe('blue')
  })

  it('is cut from the side that is named', async () => {
    expect(await colourAt((await fetchPicture('?w=50&h=100&fit=crop&crop=left')).data, 45, 50)).toBe('red')
    expect(await colourAt((await fetchPicture('?w=50&h=100&fit=crop&crop=top,right')).data, 5, 50)).toBe(
      'blue',
    )
  })

  it('is cut to the rectangle first', async () => {
    const { data, width, height } = await fetchPicture('?rect=450,0,450,600&w=90')
    expect([width, height]).toEqual([90, 120])
    expect(await colourAt(data, 5, 60)).toBe('blue')
  })

  it('is mirrored, turned and inverted', async () => {
    expect(await colourAt((await fetchPicture('?w=90&flip=h')).data, 10, 30)).toBe('blue')
    expect(await colourAt((await fetchPicture('?w=90&or=180')).data, 10, 30)).toBe('blue')
    const inverted = (await fetchPicture('?w=90&invert=true&fm=png')).data
    const [red = 255, green = 0] = await sharp(inverted)
      .extract({ left: 10, top: 30, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect([red < 20, green > 235]).toEqual([true, true])
  })

  it.each([
    ['image/avif,image/webp,*/*', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['image/avif;q=0,image/webp', 'image/webp'],
    ['image/png,*/*', 'image/jpeg'],
    ['', 'image/jpeg'],
  ])('is for browsers that say "%s", where the address leaves it open, %s', async (accept, type) => {
    for (const open of ['auto=format', 'fm=auto']) {
      const { response, format } = await fetchPicture(`?w=120&${open}`, { accept })
      expect(response.headers.get('content-type')).toBe(type)
      expect(type).toContain(format === 'heif' ? 'avif' : format)
      expect(response.headers.get('vary')).toContain('Accept')
    }
  })

  it('has another tag in another format, and no Vary where the address says the format', async () => {
    const modern = await fetchPicture('?w=120&auto=format', { accept: 'image/avif' })
    const old = await fetchPicture('?w=120&auto=format', { accept: '*/*' })
    expect(modern.response.headers.get('etag')).not.toBe(old.response.headers.get('etag'))
    const said = await fetchPicture('?w=120&fm=webp', { accept: 'image/avif' })
    expect(said.response.headers.get('content-type')).toBe('image/webp')
    expect(said.response.headers.get('vary') ?? '').not.toContain('Accept')
  })

  it.each([
    ['?w=60&fm=png', 'png'],
    ['?w=60&fm=webp', 'webp'],
    ['?w=60&fm=avif', 'heif'],
    ['?w=60&fm=pjpg', 'jpeg'],
  ])('is in the format of %s', async (query, format) => {
    expect((await fetchPicture(query)).format).toBe(format)
  })

  it('is smaller at a lower quality', async () => {
    const fine = await fetchPicture('?w=400&q=95')
    const coarse = await fetchPicture('?w=400&q=10')
    expect(coarse.data.length).toBeLessThan(fine.data.length)
  })

  it('need not be sent again to who has it', async () => {
    const { response } = await fetchPicture('?w=77')
    const etag = response.headers.get('etag') ?? ''
    expect((await fetch(`${photo.url}?w=77`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(`${photo.url}?w=78`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('is made once, however many ask for it at once, and kept', async () => {
    const before = await readdir(join(lake.dataDir, 'cache', 'images'))
    const asked = await Promise.all(Array.from({ length: 20 }, () => fetchPicture('?w=123')))
    expect(new Set(asked.map(({ data }) => data.toString('base64'))).size).toBe(1)
    const after = await readdir(join(lake.dataDir, 'cache', 'images'))
    expect(after.length - before.length).toBe(1)
  })

  it('answers HEAD with its size and no body', async () => {
    const response = await fetch(`${photo.url}?w=50`, { method: 'HEAD' })
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
    expect(await response.text()).toBe('')
  })

  it('is a download under the name that is asked for', async () => {
    const { response } = await fetchPicture('?w=50&dl=Ararat%20am%20Morgen.jpg')
    expect(response.headers.get('content-disposition')).toContain(
      'attachment; filename="Ararat_am_Morgen.jpg"',
    )
  })

  it.each(['?w=99999', '?w=abc', '?rect=1,2', '?fit=squeeze', '?bg=zz', '?or=45'])(
    'says what makes no sense in %s',
    async (query) => {
      const response = await fetch(`${photo.url}${query}`)
      expect(response.status).toBe(400)
      expect((await response.json()).message).toContain(`"${query.slice(1).split('=')[0]}"`)
    },
  )

  it('is not found under a name that is none, nor outside its folder', async () => {
    const base = `${lake.url}/images/meridian/production`
    for (const name of [`${'0'.repeat(40)}-9x9.jpg`, 'x.jpg', '..%2F..%2Flake.sqlite', '%00']) {
      expect((await fetch(`${base}/${name}?w=10`)).status).toBe(404)
    }
    const elsewhere = photo.url.replace('/meridian/', '/somebody/')
    expect((await fetch(elsewhere)).status).toBe(404)
  })

  it('is where image-url leads, hotspot and all', async () => {
    const picture = { asset: { _ref: photo._id }, hotspot: { x: 0.9, y: 0.5, width: 0.2, height: 0.4 } }
    const url = createImageUrlBuilder(lake.client()).image(picture).width(120).height(120).url()
    expect(url).toContain(`${lake.url}/images/meridian/production/`)
    const data = Buffer.from(await (await fetch(url)).arrayBuffer())
    const { width, height } = await sharp(data).metadata()
    expect([width, height]).toEqual([120, 120])
    expect(await colourAt(data, 36, 60)).toBe('blue')
  })
})

describe('what an upload cannot do', () => {
  const hostile =
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><script>alert(1)</script><rect width="20" height="10" fill="red"/></svg>'

  it('run scripts from an SVG', async () => {
    const document = await lake
      .client('editor')
      .assets.upload('image', Buffer.from(hostile), { filename: 'map.svg' })
    expect(document._id).toMatch(/-20x10-svg$/)
    const response = await fetch(document.url)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const drawn = await sharp(
      Buffer.from(await (await fetch(`${document.url}?w=40&fm=png`)).arrayBuffer()),
    ).metadata()
    expect([drawn.format, drawn.width]).toEqual(['png', 40])
  })

  it('be a page of this origin', async () => {
    const page = '<script>alert(document.cookie)</script>'
    const document = await lake
      .client('editor')
      .assets.upload('file', Buffer.from(page), { filename: 'page.html' })
    const response = await fetch(document.url)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(await response.text()).toBe(page)
  })
})

describe('a file', () => {
  it('has the hosted document, and a part of it can be asked for', async () => {
    const document = await lake
      .client('editor')
      .assets.upload('file', Buffer.from('0123456789'), { filename: 'a film.mp4' })
    expect(document).toMatchObject({
      _type: 'sanity.fileAsset',
      extension: 'mp4',
      mimeType: 'video/mp4',
      size: 10,
    })
    const part = await fetch(document.url, { headers: { range: 'bytes=2-4' } })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ])
    expect((await fetch(document.url, { headers: { range: 'bytes=50-' } })).status).toBe(416)
    expect(part.headers.get('content-disposition')).toBeNull()
    expect((await fetch(`${document.url}?dl`)).headers.get('content-disposition')).toContain('attachment')
  })
})

describe('taking a picture down', () => {
  it('removes it from its address, in every size', async () => {
    const client = lake.client('editor')
    const made = await client.assets.upload('image', await leftRedRightBlue(60, 40))
    expect((await fetch(`${made.url}?w=30`)).status).toBe(200)
    const cached = await readdir(join(lake.dataDir, 'cache', 'images'))
    expect(cached.filter((name) => name.includes(made.assetId))).toHaveLength(1)
    const response = await fetch(`${lake.url}/v1/assets/images/production/${made._id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${lake.tokens.editor}` },
    })
    expect(response.status).toBe(200)
    await waitFor(async () => {
      expect((await fetch(made.url)).status).toBe(404)
      expect((await fetch(`${made.url}?w=30`)).status).toBe(404)
      const kept = await readdir(join(lake.dataDir, 'cache', 'images'))
      expect(kept.filter((name) => name.includes(made.assetId))).toEqual([])
    })
  })

  it('removes the file too when only the document is deleted, as the Studio does it', async () => {
    const client = lake.client('editor')
    const made = await client.assets.upload('image', await leftRedRightBlue(80, 40))
    await client.delete(made._id)
    await waitFor(async () => expect((await fetch(made.url)).status).toBe(404))
  })

  it('is refused while an article shows it', async () => {
    const client = lake.client('editor')
    const made = await client.assets.upload('image', await leftRedRightBlue(100, 40))
    await client.create({ _type: 'article', mainMedia: { asset: { _type: 'reference', _ref: made._id } } })
    await expect(client.delete(made._id)).rejects.toMatchObject({ statusCode: 409 })
    expect((await fetch(made.url)).status).toBe(200)
  })
})
