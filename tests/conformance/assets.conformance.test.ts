import { createHash } from 'node:crypto'
import { z } from 'zod'
import { quarters } from '../support/conformancePictures.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const assets = () => target().client().assets
const sha1Of = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
// The mark makes the bytes of this run its own: in a shared dataset nobody else has uploaded them.
const marked = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(target().mark)])

describe('an uploaded picture', () => {
  it('has a document that names it by what it is', async () => {
    const picture = marked(await quarters(640, 400))
    const filename = `${target().mark}-quarters.png`
    const document = await assets().upload('image', picture, {
      filename,
      title: 'Quarters',
      label: 'four',
      description: 'Four quarters',
      creditLine: 'Us',
      source: { id: 'q1', name: 'tests', url: 'https://example.com/q1' },
    })
    const { projectId, dataset } = target()
    const sha1 = sha1Of(picture)
    expect(document).toMatchObject({
      _id: `image-${sha1}-640x400-png`,
      _type: 'sanity.imageAsset',
      assetId: sha1,
      sha1hash: sha1,
      extension: 'png',
      mimeType: 'image/png',
      size: picture.length,
      originalFilename: filename,
      title: 'Quarters',
      label: 'four',
      description: 'Four quarters',
      creditLine: 'Us',
      source: { id: 'q1', name: 'tests', url: 'https://example.com/q1' },
      path: `images/${projectId}/${dataset}/${sha1}-640x400.png`,
      uploadId: expect.stringMatching(/./),
    })
    expect(document.url).toMatch(new RegExp(`^https?://.+/${document.path}$`))
    expect(await target().client().getDocument(document._id)).toMatchObject({ _id: document._id })
  })

  it('is described: its measures, colours and a small image of itself', async () => {
    const { metadata } = await assets().upload('image', marked(await quarters(600, 400)), {
      filename: `${target().mark}-described.png`,
      extract: ['blurhash', 'lqip', 'palette'],
    })
    expect(metadata).toMatchObject({
      _type: 'sanity.imageMetadata',
      dimensions: { _type: 'sanity.imageDimensions', width: 600, height: 400, aspectRatio: 1.5 },
      lqip: expect.stringMatching(/^data:image\/(jpeg|png|webp);base64,/),
      blurHash: expect.stringMatching(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{6,}$/),
      hasAlpha: false,
      isOpaque: true,
      palette: { _type: 'sanity.imagePalette' },
    })
    const swatch = {
      _type: 'sanity.imagePaletteSwatch',
      background: expect.stringMatching(/^#[0-9a-f]{6}$/),
      foreground: expect.stringMatching(/^#[0-9a-f]{3,6}$/),
      title: expect.stringMatching(/^#[0-9a-f]{3,6}$/),
      population: expect.any(Number),
    }
    const { _type, ...swatches } = z.record(z.string(), z.unknown()).parse(metadata.palette)
    expect(Object.keys(swatches)).toContain('dominant')
    expect(Object.values(swatches)).toEqual(Object.values(swatches).map(() => swatch))
  })

  it('is described only so far as was asked', async () => {
    const { metadata } = await assets().upload('image', marked(await quarters(300, 200)), {
      filename: `${target().mark}-plain.png`,
      extract: [],
    })
    expect(metadata).toMatchObject({ dimensions: { width: 300, height: 200 } })
    expect(metadata).not.toHaveProperty('palette')
    expect(metadata).not.toHaveProperty('lqip')
  })

  it('is there once, however often it comes', async () => {
    const picture = marked(await quarters(200, 100))
    const first = await assets().upload('image', picture, { filename: `${target().mark}-first.png` })
    const second = await assets().upload('image', picture, { filename: `${target().mark}-second.png` })
    expect(second._id).toBe(first._id)
    expect(second.originalFilename).toBe(first.originalFilename)
  })

  it('is read back byte by byte at its address', async () => {
    const picture = marked(await quarters(120, 80))
    const { url } = await assets().upload('image', picture, { filename: `${target().mark}-back.png` })
    const response = await fetch(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toContain('max-age=31536000')
    expect(Buffer.from(await response.arrayBuffer()).equals(picture)).toBe(true)
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(picture.length)])
  })

  it('is called jpg when it is a JPEG', async () => {
    const picture = await quarters(160, 80, 'jpeg')
    const document = await assets().upload('image', picture, { filename: `${target().mark}.jpeg` })
    expect(document).toMatchObject({
      extension: 'jpg',
      mimeType: 'image/jpeg',
      _id: expect.stringMatching(/-160x80-jpg$/),
    })
  })

  it('is refused when it is none', async () => {
    await expect(
      assets().upload('image', Buffer.from(`no picture ${target().mark}`), {
        filename: 'x.png',
        contentType: 'image/png',
      }),
    ).rejects.toMatchObject({ statusCode: 400 })
  })

  it('can be referenced, and then not be deleted', async () => {
    const { client, id, type } = target()
    const { _id } = await assets().upload('image', marked(await quarters(100, 60)), {
      filename: `${target().mark}-held.png`,
    })
    const picture = { _type: 'image', asset: { _type: 'reference', _ref: _id } }
    await client().create({ _id: id('shows'), _type: type('article'), picture })
    expect(
      await client().fetch('*[_id == $id][0].picture.asset->metadata.dimensions.width', { id: id('shows') }),
    ).toBe(100)
    await expect(client().delete(_id)).rejects.toMatchObject({ statusCode: 409 })
    await client().delete(id('shows'))
    await client().delete(_id)
    expect(await client().getDocument(_id)).toBeUndefined()
  })
})

describe('an uploaded file', () => {
  it('has a document and an address', async () => {
    const { dataset, mark, projectId } = target()
    const text = Buffer.from(`Press release ${mark}`)
    const sha1 = sha1Of(text)
    const document = await assets().upload('file', text, {
      filename: `${mark}.txt`,
      contentType: 'text/plain',
    })
    expect(document).toMatchObject({
      _id: `file-${sha1}-txt`,
      _type: 'sanity.fileAsset',
      assetId: sha1,
      sha1hash: sha1,
      extension: 'txt',
      mimeType: 'text/plain',
      size: text.length,
      originalFilename: `${mark}.txt`,
      path: `files/${projectId}/${dataset}/${sha1}.txt`,
    })
    const response = await fetch(document.url)
    expect(await response.text()).toBe(text.toString())
    expect(response.headers.get('content-type')).toContain('text/plain')
  })

  it('is downloaded under a name when asked to', async () => {
    const { mark } = target()
    const { url } = await assets().upload('file', Buffer.from(`Download ${mark}`), {
      filename: `${mark}-d.txt`,
    })
    const response = await fetch(`${url}?dl=notes.txt`)
    await response.arrayBuffer()
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;.*notes\.txt/)
  })

  it('can be read in pieces, as players of sound and film do', async () => {
    const { mark } = target()
    const { url } = await assets().upload('file', Buffer.from(`0123456789 ${mark}`), {
      filename: `${mark}-p.txt`,
    })
    const response = await fetch(url, { headers: { range: 'bytes=2-5' } })
    expect([response.status, await response.text()]).toEqual([206, '2345'])
    expect(response.headers.get('content-range')).toMatch(/^bytes 2-5\//)
  })
})

describe('uploading', () => {
  it('needs a token', async () => {
    const { stranger, mark } = target()
    await expect(
      stranger().assets.upload('file', Buffer.from(mark), { filename: 'x.txt' }),
    ).rejects.toMatchObject({
      statusCode: expect.any(Number),
    })
    const { ask, dataset } = target()
    const init = {
      method: 'POST',
      body: Buffer.from(mark),
      headers: { 'content-type': 'text/plain' },
      token: null,
    }
    expect([401, 403]).toContain((await ask(`/assets/files/${dataset}?filename=x.txt`, init)).status)
  })

  it('what is not there is 404', async () => {
    const { client, dataset, projectId } = target()
    const { url } = await assets().upload('image', marked(await quarters(60, 40)), {
      filename: `${target().mark}-o.png`,
    })
    const { origin } = new URL(url)
    const nowhere = `${origin}/images/${projectId}/${dataset}/${'0'.repeat(40)}-10x10.png`
    expect((await fetch(nowhere)).status).toBe(404)
    expect(client().config().dataset).toBe(dataset)
  })
})
