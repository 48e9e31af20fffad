import type { PictureSource } from './pictureSource.ts'

type Accent = PictureSource['accent']

/** One hue a category, as in the site's tokens; lightness and chroma are the same for all. */
const hues: Record<Accent, number> = {
  world: 235,
  conflict: 25,
  economy: 75,
  climate: 150,
  science: 280,
  culture: 330,
  society: 190,
}

export interface Palette {
  ground: string
  land: string
  border: string
  near: string
  subject: string
  accent: string
  faint: string
  ink: string
  muted: string
  onSubject: string
}

/** The colours of a picture: its category's hue on light, dark or coloured ground. */
export function paletteOf(accent: Accent, ground: PictureSource['ground']): Palette {
  const hue = hues[accent]
  const tone = (lightness: number, chroma: number, ofHue = hue) => oklchToHex(lightness, chroma, ofHue)
  const ink = tone(0.22, 0.01, 260)
  const paper = tone(0.985, 0.004, 95)
  switch (ground) {
    case 'light':
      return {
        ground: tone(0.965, 0.009, hue),
        land: tone(0.905, 0.01, 95),
        border: tone(0.985, 0.004, 95),
        near: tone(0.84, 0.022, hue),
        subject: tone(0.72, 0.085, hue),
        accent: tone(0.46, 0.12, hue),
        faint: tone(0.88, 0.03, hue),
        ink,
        muted: tone(0.45, 0.015, 260),
        onSubject: ink,
      }
    case 'dark':
      return {
        ground: tone(0.23, 0.025, hue),
        land: tone(0.33, 0.02, hue),
        border: tone(0.23, 0.025, hue),
        near: tone(0.42, 0.035, hue),
        subject: tone(0.6, 0.12, hue),
        accent: tone(0.8, 0.11, hue),
        faint: tone(0.4, 0.04, hue),
        ink: paper,
        muted: tone(0.78, 0.02, hue),
        onSubject: paper,
      }
    case 'accent':
      return {
        ground: tone(0.43, 0.11, hue),
        land: tone(0.5, 0.11, hue),
        border: tone(0.43, 0.11, hue),
        near: tone(0.57, 0.1, hue),
        subject: tone(0.88, 0.06, hue),
        accent: tone(0.9, 0.06, hue),
        faint: tone(0.52, 0.11, hue),
        ink: paper,
        muted: tone(0.9, 0.03, hue),
        onSubject: tone(0.25, 0.06, hue),
      }
  }
}

/** OKLCH to sRGB as `#rrggbb`, by Björn Ottosson's published matrices; out-of-gamut channels are clipped. */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map(toHexByte).join('')}`
}

function toHexByte(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear))
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0')
}
