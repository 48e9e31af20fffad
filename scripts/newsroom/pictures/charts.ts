import type { Palette } from './colours.ts'
import type { Frame } from './figure.ts'
import type { FigureSource } from './pictureSource.ts'
import { el } from './svg.ts'
import { textLine, textWidth } from './typeface.ts'

type ChartOf<Kind extends FigureSource['chart']['kind']> = Extract<FigureSource['chart'], { kind: Kind }>
type Data = ChartOf<'bars'>['data']

const labelSize = 52

/** Bars from left to right, each with its name above and its value at its end. */
export function drawBars(data: Data, frame: Frame, palette: Palette): string {
  const most = Math.max(...data.map(({ value }) => value))
  const step = (frame.bottom - frame.top) / data.length
  const room = frame.right - frame.left - 330
  return data
    .map(({ label, value, shown, strong }, index) => {
      const top = frame.top + index * step + 40
      const width = Math.max(4, (value / most) * room)
      const height = step - 40 - labelSize * 1.45
      const fill = strong ? palette.accent : palette.subject
      const middle = top + labelSize * 0.45 + height / 2
      return (
        textLine({ text: label, x: frame.left, y: top, size: labelSize, face: 'sans', fill: palette.ink }) +
        el('rect', { x: frame.left, y: top + labelSize * 0.45, width, height, fill }) +
        textLine({
          text: shown ?? String(value),
          x: frame.left + width + 28,
          y: middle + 28,
          size: 80,
          face: 'serif',
          fill: palette.ink,
        })
      )
    })
    .join('')
}

/** Columns that stand on one line, each with its value above and its name below. */
export function drawColumns(data: Data, frame: Frame, palette: Palette): string {
  const most = Math.max(...data.map(({ value }) => value))
  const step = (frame.right - frame.left) / data.length
  const foot = frame.bottom - 80
  const room = foot - frame.top - 90
  const columns = data.map(({ label, value, shown, strong }, index) => {
    const height = (value / most) * room
    const middle = frame.left + (index + 0.5) * step
    const words = { x: middle, anchor: 'middle', fill: palette.ink } as const
    return (
      el('rect', {
        x: middle - step * 0.36,
        y: foot - height,
        width: step * 0.72,
        height,
        fill: strong ? palette.accent : palette.subject,
      }) +
      textLine({ ...words, text: shown ?? String(value), y: foot - height - 24, size: 68, face: 'serif' }) +
      textLine({ ...words, text: label, y: foot + 66, size: labelSize, face: 'sans' })
    )
  })
  return (
    columns.join('') +
    el('rect', { x: frame.left, y: foot, width: frame.right - frame.left, height: 4, fill: palette.ink })
  )
}

/** One line; points that carry a label get a dot and their words beside it. */
export function drawLineChart({ points, from }: ChartOf<'line'>, frame: Frame, palette: Palette): string {
  const xs = points.map(({ x }) => x)
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const most = Math.max(...points.map(({ y }) => y))
  const foot = frame.bottom - 70
  const right = frame.right - 40
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: frame.left + 20 + ((x - first) / (last - first)) * (right - frame.left - 20),
    y: foot - ((y - from) / (most - from)) * (foot - frame.top - 90),
  })
  const placed = points.map((point) => ({ ...place(point), label: point.label, year: String(point.x) }))
  const d = placed
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`)
    .join('')
  const [start, end] = [placed[0], placed.at(-1)]
  const area = start && end ? `${d}V${foot}H${start.x.toFixed(1)}Z` : ''
  return (
    el('path', { d: area, fill: palette.faint }) +
    el('path', {
      d,
      fill: 'none',
      stroke: palette.accent,
      'stroke-width': 14,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }) +
    el('rect', { x: frame.left, y: foot, width: frame.right - frame.left, height: 4, fill: palette.ink }) +
    placed.map((point) => (point.label ? namedPoint(point, point.label, foot, frame, palette) : '')).join('')
  )
}

function namedPoint(
  { x, y, year }: { x: number; y: number; year: string },
  label: string,
  foot: number,
  frame: Frame,
  palette: Palette,
): string {
  const width = textWidth({ text: label, face: 'serif', size: 64 })
  const atRight = x + width / 2 > frame.right
  const nearer = Math.max(frame.left + width / 2, x - width * 0.35)
  return (
    el('circle', { cx: x, cy: y, r: 20, fill: palette.accent, stroke: palette.ground, 'stroke-width': 6 }) +
    textLine({
      text: label,
      x: atRight ? frame.right : nearer,
      y: y - 46,
      size: 64,
      face: 'serif',
      fill: palette.ink,
      anchor: atRight ? 'end' : 'middle',
      halo: palette.ground,
    }) +
    textLine({
      text: year,
      x: Math.min(frame.right - 60, Math.max(frame.left + 60, x)),
      y: foot + 60,
      size: 46,
      face: 'sans',
      fill: palette.muted,
      anchor: 'middle',
    })
  )
}

/** One number as large as the frame allows, its unit below. */
export function drawNumber({ value, unit }: ChartOf<'number'>, frame: Frame, palette: Palette): string {
  const width = textWidth({ text: value, face: 'serif', size: 100 })
  const room = { width: frame.right - frame.left, height: frame.bottom - frame.top - (unit ? 110 : 0) }
  const size = Math.min((room.width / width) * 100, room.height / 0.72)
  const foot = frame.top + room.height - (room.height - size * 0.72) / 2
  return (
    textLine({
      text: value,
      x: frame.left - size * 0.03,
      y: foot - 30,
      size,
      face: 'serif',
      fill: palette.accent,
    }) +
    (unit
      ? textLine({ text: unit, x: frame.left, y: foot + 76, size: 60, face: 'sans', fill: palette.ink })
      : '')
  )
}

/** Every one counted, as dots in rows, with the groups named beside them. */
export function drawDots({ across, groups }: ChartOf<'dots'>, frame: Frame, palette: Palette): string {
  const tones = { strong: palette.accent, middle: palette.subject, faint: palette.faint }
  const dots = groups.flatMap((group) => new Array<string>(group.count).fill(tones[group.tone]))
  const down = Math.ceil(dots.length / across)
  const names = 84
  const step = Math.min((frame.right - frame.left) / across, (frame.bottom - frame.top - names) / down)
  const top = frame.top + names + (frame.bottom - frame.top - names - down * step) / 2
  const circles = dots.map((fill, index) =>
    el('circle', {
      cx: frame.left + ((index % across) + 0.5) * step,
      cy: top + (Math.floor(index / across) + 0.5) * step,
      r: step * 0.39,
      fill,
    }),
  )
  return circles.join('') + dotNames(groups, tones, frame, palette)
}

function dotNames(
  groups: ChartOf<'dots'>['groups'],
  tones: Record<string, string>,
  frame: Frame,
  palette: Palette,
): string {
  let x = frame.left
  return groups
    .map(({ label, tone }) => {
      if (!label) return ''
      const name =
        el('circle', { cx: x + 20, cy: frame.top + 16, r: 20, fill: tones[tone] }) +
        textLine({ text: label, x: x + 54, y: frame.top + 33, size: 48, face: 'sans', fill: palette.ink })
      x += 54 + textWidth({ text: label, face: 'sans', size: 48 }) + 60
      return name
    })
    .join('')
}
