import type { Palette } from './colours.ts'
import type { PlateSource } from './pictureSource.ts'
import { canvas, el } from './svg.ts'

type Motif = (palette: Palette, colours: string[]) => string

const { width, height } = canvas
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Each motif fills the upper two thirds; the words stand below it. */
export const motifs: Record<PlateSource['motif'], Motif> = {
  waves,
  hexagons,
  rose,
  moon,
  sun,
  bands,
  heads,
  pages,
}

/** Rows of swell, nearer and stronger towards the foot. */
function waves(palette: Palette): string {
  return upTo(8)
    .map((row) => {
      const y = 84 + row * 80
      const [length, lift] = [220 + row * 26, 20 + row * 3.5]
      const swells = upTo(12).map((at) => `q${length / 2},${at % 2 === 0 ? -lift * 2 : lift * 2} ${length},0`)
      const d = `M${-length * ((row * 0.37) % 2)},${y}${swells.join('')}`
      const stroke = row % 3 === 2 ? palette.accent : palette.subject
      return el('path', { d, fill: 'none', stroke, 'stroke-width': 7 + row * 2.2 })
    })
    .join('')
}

/** A mirror of eighteen hexagons around an open middle. */
function hexagons(palette: Palette): string {
  const radius = 86
  const cells = upTo(5).flatMap((column) => {
    const q = column - 2
    return upTo(5 - Math.abs(q)).map((row) => ({ q, r: row - 2 + Math.max(0, -q) }))
  })
  const drawn = cells
    .filter(({ q, r }) => q !== 0 || r !== 0)
    .map(({ q, r }) => {
      const cx = 1330 + q * radius * 1.56
      const cy = 420 + (r + q / 2) * radius * 1.8
      const corners = upTo(6).map((at) => {
        const angle = (at * Math.PI) / 3
        return `${(cx + radius * Math.cos(angle)).toFixed(1)},${(cy + radius * Math.sin(angle)).toFixed(1)}`
      })
      const ring = Math.max(Math.abs(q), Math.abs(r), Math.abs(q + r))
      return el('polygon', { points: corners.join(' '), fill: ring === 1 ? palette.accent : palette.subject })
    })
  return drawn.join('') + stars(palette)
}

/** Points of light whose places follow from their number alone. */
function stars(palette: Palette): string {
  return upTo(46)
    .map((at) => {
      const [cx, cy] = [(at * 733) % 1790, (at * 421 + 60) % 900]
      return el('circle', {
        cx,
        cy,
        r: 2 + (at % 4) * 1.6,
        fill: palette.ink,
        opacity: 0.35 + (at % 3) * 0.2,
      })
    })
    .join('')
}

/** A rose window: twelve petals and twenty-four panes about a middle. */
function rose(palette: Palette): string {
  const [cx, cy] = [width / 2, 440]
  const petal = (turn: number, reach: number, half: number, fill: string) =>
    el('path', {
      d: `M${cx},${cy}m0,-70c${half},${-reach * 0.35} ${half},${-reach * 0.75} 0,${-reach}c${-half},${reach * 0.25} ${-half},${reach * 0.65} 0,${reach}z`,
      fill,
      transform: `rotate(${turn} ${cx} ${cy})`,
    })
  const panes = upTo(24).map((at) => {
    const angle = ((at + 0.5) * Math.PI) / 12
    const fill = at % 2 === 0 ? palette.subject : palette.accent
    return el('circle', { cx: cx + Math.sin(angle) * 352, cy: cy - Math.cos(angle) * 352, r: 35, fill })
  })
  return [
    el('circle', { cx, cy, r: 410, fill: palette.land }),
    ...upTo(12).map((at) => petal(at * 30 + 15, 215, 62, palette.near)),
    ...upTo(12).map((at) => petal(at * 30, 240, 70, at % 2 === 0 ? palette.accent : palette.subject)),
    ...panes,
    el('circle', { cx, cy, r: 62, fill: palette.accent }),
    el('circle', { cx, cy, r: 30, fill: palette.ground }),
    el('circle', { cx, cy, r: 410, fill: 'none', stroke: palette.accent, 'stroke-width': 10 }),
  ].join('')
}

