import { createImageUrlBuilder, type ImageUrlBuilder } from '@sanity/image-url'
import sharp from 'sharp'
import { colourAt, quarters, quartersOf } from '../support/conformancePictures.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
let asset: { _id: string; url: string }

beforeAll(async () => {
  const { client, mark } = target()
  asset = await client().assets.upload('image', await quarters(1200, 800), {
    filename: `${mark}-quarters.png`,
  })
}, 60_000)

/** What an address of the picture gives; `build` is Sanity's own builder of addresses. */
async function picture(
  build: (image: ImageUrlBuilder) => ImageUrlBuilder,
  source: object = {},
  init: RequestInit = {},
) {
  const whole = { _type: 'image', asset: { _type: 'reference', _ref: asset._id }, ...source }
  const address = build(createImageUrlBuilder(target().client()).image(whole)).url()
  return fetchPicture(address, init)
}

async function fetchPicture(address: string, init: RequestInit = {}) {
  const response = await fetch(address, init)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (!response.ok) throw new Error(`${response.status}: ${bytes}`)
  const { width, height, format, hasAlpha } = await sharp(bytes).metadata()
  const type = response.headers.get('content-type')
  return { address, bytes, size: [width, height], format, hasAlpha, type, headers: response.headers }
}

const hotspot = (x: number, y: number, width = 0.2, height = 0.2) => ({
  hotspot: { _type: 'sanity.imageHotspot', x, y, width, height },
})
const crop = (top: number, right: number, bottom: number, left: number) => ({
  crop: { _type: 'sanity.imageCrop', top, right, bottom, left },
})

describe('the size of a picture', () => {
  it.each<[query: string, size: number[]]>([
    ['w=300', [300, 200]],
    ['h=200', [300, 200]],
    ['w=100&dpr=2', [200, 133]],
    ['w=400&h=100&fit=crop', [400, 100]],
    ['w=400&h=100&fit=clip', [150, 100]],
    ['w=400&h=100&fit=max', [150, 100]],
    ['w=2400&h=2400&fit=max', [1200, 800]],
    ['w=300&h=300&fit=min', [300, 300]],
    ['w=2400&h=2400&fit=min', [800, 800]],
    ['w=300&h=300&fit=scale', [300, 300]],
    ['w=300&h=300&fit=fill&bg=ff0000', [300, 300]],
    ['w=2000&h=2000&fit=fillmax&bg=ff0000', [2000, 2000]],
  ])('%s', async (query, size) => {
    expect((await fetchPicture(`${asset.url}?${query}`)).size).toEqual(size)
  })

  it('from Sanity’s builder is what was asked, cut and not bent', async () => {
    const { bytes, size } = await picture((image) => image.size(120, 60))
    expect(size).toEqual([120, 60])
    expect(await quartersOf(bytes)).toBe('red green blue white')
  })

  it('fit=fill keeps the whole picture in the middle', async () => {
    const { bytes } = await fetchPicture(`${asset.url}?w=300&h=300&fit=fill&bg=ff0000`)
    expect(await colourAt(bytes, 0.75, 0.02)).toBe('red')
    expect(await colourAt(bytes, 0.75, 0.4)).toBe('green')
    expect(await colourAt(bytes, 0.25, 0.6)).toBe('blue')
    expect(await colourAt(bytes, 0.25, 0.98)).toBe('red')
  })

  it('fit=fillmax puts it there in its own size', async () => {
    const { bytes } = await fetchPicture(`${asset.url}?w=2400&h=1600&fit=fillmax&bg=ff0000`)
    expect(await colourAt(bytes, 0.7, 0.2)).toBe('red')
    expect(await colourAt(bytes, 0.7, 0.3)).toBe('green')
  })
})

describe('what of a picture is shown', () => {
  it('rect cuts out a rectangle', async () => {
    const { bytes, size } = await picture((image) => image.rect(0, 400, 600, 400))
    expect(size).toEqual([600, 400])
    expect(await colourAt(bytes, 0.5, 0.5)).toBe('blue')
  })

  it.each<[Parameters<ImageUrlBuilder['crop']>[0], string]>([
    ['top', 'red'],
    ['left', 'red'],
    ['bottom', 'blue'],
    ['right', 'green'],
  ])('crop=%s keeps that side', async (side, corner) => {
    const tall = side === 'left' || side === 'right'
    const { bytes } = await picture((image) =>
      image
        .size(tall ? 200 : 600, tall ? 400 : 100)
        .fit('crop')
        .crop(side),
    )
    const [across, down] = [side === 'right' ? 0.9 : 0.1, side === 'bottom' ? 0.9 : 0.1]
    expect(await colourAt(bytes, across, down)).toBe(corner)
  })

  it.each<[x: number, y: number, width: number, height: number, colours: string]>([
    [0.9, 0.5, 300, 300, 'green'],
    [0.1, 0.5, 300, 300, 'red'],
    [0.5, 0.9, 600, 100, 'blue'],
    [0.5, 0.1, 600, 100, 'red'],
  ])('crop=focalpoint at %s, %s keeps the point in %s × %s', async (x, y, width, height, colour) => {
    const { bytes } = await picture((image) =>
      image.size(width, height).fit('crop').crop('focalpoint').focalPoint(x, y),
    )
    expect(await colourAt(bytes, 0.4, 0.1)).toBe(colour)
  })

  it.each<[number, number, string]>([
    [0.1, 0.1, 'red'],
    [0.9, 0.1, 'green'],
    [0.1, 0.9, 'blue'],
    [0.9, 0.9, 'white'],
  ])('an editor’s hotspot at %s, %s stays in a square', async (x, y, colour) => {
    const { bytes, size } = await picture((image) => image.size(200, 200).fit('crop'), {
      ...hotspot(x, y),
      ...crop(0, 0, 0, 0),
    })
    expect(size).toEqual([200, 200])
    expect(await colourAt(bytes, x, y)).toBe(colour)
  })

  it('an editor’s crop is all that there is of the picture', async () => {
    const { bytes, size } = await picture((image) => image.width(300), crop(0.5, 0, 0, 0.5))
    expect(size).toEqual([300, 200])
    expect(await quartersOf(bytes)).toBe('white white white white')
  })
})

