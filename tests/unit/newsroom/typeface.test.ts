import { oklchToHex } from '../../../scripts/newsroom/pictures/colours.ts'
import { textLine, textWidth, wrapText } from '../../../scripts/newsroom/pictures/typeface.ts'

const line = { x: 0, y: 0, size: 50, face: 'serif', fill: '#000000' } as const

describe('words in pictures', () => {
  it('are paths without a font, a hole or a broken number', () => {
    const drawn = textLine({ ...line, text: 'War of Türkiye and Ağdam' })
    expect(drawn).not.toMatch(/<text|font|NaN|undefined/)
    expect(drawn).toMatch(/^<path d="M[-\d.]+ /)
  })

  it('end, begin or stand in the middle where they are told to', () => {
    const starts = (['start', 'middle', 'end'] as const).map((anchor) =>
      Number(/M([-\d.]+)/.exec(textLine({ ...line, text: 'llll', anchor }))?.[1]),
    )
    const width = textWidth({ ...line, text: 'llll' })
    expect((starts[0] ?? 0) - (starts[1] ?? 0)).toBeCloseTo(width / 2, 0)
    expect((starts[0] ?? 0) - (starts[2] ?? 0)).toBeCloseTo(width, 0)
  })

  it('are put into lines that fit', () => {
    const lines = wrapText('a title that is too long for one line', 'serif', 50, 400)
    expect(lines.length).toBeGreaterThan(1)
    for (const text of lines) expect(textWidth({ ...line, text })).toBeLessThanOrEqual(400)
    expect(lines.join(' ')).toBe('a title that is too long for one line')
  })

  it('say which letter the typeface lacks', () => {
    expect(() => textLine({ ...line, text: '漢' })).toThrow('has no letter "漢"')
  })
})

describe('colours of pictures', () => {
  it.each([
    [1, 0, 0, '#ffffff'],
    [0, 0, 0, '#000000'],
    [0.62796, 0.25768, 29.234, '#ff0000'],
  ])('turns oklch(%s %s %s) into %s', (lightness, chroma, hue, hex) => {
    expect(oklchToHex(lightness, chroma, hue)).toBe(hex)
  })
})
