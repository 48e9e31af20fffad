import { jest } from '@jest/globals'
import sharp from 'sharp'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { wideGif } from '../../../support/wideGif.ts'

// Each process that unpacks pictures has to start first, and the machine may be busy.
jest.setTimeout(60_000)

const [width, height] = [40, 20]
const delay = [100, 200, 300]
// Each picture has its colour on the left and black on the right.
const colours = ['#ff0000', '#00ff00', '#0000ff']

let lake: TestLake
let gif: string
let webp: string

beforeAll(async () => {
  lake = await startLake()
  const client = lake.client('editor')
  gif = (await client.assets.upload('image', await animation('gif'))).url
  webp = (await client.assets.upload('image', await animation('webp'))).url
})
afterAll(() => lake.close())

async function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const black = { create: { width: width / 2, height, channels: 4 as const, background: '#000000' } }
  const pictures = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width, height, channels: 4, background } })
        .composite([{ input: black, left: width / 2, top: 0 }])
        .raw()
        .toBuffer(),
    ),
  )
  const raw = { width, height: height * colours.length, channels: 4 as const, pageHeight: height }
  const joined = sharp(Buffer.concat(pictures), { raw })
  return format === 'gif'
    ? joined.gif({ delay, loop: 2 }).toBuffer()
    : joined.webp({ delay, loop: 2, lossless: true }).toBuffer()
}

async function read(address: string, accept = '*/*') {
  const response = await fetch(address, { headers: { accept } })
  expect(response.status).toBe(200)
  const data = Buffer.from(await response.arrayBuffer())
  const { pages = 1, pageHeight, ...found } = await sharp(data).metadata()
  const { data: pixels, info } = await sharp(data, { pages: -1 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const each = info.height / pages
  /** The colour of a point (shares of the side) in one picture: `red`, `green`, `blue` or `black`. */
  const colourAt = (page: number, x: number, y: number) => {
    const at = ((page * each + Math.floor(y * each)) * info.width + Math.floor(x * info.width)) * 4
    const channels = [...pixels.subarray(at, at + 3)]
    const most = Math.max(...channels)
    return most < 90 ? 'black' : ['red', 'green', 'blue'][channels.indexOf(most)]
  }
  return { ...found, pages, size: [info.width, each], colourAt, type: response.headers.get('content-type') }
}

const leftColours = (picture: Awaited<ReturnType<typeof read>>) =>
  Array.from({ length: picture.pages }, (_, page) => picture.colourAt(page, 0.2, 0.5))

describe.each([
  ['a GIF that moves', () => gif],
  ['a WebP that moves', () => webp],
])('%s', (_name, address) => {
  it('still moves when it is made smaller, at the same pace', async () => {
    const made = await read(`${address()}?w=20`)
    expect(made).toMatchObject({ pages: 3, size: [20, 10], delay, loop: 2 })
    expect(leftColours(made)).toEqual(['red', 'green', 'blue'])
  })

  it('still moves when it is cut, padded, turned, mirrored and blurred, each picture by itself', async () => {
    const cut = await read(`${address()}?w=10&h=10&fit=crop&crop=left`)
    expect([cut.size, leftColours(cut), cut.colourAt(1, 0.9, 0.9)]).toEqual([
      [10, 10],
      ['red', 'green', 'blue'],
      'green',
    ])
    const padded = await read(`${address()}?w=40&h=40&fit=fill&bg=0000ff`)
    expect([padded.size, padded.colourAt(0, 0.2, 0.1), padded.colourAt(0, 0.2, 0.5)]).toEqual([
      [40, 40],
      'blue',
      'red',
    ])
    const turned = await read(`${address()}?or=90`)
    expect([turned.pages, turned.size]).toEqual([3, [20, 40]])
    expect([0, 1, 2].map((page) => turned.colourAt(page, 0.5, 0.2))).toEqual(['red', 'green', 'blue'])
    const mirrored = await read(`${address()}?flip=hv`)
    expect(leftColours(mirrored)).toEqual(['black', 'black', 'black'])
    expect([0, 1, 2].map((page) => mirrored.colourAt(page, 0.8, 0.5))).toEqual(['red', 'green', 'blue'])
    expect(leftColours(await read(`${address()}?blur=4`))).toEqual(['red', 'green', 'blue'])
    expect((await read(`${address()}?w=10&h=10&fit=crop&crop=entropy`)).pages).toBe(3)
  })

  it('stands still when its first picture is asked, or a format that cannot move', async () => {
    expect(await read(`${address()}?frame=1&w=20`)).toMatchObject({ pages: 1, size: [20, 10] })
    expect(await read(`${address()}?frame=1`)).toMatchObject({ pages: 1, size: [40, 20] })
    expect(await read(`${address()}?fm=png`)).toMatchObject({ pages: 1, format: 'png' })
    expect((await read(`${address()}?fm=jpg`)).colourAt(0, 0.2, 0.5)).toBe('red')
  })

  it('is never offered as AVIF, where it would stand still', async () => {
    const open = await read(`${address()}?w=20&auto=format`, 'image/avif,image/webp')
    expect(open).toMatchObject({ pages: 3, type: 'image/webp' })
    const still = await read(`${address()}?w=20&auto=format&frame=1`, 'image/avif,image/webp')
    expect(still).toMatchObject({ pages: 1, type: 'image/avif' })
  })
})

it('answers an animation of more than 100 megapixels by its first picture', async () => {
  const { url } = await lake.client('editor').assets.upload('image', wideGif(2000, 26))
  expect((await sharp(wideGif(2000, 26), { limitInputPixels: false }).metadata()).pages).toBe(26)
  expect(await read(`${url}?w=30`)).toMatchObject({ pages: 1, size: [30, 30] })
})
