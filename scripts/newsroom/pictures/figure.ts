import { drawBars, drawColumns, drawDots, drawLineChart, drawNumber } from './charts.ts'
import { type Palette, paletteOf } from './colours.ts'
import type { FigureSource } from './pictureSource.ts'
import { canvas, el, svgDocument } from './svg.ts'
import { textLine, wrapText } from './typeface.ts'

/** The room a chart may fill, in pixels. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
}

const titleSize = 82
const leading = 92

/** A chart of numbers that stand in the article, with its title and where they come from. */
export function drawFigure(source: FigureSource): string {
  const palette = paletteOf(source.accent, source.ground)
  const title = wrapText(source.title, 'serif', titleSize, canvas.width - 2 * canvas.margin)
  const frame = {
    left: canvas.margin,
    right: canvas.width - canvas.margin,
    top: canvas.margin + 64 + title.length * leading,
    bottom: canvas.height - (source.note ? 150 : canvas.margin),
  }
  return svgDocument(
    palette.ground,
    el('rect', { x: canvas.margin, y: 70, width: 150, height: 14, fill: palette.accent }),
    ...title.map((text, index) =>
      textLine({
        text,
        x: canvas.margin,
        y: 176 + index * leading,
        size: titleSize,
        face: 'serif',
        fill: palette.ink,
      }),
    ),
    drawChart(source, frame, palette),
    source.note
      ? textLine({
          text: source.note,
          x: canvas.margin,
          y: 1136,
          size: 38,
          face: 'sansRegular',
          fill: palette.muted,
        })
      : '',
  )
}

function drawChart({ chart }: FigureSource, frame: Frame, palette: Palette): string {
  switch (chart.kind) {
    case 'bars':
      return drawBars(chart.data, frame, palette)
    case 'columns':
      return drawColumns(chart.data, frame, palette)
    case 'line':
      return drawLineChart(chart, frame, palette)
    case 'number':
      return drawNumber(chart, frame, palette)
    case 'dots':
      return drawDots(chart, frame, palette)
  }
}
