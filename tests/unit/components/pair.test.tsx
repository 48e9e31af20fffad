import { gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { PairMap } from '../../../components/maps/PairMap.tsx'
import { pairFor } from '../../../components/maps/pair.ts'
import { LOCATOR } from '../../../components/maps/scene.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { armenia, azerbaijan } from '../../fixtures/country.ts'

const numbersOf = (path: string) => (path.match(/-?\d+/g) ?? []).map(Number)
const nameOf = {
  india: '356',
  pakistan: '586',
  israel: '376',
  palestine: '275',
  russia: '643',
  finland: '246',
}

describe('a map of two countries', () => {
  it('draws both apart from the land around them, and names both', () => {
    const map = pairFor(armenia.isoNumeric, azerbaijan.isoNumeric)
    expect(map?.subjects.every((path) => path.startsWith('M'))).toBe(true)
    expect(map?.subjects[0]).not.toBe(map?.subjects[1])
    expect(map?.labels.filter(({ subject }) => subject !== undefined).map(({ subject }) => subject)).toEqual([
      0, 1,
    ])
    expect(map?.labels.map(({ name }) => name)).toContain('Georgia')
  })

  it.each([
    [nameOf.india, nameOf.pakistan],
    [nameOf.israel, nameOf.palestine],
    [armenia.isoNumeric, azerbaijan.isoNumeric],
  ])('has both %s and %s within its frame', (first, second) => {
    for (const path of pairFor(first, second)?.subjects ?? []) {
      const [x = 0, y = 0] = numbersOf(path)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(LOCATOR.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(LOCATOR.height)
    }
    expect(pairFor(first, second)?.subjects).toHaveLength(2)
  })

  it('rings the one that is too small to be seen beside the other', () => {
    const map = pairFor(nameOf.russia, '233')
    expect(map?.rings[0]).toBeUndefined()
    expect(map?.rings[1]?.radius).toBeGreaterThan(10)
  })

  it('is none for two at opposite ends of the world, or for a code that nobody has', () => {
    expect(pairFor(armenia.isoNumeric, '152')).toBeUndefined()
    expect(pairFor(armenia.isoNumeric, '999')).toBeUndefined()
  })

  it.each([
    [nameOf.finland, nameOf.russia],
    [nameOf.india, nameOf.pakistan],
  ])('of %s and %s stays under 7 kB compressed', (first, second) => {
    const countries: [typeof armenia, typeof armenia] = [
      { ...armenia, isoNumeric: first },
      { ...azerbaijan, isoNumeric: second },
    ]
    const markup = renderToStaticMarkup(<PairMap countries={countries} words={wordsFor('en')} />)
    expect(markup).toContain('<path')
    expect(gzipSync(markup).length).toBeLessThan(7 * 1024)
  })
})
