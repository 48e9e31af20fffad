import { type Palette, paletteOf } from './colours.ts'
import { motifs } from './motifs.ts'
import type { PlateSource } from './pictureSource.ts'
import { canvas, svgDocument } from './svg.ts'
import { textLine, textWidth, wrapText } from './typeface.ts'

/** A geometric motif with one word set large at its foot. */
export function drawPlate(source: PlateSource): string {
  const palette = paletteOf(source.accent, source.ground)
  return svgDocument(palette.ground, motifs[source.motif](palette, source.colours), words(source, palette))
}

function words({ word, line }: PlateSource, palette: Palette): string {
  const room = canvas.width - 2 * canvas.margin
  const wide = textWidth({ text: word, face: 'serif', size: 100 })
  const size = Math.min(250, (room / wide) * 100)
  const foot = canvas.height - canvas.margin
  const below = line ? wrapText(line, 'sans', 54, room) : []
  return (
    textLine({
      text: word,
      x: canvas.margin - 6,
      y: foot - below.length * 100,
      size,
      face: 'serif',
      fill: palette.ink,
    }) +
    below
      .map((text, index) =>
        textLine({
          text,
          x: canvas.margin,
          y: foot + 6 - (below.length - 1 - index) * 70,
          size: 54,
          face: 'sans',
          fill: palette.muted,
        }),
      )
      .join('')
  )
}
