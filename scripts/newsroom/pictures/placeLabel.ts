import type { Palette } from './colours.ts'
import type { LabelSource } from './pictureSource.ts'
import { el } from './svg.ts'
import { type Face, type TextLine, textLine } from './typeface.ts'

type Kind = LabelSource['kind']

const styles: Record<Kind, { face: Face; size: number; side: NonNullable<LabelSource['side']> }> = {
  capital: { face: 'sans', size: 52, side: 'right' },
  city: { face: 'sans', size: 48, side: 'right' },
  country: { face: 'serif', size: 88, side: 'middle' },
  region: { face: 'serif', size: 68, side: 'middle' },
  sea: { face: 'serifItalic', size: 58, side: 'middle' },
  note: { face: 'sans', size: 44, side: 'middle' },
}

/** A name on a map, with the mark of its kind. `position` is in pixels. */
export function placeLabel(label: LabelSource, position: [number, number], palette: Palette): string {
  const style = styles[label.kind]
  const size = label.size ?? style.size
  const line = { face: style.face, size, fill: inkOf(label.kind, palette), halo: haloOf(label.kind, palette) }
  return mark(label.kind, position, palette) + placedLines(label, position, label.side ?? style.side, line)
}

/** Lines are parted by ` / ` in the source. */
function placedLines(
  { text }: LabelSource,
  [x, y]: [number, number],
  side: NonNullable<LabelSource['side']>,
  line: Omit<TextLine, 'text' | 'x' | 'y'>,
): string {
  const gap = 26
  const lines = text.split(' / ')
  const leading = line.size * 1.12
  const middle = y + line.size * 0.34 - ((lines.length - 1) * leading) / 2
  const top = { above: y - gap - (lines.length - 1) * leading, below: y + gap + line.size * 0.75 }
  const first = side === 'above' || side === 'below' ? top[side] : middle
  const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle'
  const shift = side === 'right' ? gap : side === 'left' ? -gap : 0
  return lines
    .map((part, index) => textLine({ ...line, text: part, x: x + shift, y: first + index * leading, anchor }))
    .join('')
}

function mark(kind: Kind, [cx, cy]: [number, number], palette: Palette): string {
  if (kind === 'capital') {
    return el('rect', {
      x: cx - 13,
      y: cy - 13,
      width: 26,
      height: 26,
      fill: palette.ink,
      stroke: palette.border,
      'stroke-width': 4,
    })
  }
  return kind === 'city'
    ? el('circle', { cx, cy, r: 12, fill: palette.ink, stroke: palette.border, 'stroke-width': 4 })
    : ''
}

function inkOf(kind: Kind, palette: Palette): string {
  if (kind === 'sea') return palette.muted
  return kind === 'note' ? palette.accent : palette.ink
}

/** Names of countries and seas are large enough to stand alone. */
function haloOf(kind: Kind, palette: Palette): string | undefined {
  return kind === 'sea' || kind === 'country' ? undefined : palette.land
}
