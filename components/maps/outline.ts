import type { GeoContext, GeoProjection } from 'd3-geo'
import { geoPath } from 'd3-geo'
import type { Land, Piece } from './topology.ts'

/** A ring as it lies on the map, in the map's own units. */
export interface DrawnRing {
  centre: [number, number]
  area: number
  box: [number, number, number, number]
}

export interface Outline {
  /** SVG path data, in whole units. */
  path: string
  rings: DrawnRing[]
}

const measure = (points: [number, number][]): DrawnRing => {
  let [area, x, y] = [0, 0, 0]
  let previous = points.at(-1) ?? [0, 0]
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const point of points) {
    const cross = previous[0] * point[1] - point[0] * previous[1]
    area += cross
    x += (previous[0] + point[0]) * cross
    y += (previous[1] + point[1]) * cross
    box[0] = Math.min(box[0], point[0])
    box[1] = Math.min(box[1], point[1])
    box[2] = Math.max(box[2], point[0])
    box[3] = Math.max(box[3], point[1])
    previous = point
  }
  const centre: [number, number] =
    area === 0 ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [x / (3 * area), y / (3 * area)]
  return { centre, area: Math.abs(area / 2), box }
}

/** Points nearer than `step` to the one before are left out: what the eye cannot see need not be sent. */
const thin = (points: [number, number][], step: number) => {
  const kept: [number, number][] = []
  for (const [x, y] of points) {
    const last = kept.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) >= step) kept.push([Math.round(x), Math.round(y)])
  }
  return kept
}

const toPath = (points: [number, number][]) => {
  const [first, ...rest] = points
  if (!first) return ''
  let [x, y] = first
  let path = `M${x},${y}l`
  for (const [nextX, nextY] of rest) {
    const dx = nextX - x
    const dy = nextY - y
    path += `${path.endsWith('l') || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ','}${dy}`
    x = nextX
    y = nextY
  }
  return `${path}z`
}

/** Collects what d3 draws ring by ring, simplified and written with relative steps to keep a page small. */
const createPen = (step: number, smallest: number) => {
  const rings: DrawnRing[] = []
  let path = ''
  let points: [number, number][] = []
  const finish = () => {
    const drawn = thin(points, step)
    const ring = measure(points)
    if (drawn.length > 2 && ring.area >= smallest) {
      path += toPath(drawn)
      rings.push(ring)
    }
    points = []
  }
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      points = [[x, y]]
    },
    lineTo: (x, y) => {
      points.push([x, y])
    },
    closePath: finish,
    arc: () => undefined,
  }
  return { context, outline: (): Outline => ({ path, rings }) }
}

/** Draws pieces of land; rings smaller than `smallest` square units are left out. */
export const drawPieces = (
  pieces: Piece[],
  projection: GeoProjection,
  { step, smallest = 0 }: { step: number; smallest?: number },
): Outline => {
  const pen = createPen(step, smallest)
  const draw = geoPath(projection, pen.context)
  draw({ type: 'MultiPolygon', coordinates: pieces.map((piece) => piece.rings) })
  const { path, rings } = pen.outline()
  return { path, rings: rings.sort((a, b) => b.area - a.area) }
}

/** The piece that a country is known by, with those of a comparable size: France without Guiana. */
export const mainPieces = (land: Land): Piece[] => {
  const largest = land.pieces[0]?.size ?? 0
  return land.pieces.filter((piece) => piece.size >= largest * 0.25)
}
