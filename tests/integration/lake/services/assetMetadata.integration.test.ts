import { jest } from '@jest/globals'
import sharp from 'sharp'
import { startLake, type TestLake } from '../../../support/lake.ts'

// Each process that unpacks pictures has to start first, and the machine may be busy.
jest.setTimeout(60_000)

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

/** A photograph as a telephone writes it: who took it, how, and where. `shade` makes its bytes its own. */
function photograph(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 90, b: 60 } } })
    .withExif({
      IFD0: { Make: 'Acme', Model: 'Phone 3', Software: 'Photos 1', DateTime: '2026:03:01 10:20:30' },
      IFD2: {
        FNumber: '18/10',
        ISOSpeedRatings: '250',
        FocalLengthIn35mmFilm: '26',
        DateTimeOriginal: '2026:03:01 10:20:30',
        ExposureTime: '1/50',
      },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '40/1 10/1 3000/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '44/1 30/1 0/1',
        GPSAltitude: '9895/10',
      },
    })
    .jpeg()
    .toBuffer()
}

let shade = 0
async function upload(parts?: ('exif' | 'image' | 'location' | 'palette' | 'lqip' | 'blurhash' | 'none')[]) {
  shade += 10
  const document = await lake.client('editor').assets.upload('image', await photograph(shade), {
    ...(parts ? { extract: parts } : {}),
  })
  const metadata: Record<string, unknown> = document.metadata
  return metadata
}

const post = (query: string, body: Uint8Array<ArrayBuffer>) =>
  fetch(`${lake.url}/v1/assets/images/production${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lake.tokens.editor}` },
    body,
  })

describe('what an uploaded picture says of itself', () => {
  it('is its size and its previews when nothing is asked, and nothing that the camera wrote', async () => {
    const metadata = await upload()
    expect(Object.keys(metadata).toSorted()).toEqual([
      '_type',
      'blurHash',
      'dimensions',
      'hasAlpha',
      'isOpaque',
      'lqip',
      'palette',
      'thumbHash',
    ])
    expect(metadata.thumbHash).toMatch(/^[A-Za-z0-9+/]{20,40}={0,2}$/)
  })

  it('is only what is asked', async () => {
    expect(Object.keys(await upload(['palette'])).toSorted()).toEqual([
      '_type',
      'dimensions',
      'hasAlpha',
      'isOpaque',
      'palette',
    ])
    expect(await upload([])).toEqual({
      _type: 'sanity.imageMetadata',
      dimensions: { _type: 'sanity.imageDimensions', width: 60, height: 40, aspectRatio: 1.5 },
      hasAlpha: false,
      isOpaque: true,
    })
  })

  it('is the camera in the hosted service’s words when that is asked', async () => {
    const { exif, image } = await upload(['exif', 'image'])
    expect(image).toMatchObject({
      _type: 'sanity.imageExifTags',
      Make: 'Acme',
      Model: 'Phone 3',
      ModifyDate: '2026-03-01T10:20:30.000Z',
    })
    expect(exif).toMatchObject({
      _type: 'sanity.imageExifMetadata',
      FNumber: 1.8,
      ISO: 250,
      FocalLengthIn35mmFormat: 26,
      ExposureTime: 0.02,
      DateTimeOriginal: '2026-03-01T10:20:30.000Z',
    })
  })

  it('is the place only when the place is asked', async () => {
    const { location } = await upload(['location'])
    expect(location).toEqual({ _type: 'geopoint', lat: -(40 + 10 / 60 + 30 / 3600), lng: 44.5, alt: 989.5 })
    const others = JSON.stringify([await upload(), await upload(['exif', 'image', 'palette'])])
    expect(others).not.toMatch(/GPS|location|geopoint|44\.5/)
  })

  it('is not told by the pictures that readers are shown', async () => {
    const document = await lake.client('editor').assets.upload('image', await photograph(200))
    for (const query of ['?w=30', '?fm=webp', '?auto=format', '?fm=png&or=90']) {
      const made = await fetch(`${document.url}${query}`, { headers: { accept: 'image/avif' } })
      expect((await sharp(Buffer.from(await made.arrayBuffer())).metadata()).exif).toBeUndefined()
    }
  })

  it('cannot be asked for what there is not', async () => {
    const answer = await post('?meta=palette&meta=soul', new Uint8Array(await photograph(210)))
    expect(answer.status).toBe(400)
    expect((await answer.json()).message).toMatch(/"meta" is one of .*location/)
  })

  it('leaves a camera’s nonsense out', async () => {
    const whole = await photograph(220)
    const block = whole.indexOf('Exif\0\0')
    const length = whole.readUInt16BE(block - 2)
    // Every value of every entry points somewhere else; the picture itself is not touched.
    for (let at = block + 16; at < block - 2 + length; at += 3) whole[at] = 0xff
    const answer = await post('?meta=exif&meta=image&meta=location', new Uint8Array(whole))
    expect(answer.status).toBe(200)
    expect((await answer.json()).document.metadata).toMatchObject({ dimensions: { width: 60, height: 40 } })
  })

  it('tells whether anything shows through', async () => {
    const at = async (alpha: number) => {
      const pixel = {
        create: { width: 9, height: 9, channels: 4 as const, background: { r: 9, g: 9, b: 9, alpha } },
      }
      const document = await lake.client('editor').assets.upload('image', await sharp(pixel).png().toBuffer())
      return [document.metadata.hasAlpha, document.metadata.isOpaque]
    }
    expect(await at(0.5)).toEqual([true, false])
    expect(await at(1)).toEqual([true, true])
  })
})
