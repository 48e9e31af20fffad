import { geoCentroid, geoEqualEarth } from 'd3-geo'
import { drawPieces, mainPieces } from './outline.ts'
import { coarseLands, fineLands, type Land } from './topology.ts'

export const WORLD = { width: 1000, height: 515 } as const

/** Antarctica has no articles and would take a fifth of the height. */
const LEFT_OUT = '010'
/** Square units below which a country gets a dot as well, so that it can be seen and pressed. */
const DOT_BELOW = 130

/** What a map refers to in `worldDrawing`. */
export const LAND_ID = 'land'

export interface WorldCountry {
  isoNumeric: string
  path: string
  dot: { x: number; y: number } | undefined
}

/** From Alaska to New Zealand and from Greenland to Cape Horn: the frame of what is drawn. */
const CORNERS = {
  type: 'MultiPoint' as const,
  coordinates: [
    [-166, 66],
    [-156, 20],
    [178, -38],
    [-40, 83],
    [-68, -56],
  ],
}

const projection = geoEqualEarth().rotate([-11, 0]).precision(1)
projection.fitSize([WORLD.width, WORLD.height], CORNERS).clipExtent([
  [0, 0],
  [WORLD.width, WORLD.height],
])

const drawWorld = (): Map<string, WorldCountry> => {
  const coarse = new Map(coarseLands().map((land) => [land.isoNumeric || land.name, land]))
  const places: Land[] = [...coarse.values()]
  for (const land of fineLands()) {
    if (land.isoNumeric && !coarse.has(land.isoNumeric)) places.push({ ...land, pieces: mainPieces(land) })
  }
  return new Map(
    places
      .filter((land) => land.isoNumeric !== LEFT_OUT)
      .map((land) => {
        const outline = drawPieces(land.pieces, projection, { step: 2.5, smallest: 5 })
        const area = outline.rings.reduce((sum, ring) => sum + ring.area, 0)
        const shape = {
          type: 'MultiPolygon' as const,
          coordinates: mainPieces(land).map((piece) => piece.rings),
        }
        const [x, y] = (area < DOT_BELOW && projection(geoCentroid(shape))) || []
        const dot = x === undefined || y === undefined ? undefined : { x: Math.round(x), y: Math.round(y) }
        return [land.isoNumeric || land.name, { isoNumeric: land.isoNumeric, path: outline.path, dot }]
      }),
  )
}

let world: Map<string, WorldCountry> | undefined

/** Every country on an equal-earth map of WORLD's size; drawn once a process. */
export const worldCountries = () => {
  world ??= drawWorld()
  return world
}

/** All land as an SVG file to refer to; it has no colours of its own, but those of the map that shows it. */
export const worldDrawing = (): string => {
  const path = [...worldCountries().values()].map((country) => country.path).join('')
  const land = `<path id="${LAND_ID}" vector-effect="non-scaling-stroke" d="${path}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WORLD.width} ${WORLD.height}">${land}</svg>`
}
