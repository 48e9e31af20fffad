import { gzipSync } from 'node:zlib'
import { geoContains } from 'd3-geo'
import { renderToStaticMarkup } from 'react-dom/server'
import { LocatorMap } from '../../../components/maps/LocatorMap.tsx'
import { LABEL_SIZE, LETTER } from '../../../components/maps/labels.ts'
import { landName } from '../../../components/maps/landNames.ts'
import { locatorFor } from '../../../components/maps/locator.ts'
import { LOCATOR } from '../../../components/maps/scene.ts'
import { coarseLands, fineLands } from '../../../components/maps/topology.ts'
import { WorldMap } from '../../../components/maps/WorldMap.tsx'
import { WORLD, worldCountries, worldDrawing } from '../../../components/maps/world.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { armenia, azerbaijan } from '../../fixtures/country.ts'

const words = wordsFor('en')

const numbersOf = (path: string) => (path.match(/-?\d+/g) ?? []).map(Number)

/** The area of one ring of a path, `x,yl` and then steps from point to point. */
const areaOf = (ring: string) => {
  const [x = 0, y = 0, ...steps] = numbersOf(ring)
  const at = { x, y, area: 0 }
  for (let index = 0; index + 1 < steps.length; index += 2) {
    const [nextX, nextY] = [at.x + (steps[index] ?? 0), at.y + (steps[index + 1] ?? 0)]
    at.area += at.x * nextY - nextX * at.y
    at.x = nextX
    at.y = nextY
  }
  return Math.abs(at.area + at.x * y - x * at.y) / 2
}