describe('the form of a picture', () => {
  it.each(['jpg', 'pjpg', 'png', 'webp'] as const)('fm=%s', async (format) => {
    const { type, format: found } = await picture((image) => image.width(100).format(format))
    const name = format === 'png' || format === 'webp' ? format : 'jpeg'
    expect([type, found]).toEqual([`image/${name}`, name])
  })

  it('auto=format goes by what the reader takes', async () => {
    const { address } = await picture((image) => image.width(100).auto('format'))
    const modern = await fetchPicture(address, { headers: { accept: 'image/avif,image/webp,*/*' } })
    expect(['image/avif', 'image/webp']).toContain(modern.type)
    expect(modern.headers.get('vary')?.toLowerCase()).toContain('accept')
    const plain = await fetchPicture(address, { headers: { accept: 'image/png,image/jpeg' } })
    expect(['image/png', 'image/jpeg']).toContain(plain.type)
  })

  it('q makes it smaller', async () => {
    const [good, poor] = [
      await picture((image) => image.width(600).format('jpg').quality(95)),
      await picture((image) => image.width(600).format('jpg').quality(5)),
    ]
    expect(poor.bytes.length).toBeLessThan(good.bytes.length)
  })

  it('dl makes it a download', async () => {
    const { headers } = await picture((image) => image.width(50).forceDownload('quarters.png'))
    expect(headers.get('content-disposition')).toMatch(/attachment;.*quarters\.png/)
  })

  it('may be kept for ever', async () => {
    const { headers } = await picture((image) => image.width(50))
    expect(headers.get('cache-control')).toMatch(/max-age=31536000/)
  })
})

describe('turns and colours', () => {
  it.each<[string, (image: ImageUrlBuilder) => ImageUrlBuilder, string]>([
    ['as it is', (image) => image, 'red green blue white'],
    ['flip=h', (image) => image.flipHorizontal(), 'green red white blue'],
    ['flip=v', (image) => image.flipVertical(), 'blue white red green'],
    ['or=90', (image) => image.orientation(90), 'blue red white green'],
    ['or=180', (image) => image.orientation(180), 'white blue green red'],
    ['or=270', (image) => image.orientation(270), 'green white red blue'],
  ])('%s', async (_what, build, expected) => {
    expect(await quartersOf((await picture((image) => build(image.width(300)))).bytes)).toBe(expected)
  })

  it('or=90 changes width and height', async () => {
    expect((await picture((image) => image.orientation(90))).size).toEqual([800, 1200])
  })

  it('invert', async () => {
    const { bytes } = await fetchPicture(`${asset.url}?w=300&invert=true`)
    const { data } = await sharp(bytes)
      .extract({ left: 10, top: 10, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data].map((part) => (part > 127 ? 1 : 0))).toEqual([0, 1, 1])
  })

  it('sat=-100 takes the colours out', async () => {
    const { bytes } = await picture((image) => image.width(300).saturation(-100))
    const { data } = await sharp(bytes)
      .extract({ left: 10, top: 10, width: 1, height: 1 })
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const [red = 0, green = 0, blue = 0] = data
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(8)
  })

  it('blur and sharp change what is seen, and not the size', async () => {
    const plain = await picture((image) => image.width(300))
    for (const change of [
      await picture((image) => image.width(300).blur(50)),
      await picture((image) => image.width(300).sharpen(50)),
    ]) {
      expect(change.size).toEqual(plain.size)
      expect(change.bytes.equals(plain.bytes)).toBe(false)
    }
  })
})

describe('an address that asks for what cannot be', () => {
  it.each(['w=abc', 'w=0', 'fit=sideways', 'fm=exe', 'rect=1,2', 'q=400', 'or=45', 'fp-x=2'])(
    '%s is 400',
    async (query) => {
      expect((await fetch(`${asset.url}?${query}`)).status).toBe(400)
    },
  )
})
