import { readFileSync } from 'node:fs'
import { ACCENTS, INK, INK_2, MAP, PANEL, PAPER, RULE } from '../../components/card/cardColours.ts'
import { oklchToHex } from '../../scripts/newsroom/pictures/colours.ts'

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8')
const read = (name: string) => {
  const found = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1]
  if (found === undefined) throw new Error(`app/tokens.css has no --${name}`)
  return found
}

type Scheme = 'light' | 'dark'
type Oklch = [lightness: number, chroma: number, hue: number]

/** A colour as one scheme has it; `hue` stands where the token takes that of a category. */
const colour = (scheme: Scheme, name: string, hue = Number.NaN): Oklch => {
  const pair = /^light-dark\(oklch\((.+)\), oklch\((.+)\)\)$/.exec(read(name))
  const numbers = pair?.[scheme === 'light' ? 1 : 2]?.replace('var(--hue)', `${hue}`) ?? ''
  const [l = Number.NaN, c = Number.NaN, h = Number.NaN] = numbers.split(' ').map(Number)
  return [l, c, h]
}

/** OKLCH to linear sRGB, clipped to what a screen can show (Ottosson's matrices). */
const linear = ([lightness, chroma, hue]: Oklch) => {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)))
}

const luminance = (value: Oklch) => {
  const [r = 0, g = 0, b = 0] = linear(value)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast as WCAG 2 computes it, from 1 to 21. */
const contrast = (one: Oklch, other: Oklch) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const HUES = ['world', 'conflict', 'economy', 'climate', 'science', 'culture', 'society']
const hued = (scheme: Scheme, kind: 'accent' | 'wash', category: string) =>
  colour(scheme, kind, Number(read(`hue-${category}`)))

const SCHEMES: Scheme[] = ['light', 'dark']

describe('the contrast of the colours', () => {
  it('measures black on white as 21 to 1', () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1)
  })

  describe.each(SCHEMES)('in the %s scheme', (scheme) => {
    it.each(['paper', 'panel'])('sets text on %s at 7 to 1 or more', (ground) => {
      expect(contrast(colour(scheme, 'ink'), colour(scheme, ground))).toBeGreaterThanOrEqual(7)
      expect(contrast(colour(scheme, 'ink-2'), colour(scheme, ground))).toBeGreaterThanOrEqual(7)
    })

    it.each(HUES)('sets labels in the accent of %s at 4.5 to 1 or more on every ground', (category) => {
      const accent = hued(scheme, 'accent', category)
      for (const ground of [
        colour(scheme, 'paper'),
        colour(scheme, 'panel'),
        hued(scheme, 'wash', category),
      ]) {
        expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5)
      }
    })

    it.each(HUES)('keeps a lit point of %s readable', (category) => {
      expect(contrast(colour(scheme, 'ink'), hued(scheme, 'wash', category))).toBeGreaterThanOrEqual(7)
      expect(contrast(colour(scheme, 'ink-2'), hued(scheme, 'wash', category))).toBeGreaterThanOrEqual(7)
    })

    it('keeps names readable on every land of a map', () => {
      for (const land of ['map-land', 'map-neighbour']) {
        expect(contrast(colour(scheme, 'ink-2'), colour(scheme, land))).toBeGreaterThanOrEqual(4.5)
      }
    })

    it.each(HUES)('tells the subject of a map from its neighbours in %s', (category) => {
      expect(
        contrast(hued(scheme, 'accent', category), colour(scheme, 'map-neighbour')),
      ).toBeGreaterThanOrEqual(3)
    })
  })
})

describe('the colours of cards on other sites', () => {
  it('are those of the light scheme', () => {
    const inLight = (name: string) => oklchToHex(...colour('light', name))
    expect([PAPER, PANEL, INK, INK_2, RULE]).toEqual(['paper', 'panel', 'ink', 'ink-2', 'rule'].map(inLight))
    expect(MAP).toEqual({
      land: inLight('map-land'),
      neighbour: inLight('map-neighbour'),
      second: inLight('map-second'),
    })
    expect(ACCENTS).toEqual(
      Object.fromEntries(HUES.map((name) => [name, oklchToHex(...hued('light', 'accent', name))])),
    )
  })
})
