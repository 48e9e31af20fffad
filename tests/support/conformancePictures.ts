import sharp from 'sharp'

/** A picture in quarters of four colours, so that any cut and turn can be told: red, green over blue, white. */
export async function quarters(
  width: number,
  height: number,
  format: 'png' | 'jpeg' = 'png',
): Promise<Buffer> {
  const part = (background: string, left: number, top: number) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    left,
    top,
  })
  const base = sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    part('#ff0000', 0, 0),
    part('#00ff00', width / 2, 0),
    part('#0000ff', 0, height / 2),
  ])
  return format === 'png' ? base.removeAlpha().png().toBuffer() : base.jpeg({ quality: 95 }).toBuffer()
}

const colours = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] } as const

/** The quarter's colour that is nearest to one point of a picture, `0…1` across and down. */
export async function colourAt(picture: Buffer, across: number, down: number): Promise<string> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const left = Math.min(info.width - 1, Math.floor(across * info.width))
  const top = Math.min(info.height - 1, Math.floor(down * info.height))
  const place = (top * info.width + left) * info.channels
  const distance = (colour: readonly number[]) =>
    colour.reduce((sum, part, channel) => sum + (part - (data[place + channel] ?? 0)) ** 2, 0)
  const [nearest] = Object.entries(colours).toSorted(([, one], [, other]) => distance(one) - distance(other))
  return nearest?.[0] ?? 'none'
}

/** The colours in the middle of each quarter, left to right and top to bottom. */
export async function quartersOf(picture: Buffer): Promise<string> {
  const places: [number, number][] = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ]
  return (await Promise.all(places.map(([across, down]) => colourAt(picture, across, down)))).join(' ')
}
