import { geoGraticule, geoPath } from 'd3-geo'
import { type Palette, paletteOf } from './colours.ts'
import { kmToPixels, projectionOf, worldAt } from './geography.ts'
import type { PlaceSource } from './pictureSource.ts'
import { placeLabel } from './placeLabel.ts'
import { canvas, el, svgDocument } from './svg.ts'
import { textLine } from './typeface.ts'

type Draw = (shape: Parameters<ReturnType<typeof geoPath>>[0]) => string

/** A map of the scene. `codeOf` gives the ISO numeric code of a country of ours by its slug. */
export function drawPlace(source: PlaceSource, codeOf: (slug: string) => string): string {
  const palette = paletteOf(source.accent, source.ground)
  const projection = projectionOf(source)
  const path = geoPath(projection).digits(1)
  const draw: Draw = (shape) => path(shape) ?? ''
  const position = ([lat, lng]: [number, number]) => projection([lng, lat]) ?? [0, 0]
  return svgDocument(
    palette.ground,
    hatching(palette),
    source.projection === 'globe' ? graticule(draw, palette) : '',
    lands(source, draw, palette, codeOf),
    ...source.areas.map((area) => drawArea(area, draw, palette)),
    ...source.lines.map((line) => drawLine(line, draw, palette)),
    ...source.rings.map(({ at, km }) => {
      const [cx, cy] = position(at)
      const ring = {
        cx,
        cy,
        r: kmToPixels(km, source),
        fill: 'none',
        stroke: palette.accent,
        'stroke-width': 6,
      }
      return el('circle', ring)
    }),
    ...source.labels.map((label) => placeLabel(label, position(label.at), palette)),
    source.scaleBar ? scaleBar(source.scaleBar, source, palette) : '',
  )
}

function lands(source: PlaceSource, draw: Draw, palette: Palette, codeOf: (slug: string) => string): string {
  const world = worldAt(source.detail)
  const codes = (slugs: string[]) =>
    new Set(slugs.map((slug) => (/^\d{3}$/.test(slug) ? slug : codeOf(slug))))
  const [subject, near] = [codes(source.subject), codes(source.near)]
  const fillOf = (code: string) =>
    subject.has(code) ? palette.subject : near.has(code) ? palette.near : palette.land
  const countries = world.countries.map((country) => {
    const d = draw(country)
    const fill = fillOf(String(country.id).padStart(3, '0'))
    return d && el('path', { d, fill, stroke: fill, 'stroke-width': 0.7 })
  })
  const borders = { d: draw(world.borders), fill: 'none', stroke: palette.border, 'stroke-width': 3.5 }
  return countries.join('') + el('path', { ...borders, 'stroke-linejoin': 'round' })
}

function graticule(draw: Draw, palette: Palette): string {
  const globe = {
    d: draw({ type: 'Sphere' }),
    fill: palette.ground,
    stroke: palette.faint,
    'stroke-width': 4,
  }
  return (
    el('path', globe) +
    el('path', {
      d: draw(geoGraticule().step([20, 20])()),
      fill: 'none',
      stroke: palette.faint,
      'stroke-width': 2,
    })
  )
}

const hatching = (palette: Palette) =>
  el(
    'defs',
    {},
    el(
      'pattern',
      { id: 'hatch', width: 18, height: 18, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      el('rect', { width: 8, height: 18, fill: palette.accent }),
    ),
  )

function drawArea(area: PlaceSource['areas'][number], draw: Draw, palette: Palette): string {
  const ring = [...area.outline, ...area.outline.slice(0, 1)].map(([lat, lng]) => [lng, lat])
  const d = draw({ type: 'LineString', coordinates: ring })
  const fill = area.fill === 'hatch' ? 'url(#hatch)' : palette.accent
  return el('path', { d: `${d}Z`, fill, 'fill-opacity': 0.85, stroke: palette.accent, 'stroke-width': 5 })
}

const lineStyles = {
  route: { 'stroke-width': 9, 'stroke-dasharray': undefined },
  arrow: { 'stroke-width': 14, 'stroke-dasharray': undefined },
  border: { 'stroke-width': 10, 'stroke-dasharray': '26 16' },
  river: { 'stroke-width': 5, 'stroke-dasharray': undefined },
} as const

function drawLine(line: PlaceSource['lines'][number], draw: Draw, palette: Palette): string {
  const d = draw({ type: 'LineString', coordinates: line.along.map(([lat, lng]) => [lng, lat]) })
  const stroke = {
    stroke: palette.accent,
    ...lineStyles[line.kind],
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  const head = line.kind === 'arrow' ? arrowHead(d, palette.accent) : ''
  return el('path', { d, fill: 'none', ...stroke }) + head
}

/** A triangle at the end of a path of straight pieces. */
function arrowHead(d: string, fill: string): string {
  const numbers = [...d.matchAll(/-?\d+(\.\d+)?/g)].map((match) => Number(match[0]))
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.slice(-4)
  const turn = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI
  const transform = `translate(${Math.round(x1)} ${Math.round(y1)}) rotate(${Math.round(turn)})`
  return el('path', { d: 'M-10,-34L44,0L-10,34Z', fill, transform })
}

function scaleBar(km: number, source: PlaceSource, palette: Palette): string {
  const x = canvas.margin
  const y = canvas.height - canvas.margin + 20
  const length = kmToPixels(km, source)
  const bar = {
    d: `M${x},${y - 14}V${y}H${Math.round(x + length)}V${y - 14}`,
    fill: 'none',
    stroke: palette.ink,
  }
  const label = {
    text: `${km} km`,
    x: x + length + 22,
    y: y + 6,
    size: 38,
    face: 'sansRegular',
    fill: palette.ink,
  } as const
  return el('path', { ...bar, 'stroke-width': 5 }) + textLine({ ...label, halo: palette.land })
}
