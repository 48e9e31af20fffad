/** One colour of a picture, as asset documents carry it. */
export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  /** Share of the picture in per cent. */
  population: number
}

interface Colour {
  rgb: [red: number, green: number, blue: number]
  saturation: number
  lightness: number
  share: number
}

interface Wanted {
  saturation: [least: number, target: number, most: number]
  lightness: [least: number, target: number, most: number]
}

const dark: Wanted['lightness'] = [0, 0.26, 0.45]
const middle: Wanted['lightness'] = [0.3, 0.5, 0.7]
const light: Wanted['lightness'] = [0.55, 0.74, 1]
const vivid: Wanted['saturation'] = [0.35, 1, 1]
const muted: Wanted['saturation'] = [0, 0.3, 0.4]

/** The six characters of colour that Android's Palette introduced and Sanity names alike. */
const wanted = {
  vibrant: { saturation: vivid, lightness: middle },
  darkVibrant: { saturation: vivid, lightness: dark },
  lightVibrant: { saturation: vivid, lightness: light },
  muted: { saturation: muted, lightness: middle },
  darkMuted: { saturation: muted, lightness: dark },
  lightMuted: { saturation: muted, lightness: light },
} as const satisfies Record<string, Wanted>

/** The palette of RGBA pixels; transparent ones do not count, and a character that is missing is left out. */
export function findPalette(pixels: Uint8ClampedArray) {
  const colours = groupColours(pixels)
  const [dominant] = colours.toSorted((one, other) => other.share - one.share)
  const found = Object.entries(wanted).map(([name, target]) => [name, closest(colours, target)] as const)
  return {
    _type: 'sanity.imagePalette' as const,
    ...(dominant ? { dominant: toSwatch(dominant) } : {}),
    ...Object.fromEntries(found.flatMap(([name, colour]) => (colour ? [[name, toSwatch(colour)]] : []))),
  }
}

/** Pixels gathered into 4096 boxes of the colour cube, each with its mean colour. */
function groupColours(pixels: Uint8ClampedArray): Colour[] {
  const boxes = new Map<number, [red: number, green: number, blue: number, count: number]>()
  let total = 0
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 128) continue
    total += 1
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const [r, g, b, count] = boxes.get(key) ?? [0, 0, 0, 0]
    boxes.set(key, [r + red, g + green, b + blue, count + 1])
  }
  return [...boxes.values()].map(([r, g, b, count]) =>
    toColour([r / count, g / count, b / count], count / total),
  )
}

function toColour(mean: Colour['rgb'], share: number): Colour {
  const rgb: Colour['rgb'] = [Math.round(mean[0]), Math.round(mean[1]), Math.round(mean[2])]
  const most = Math.max(...rgb) / 255
  const least = Math.min(...rgb) / 255
  const lightness = (most + least) / 2
  const spread = 1 - Math.abs(2 * lightness - 1)
  return { rgb, share, lightness, saturation: spread === 0 ? 0 : (most - least) / spread }
}

/** Nearness to the target counts most, then how much of the picture has the colour. */
function closest(colours: Colour[], { saturation, lightness }: Wanted): Colour | undefined {
  const score = (colour: Colour) =>
    (1 - Math.abs(colour.saturation - saturation[1])) * 3 +
    (1 - Math.abs(colour.lightness - lightness[1])) * 6 +
    colour.share
  return colours
    .filter((colour) => isWithin(colour.saturation, saturation) && isWithin(colour.lightness, lightness))
    .toSorted((one, other) => score(other) - score(one))[0]
}

function isWithin(value: number, [least, , most]: [number, number, number]): boolean {
  return value >= least && value <= most
}

function toSwatch({ rgb, share }: Colour): Swatch {
  const [red, green, blue] = rgb
  const isDark = (red * 299 + green * 587 + blue * 114) / 1000 < 150
  const text = isDark ? '#fff' : '#000'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`,
    foreground: text,
    title: text,
    population: Math.round(share * 10_000) / 100,
  }
}