describe('a locator map', () => {
  // The heaviest of the atlas: long coasts, many islands, or half a world around.
  it.each(['Russia', 'Canada', 'Norway', 'Greece', 'Indonesia', 'China', 'Poland', 'Turkey', 'Azerbaijan'])(
    'of %s stays under 6 kB compressed',
    (name) => {
      const land = fineLands().find((each) => each.name === name)
      const country = { ...armenia, name, isoNumeric: land?.isoNumeric ?? '' }
      const markup = renderToStaticMarkup(<LocatorMap country={country} idPrefix="test" words={words} />)
      expect(markup).toContain('<path')
      expect(gzipSync(markup).length).toBeLessThan(6 * 1024)
    },
  )

  it.each(['Iran', 'Turkey', 'Russia', 'Greece'])(
    'of %s on a strip weighs less than half as much, and prints no name that nobody could read there',
    (name) => {
      const land = fineLands().find((each) => each.name === name)
      const country = { ...armenia, name, isoNumeric: land?.isoNumeric ?? '' }
      const draw = (small: boolean) =>
        renderToStaticMarkup(<LocatorMap country={country} idPrefix="test" small={small} words={words} />)
      expect(gzipSync(draw(true)).length).toBeLessThan(gzipSync(draw(false)).length / 2)
      expect(draw(false)).toContain('<text')
      expect(draw(true)).not.toContain('<text')
      expect(draw(true)).toContain(`where ${name} lies`)
    },
  )

  it.each(['Nauru', 'Tuvalu', 'Maldives', 'Seychelles', 'Mauritius', 'Cabo Verde'])(
    'of %s is wide enough to name another land',
    (name) => {
      const land = fineLands().find((each) => each.name === name)
      const map = locatorFor(land?.isoNumeric ?? '', [])
      expect(Math.max(...(map?.land.split('z') ?? []).map(areaOf))).toBeGreaterThan(300)
      expect(map?.labels.filter(({ rank }) => rank !== 'subject')).not.toEqual([])
    },
  )

  it('of a country that fills it stays near', () => {
    const land = fineLands().find((each) => each.name === 'New Zealand')
    const [, island = ''] =
      /^M[^z]*l([^z]*)z/.exec(locatorFor(land?.isoNumeric ?? '', [])?.subject ?? '') ?? []
    expect(areaOf(`0 0 ${island}`)).toBeGreaterThan(3000)
  })

  it('puts the country in the middle', () => {
    const [x = 0, y = 0] = numbersOf(locatorFor('051', [])?.subject ?? '')
    expect(Math.abs(x - LOCATOR.width / 2)).toBeLessThan(LOCATOR.width / 4)
    expect(Math.abs(y - LOCATOR.height / 2)).toBeLessThan(LOCATOR.height / 4)
  })

  it('draws neighbours apart from other land, and names them', () => {
    const map = locatorFor('051', [azerbaijan.isoNumeric])
    expect(map?.neighbours).toMatch(/^M/)
    expect(map?.labels.map((label) => label.name)).toEqual(
      expect.arrayContaining(['Armenia', 'Azerbaijan', 'Georgia']),
    )
    expect(locatorFor('051', [])?.neighbours).toBe('')
  })

  it('rings a state too small to be seen', () => {
    expect(locatorFor('702', [])?.ring?.radius).toBeGreaterThan(10)
    expect(locatorFor('051', [])?.ring).toBeUndefined()
  })

  it.each([
    ['fine', fineLands],
    ['coarse', coarseLands],
  ])('draws Crimea with Ukraine, in the %s outlines', (_, lands) => {
    const simferopol: [number, number] = [34.1, 45]
    const drawnWith = lands()
      .filter(({ pieces }) =>
        pieces.some(({ rings }) => geoContains({ type: 'Polygon', coordinates: rings }, simferopol)),
      )
      .map(({ isoNumeric }) => isoNumeric)
    expect(drawnWith).toEqual(['804'])
  })

  // A small ring that turns over when it is simplified would, on a sphere, cover the world.
  it.each(['840', '643', '578', '360', '156', '076', '356', '246'])(
    'leaves the sea its room on the map of %s',
    (isoNumeric) => {
      const rings = (locatorFor(isoNumeric, [])?.land ?? '').split('M').slice(1)
      expect(rings.length).toBeGreaterThan(0)
      const largest = Math.max(...rings.map(areaOf))
      expect(largest).toBeLessThan(0.7 * LOCATOR.width * LOCATOR.height)
    },
  )

  it('knows a code that nobody has as such', () => {
    expect(locatorFor('999', [])).toBeUndefined()
  })

  it('leaves a space between two names that stand on one line', () => {
    const labels = fineLands().flatMap(({ isoNumeric }) => {
      const named = locatorFor(isoNumeric, [])?.labels.filter(({ rank }) => rank !== 'minor') ?? []
      return named.flatMap((one, index) => named.slice(index + 1).map((other) => [one, other] as const))
    })
    const onOneLine = labels.filter(([one, other]) => Math.abs(one.y - other.y) < LABEL_SIZE.narrow / 2)
    const letter = LETTER * LABEL_SIZE.narrow
    const apart = onOneLine.map(
      ([one, other]) => Math.abs(one.x - other.x) - ((one.name.length + other.name.length) * letter) / 2,
    )
    expect(Math.min(...apart)).toBeGreaterThan(letter / 2)
  })

  it('names the lands in the language of the page', () => {
    const namesIn = (language: 'en' | 'fr') =>
      locatorFor('051', [azerbaijan.isoNumeric], { language })?.labels.map(({ name }) => name)
    expect(namesIn('en')).toEqual(expect.arrayContaining(['Armenia', 'Türkiye', 'Georgia']))
    expect(namesIn('fr')).toEqual(expect.arrayContaining(['Arménie', 'Turquie', 'Géorgie']))
  })

  it('knows every land by a French name, and none by a shortened or bracketed one', () => {
    const french = fineLands().map((land) => landName(land, 'fr'))
    expect(french.filter((name) => /[.(]|Republic|Islands/.test(name))).toEqual([])
    expect(french).toEqual(
      expect.arrayContaining(['Macédoine du Nord', 'Chypre du Nord', 'Allemagne', 'Kosovo', 'Palestine']),
    )
  })
})

describe('the map of the world', () => {
  it('refers to its land instead of printing it on every page', () => {
    const markup = renderToStaticMarkup(
      <WorldMap
        countries={[{ ...armenia, articleCount: 3 }]}
        title="The world"
        legend="Articles"
        id="world"
        words={words}
      />,
    )
    const [, id = ''] = /<use[^>]* href="\/maps\/world\.svg#(\w+)"/.exec(markup) ?? []
    expect(markup.match(/ d="/g)).toHaveLength(1)
    const drawing = worldDrawing()
    expect(drawing).toContain(`<path id="${id}"`)
    expect(drawing).toContain(worldCountries().get('076')?.path ?? 'no Brazil')
  })

  it('holds every country once, small states as dots', () => {
    expect(worldCountries().get('076')?.path).toMatch(/^M/)
    expect(worldCountries().get('076')?.dot).toBeUndefined()
    const singapore = worldCountries().get('702')?.dot
    expect(singapore?.x).toBeGreaterThan(WORLD.width / 2)
    expect(singapore?.y).toBeLessThan(WORLD.height)
  })

  it('leaves Antarctica out', () => {
    expect(worldCountries().has('010')).toBe(false)
  })
})
