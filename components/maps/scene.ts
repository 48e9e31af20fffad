import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid } from 'd3-geo'
import { type Box, facingPieces, nearbyPieces } from './nearby.ts'
import { drawPieces, type Outline } from './outline.ts'
import type { Land, Piece } from './topology.ts'

/** The frame of maps of one place, in their own units. */
export const LOCATOR = { width: 600, height: 420 } as const

export interface Ring {
  x: number
  y: number
  radius: number
}

/** Kilometres from edge to edge below which a map would show no surroundings that a reader knows. */
export const LEAST_WIDTH_KM = 900
const EARTH_RADIUS_KM = 6371
/** How much of the frame a country fills. */
const FILL = 0.5
/** Units below which a subject needs a ring to be found. */
const RING_BELOW = 26
/** Beyond this much of the world the coarse atlas is exact enough. */
const COARSE_FROM_DEGREES = 70

/** Pieces of land as d3 takes them. */
export const coordinates = (pieces: Piece[]) => ({
  type: 'MultiPolygon' as const,
  coordinates: pieces.map((piece) => piece.rings),
})

/** The scale at which the frame is that wide: that of countries too small to fill it. */
export const scaleOfWidth = (km: number) => (LOCATOR.width * EARTH_RADIUS_KM) / km

interface Width {
  /** How much of the frame the pieces fill at most. */
  fill?: number
  leastWidthKm?: number
}

/** A projection that shows the pieces in the middle of the frame. */
export const project = (
  pieces: Piece[],
  { fill = FILL, leastWidthKm = LEAST_WIDTH_KM }: Width = {},
): GeoProjection => {
  const shape = coordinates(pieces)
  const [lng, lat] = geoCentroid(shape)
  const projection = geoAzimuthalEqualArea().rotate([-lng, -lat]).precision(0)
  // What is drawn does not reach the far side of the globe, where d3 would cut: that search costs most of a map.
  projection.preclip((stream) => stream)
  const [marginX, marginY] = [(LOCATOR.width * (1 - fill)) / 2, (LOCATOR.height * (1 - fill)) / 2]
  projection.fitExtent(
    [
      [marginX, marginY],
      [LOCATOR.width - marginX, LOCATOR.height - marginY],
    ],
    shape,
  )
  const largestScale = scaleOfWidth(leastWidthKm)
  if (projection.scale() > largestScale) {
    projection.scale(largestScale).translate([LOCATOR.width / 2, LOCATOR.height / 2])
  }
  return projection.clipExtent([
    [-4, -4],
    [LOCATOR.width + 4, LOCATOR.height + 4],
  ])
}

/** The box of degrees that the frame shows, or undefined when it holds so much that nothing can be left out. */
export const window = (projection: GeoProjection): Box | undefined => {
  const box: Box = [180, 90, -180, -90]
  for (let step = 0; step <= 8; step += 1) {
    const [x, y] = [(LOCATOR.width * step) / 8, (LOCATOR.height * step) / 8]
    const edge: [number, number][] = [
      [x, 0],
      [x, LOCATOR.height],
      [0, y],
      [LOCATOR.width, y],
    ]
    for (const point of edge) {
      const [lng, lat] = projection.invert?.(point) ?? [Number.NaN, Number.NaN]
      if (Number.isNaN(lng) || Number.isNaN(lat)) return undefined
      box[0] = Math.min(box[0], lng)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lng)
      box[3] = Math.max(box[3], lat)
    }
  }
  return box[2] - box[0] > COARSE_FROM_DEGREES ? undefined : box
}

const degreesPerUnit = (projection: GeoProjection) => 180 / Math.PI / projection.scale()

/** The pieces that a map shows, without detail finer than `units` of it. */
export const shown = (pieces: Piece[], view: Box | undefined, projection: GeoProjection, units: number) => {
  const least = units * degreesPerUnit(projection)
  if (view) return nearbyPieces(pieces, view, least)
  const [lng = 0, lat = 0] = projection.rotate().map((degrees) => -degrees)
  return facingPieces(pieces, [lng, lat], least)
}

/** Each land as it lies on the map; rings smaller than `smallest` square units are left out. */
export const draw = (
  lands: Land[],
  view: Box | undefined,
  projection: GeoProjection,
  { step = view ? 3 : 4.5, smallest }: { step?: number; smallest: number },
) =>
  lands.map((land) => ({
    land,
    outline: drawPieces(shown(land.pieces, view, projection, 2), projection, {
      step,
      smallest,
    }),
  }))

/** A ring around what is too small to be seen: around its largest island or its land. */
export const ringAround = (outline: Outline, projection: GeoProjection, land: Land): Ring | undefined => {
  const box = outline.rings[0]?.box
  const size = box ? Math.max(box[2] - box[0], box[3] - box[1]) : 0
  if (size >= RING_BELOW) return undefined
  const [x, y] = projection(geoCentroid(coordinates(land.pieces.slice(0, 1)))) ?? [
    LOCATOR.width / 2,
    LOCATOR.height / 2,
  ]
  return { x: Math.round(x), y: Math.round(y), radius: 22 }
}
