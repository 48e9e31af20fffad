import { gzipSync } from 'node:zlib'
import { geoContains } from 'd3-geo'
import { renderToStaticMarkup } from 'react-dom/server'
import { LocatorMap } from '../../../components/maps/LocatorMap.tsx'
import { LOCATOR, locatorFor } from '../../../components/maps/locator.ts'
import { coarseLands, fineLands } from '../../../components/maps/topology.ts'
import { WORLD, worldCountries } from '../../../components/maps/world.ts'
import { armenia, azerbaijan } from '../../fixtures/country.ts'

const numbersOf = (path: string) => (path.match(/-?\d+/g) ?? []).map(Number)

describe('a locator map', () => {
  // The heaviest of the atlas: long coasts, many islands, or half a world around.
  it.each(['Russia', 'Canada', 'Norway', 'Greece', 'Indonesia', 'China', 'Poland', 'Turkey', 'Azerbaijan'])(
    'of %s stays under 6 kB compressed',
    (name) => {
      const land = fineLands().find((each) => each.name === name)
      const country = { ...armenia, name, isoNumeric: land?.isoNumeric ?? '' }
      const markup = renderToStaticMarkup(<LocatorMap country={country} idPrefix="test" />)
      expect(markup).toContain('<path')
      expect(gzipSync(markup).length).toBeLessThan(6 * 1024)
    },
  )

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

  it('knows a code that nobody has as such', () => {
    expect(locatorFor('999', [])).toBeUndefined()
  })
})

describe('the map of the world', () => {
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