/** The moon at the edge of the sheet, a path coming round to its south. */
function moon(palette: Palette): string {
  const [cx, cy, r] = [1130, 330, 470]
  const craters = [
    [-150, -120, 74],
    [90, -210, 48],
    [180, 40, 92],
    [-60, 120, 56],
    [-260, 90, 40],
    [20, -40, 34],
    [-10, 290, 46],
    [250, -140, 36],
  ] as const
  const orbit = {
    fill: 'none',
    stroke: palette.accent,
    'stroke-width': 8,
    'stroke-dasharray': '4 26',
    'stroke-linecap': 'round',
  }
  return [
    stars(palette),
    el('circle', { cx, cy, r, fill: palette.near }),
    ...craters.map(([dx, dy, size]) =>
      el('circle', { cx: cx + dx, cy: cy + dy, r: size, fill: palette.land }),
    ),
    el('path', { d: `M-40,240C300,640 700,900 ${cx + 90},${cy + 400}`, ...orbit }),
    el('circle', { cx: cx + 90, cy: cy + 400, r: 24, fill: palette.accent }),
    el('circle', {
      cx: cx + 90,
      cy: cy + 400,
      r: 58,
      fill: 'none',
      stroke: palette.accent,
      'stroke-width': 7,
    }),
  ].join('')
}

/** A low sun of rings over a horizon, with strokes of heat. */
function sun(palette: Palette): string {
  const [cx, cy] = [1250, 620]
  return [
    ...[600, 490, 380].map((r, at) =>
      el('circle', { cx, cy, r, fill: [palette.land, palette.near, palette.subject][at] ?? palette.land }),
    ),
    el('circle', { cx, cy, r: 270, fill: palette.accent }),
    el('rect', { x: 0, y: cy, width, height: height - cy, fill: palette.ground }),
    ...upTo(5).map((at) =>
      el('rect', {
        x: 650 + at * 110,
        y: cy + 26 + at * 42,
        width: 1200 - at * 220,
        height: 12,
        fill: palette.subject,
      }),
    ),
  ].join('')
}

/** Flags of three stripes beside one another, given as three colours each and parted by a slanting edge. */
function bands(palette: Palette, colours: string[]): string {
  const flags = upTo(Math.ceil(colours.length / 3)).map((at) => colours.slice(at * 3, at * 3 + 3))
  const across = width / flags.length
  const stripe = 240
  const edge = (flag: number, y: number) =>
    flag === 0 ? -10 : flag === flags.length ? width + 10 : flag * across + 90 - y / 4
  const drawn = flags.flatMap((stripes, flag) =>
    stripes.map((fill, row) => {
      const [top, foot] = [row * stripe, (row + 1) * stripe]
      const corners = [
        [edge(flag, top), top],
        [edge(flag + 1, top), top],
        [edge(flag + 1, foot), foot],
        [edge(flag, foot), foot],
      ]
      return el('polygon', { points: corners.map((corner) => corner.join(',')).join(' '), fill })
    }),
  )
  const slants = upTo(flags.length - 1).map((at) => {
    const d = `M${edge(at + 1, -20)},-20L${edge(at + 1, 3 * stripe)},${3 * stripe}`
    return el('path', { d, stroke: palette.ground, 'stroke-width': 28, fill: 'none' })
  })
  return [...drawn, ...slants].join('')
}

/** Cast heads and plaques in rows, simplified to ovals, collars and frames. */
function heads(palette: Palette): string {
  return upTo(5)
    .map((at) => {
      const cx = 250 + at * 325
      const lit = at % 2 === 0
      const metal = lit ? palette.subject : palette.near
      return [
        el('path', { d: `M${cx - 120},760V610q0,-70 60,-80h120q60,10 60,80V760Z`, fill: metal }),
        ...upTo(4).map((ring) =>
          el('rect', { x: cx - 92, y: 545 + ring * 38, width: 184, height: 16, fill: palette.ground }),
        ),
        el('path', {
          d: `M${cx - 100},300q0,-130 100,-130t100,130v110q0,140 -100,140t-100,-140Z`,
          fill: metal,
        }),
        el('path', {
          d: `M${cx - 116},300q0,-170 116,-170t116,170v20h-232Z`,
          fill: lit ? palette.accent : palette.subject,
        }),
        ...[-1, 1].map((side) =>
          el('ellipse', { cx: cx + side * 42, cy: 385, rx: 22, ry: 12, fill: palette.ground }),
        ),
        el('path', { d: `M${cx},400l-22,70h44Z`, fill: palette.ground, opacity: 0.55 }),
      ].join('')
    })
    .join('')
}

/** Sheets of a text, laid over one another, lines ruled. */
function pages(palette: Palette): string {
  return upTo(3)
    .map((at) => {
      const sheet = [
        el('rect', {
          x: 0,
          y: 0,
          width: 560,
          height: 760,
          fill: at === 2 ? palette.subject : palette.near,
          stroke: palette.ground,
          'stroke-width': 10,
        }),
        ...upTo(10).map((row) =>
          el('rect', {
            x: 60,
            y: 80 + row * 60,
            width: row % 4 === 3 ? 260 : 440,
            height: 16,
            fill: row === 0 ? palette.accent : palette.land,
          }),
        ),
      ]
      return el(
        'g',
        { transform: `translate(${760 + at * 170} ${60 + at * 34}) rotate(${-8 + at * 8})` },
        ...sheet,
      )
    })
    .join('')
}
