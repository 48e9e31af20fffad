import { findPalette } from '../../../../lake/assets/palette.ts'

/** RGBA pixels: each colour as often as it says. */
const pixels = (...colours: [rgba: [number, number, number, number], count: number][]) =>
  new Uint8ClampedArray(colours.flatMap(([rgba, count]) => Array.from({ length: count }, () => rgba).flat()))

describe('the palette of a picture', () => {
  it('has the colour that covers most of it as the dominant one', () => {
    const { dominant } = findPalette(pixels([[200, 20, 20, 255], 75], [[20, 20, 200, 255], 25]))
    expect(dominant).toEqual({
      _type: 'sanity.imagePaletteSwatch',
      background: '#c81414',
      foreground: '#fff',
      title: '#fff',
      population: 75,
    })
  })

  it('puts dark text on light ground', () => {
    expect(findPalette(pixels([[250, 240, 230, 255], 1])).dominant?.foreground).toBe('#000')
  })

  it('finds the vivid colour beside much grey', () => {
    const palette = findPalette(pixels([[128, 128, 128, 255], 90], [[230, 30, 30, 255], 10]))
    expect(palette).toMatchObject({ vibrant: { background: '#e61e1e' }, muted: { background: '#808080' } })
  })

  it('leaves out what the picture does not have, and what cannot be seen', () => {
    expect(findPalette(pixels([[0, 0, 0, 0], 10]))).toEqual({ _type: 'sanity.imagePalette' })
  })
})
