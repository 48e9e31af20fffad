import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type GeoProjection, geoArea, geoAzimuthalEqualArea, geoOrthographic } from 'd3-geo'
import type { Feature, Geometry, MultiLineString, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { withCrimeaInUkraine } from './crimea.ts'
import type { PlaceSource } from './pictureSource.ts'
import { canvas } from './svg.ts'

type Atlas = Topology<{ countries: GeometryCollection }>

export interface World {
  countries: Feature<Geometry>[]
  borders: MultiLineString
}

const earthRadiusKm = 6371
const require = createRequire(import.meta.url)
const worlds = new Map<string, World>()

/** Natural Earth's countries by ISO numeric code, at one of three levels of detail. */
export function worldAt(detail: PlaceSource['detail']): World {
  const known = worlds.get(detail)
  if (known) return known
  const atlas: Atlas = JSON.parse(
    readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), 'utf8'),
  )
  const world = {
    countries: withCrimeaInUkraine(
      feature(atlas, atlas.objects.countries).features.map(withIslandsRightWayRound),
    ),
    borders: mesh(atlas, atlas.objects.countries, (left, right) => left !== right),
  }
  worlds.set(detail, world)
  return world
}

/** Atolls of the atlas so small that rounding has turned their outline would be drawn as the rest of the earth. */
function withIslandsRightWayRound(country: Feature<Geometry>): Feature<Geometry> {
  const { geometry } = country
  if (geometry.type !== 'MultiPolygon') return country
  return { ...country, geometry: { ...geometry, coordinates: geometry.coordinates.map(rightWayRound) } }
}

function rightWayRound(coordinates: Position[][]): Position[][] {
  const isTurned = geoArea({ type: 'Polygon', coordinates }) > 2 * Math.PI
  return isTurned ? coordinates.map((ring) => ring.toReversed()) : coordinates
}

/** Equal-area about the picture's own middle, so that any corner of the earth is drawn without distortion. */
export function projectionOf({ projection, centre: [lat, lng], width }: PlaceSource): GeoProjection {
  const middle: [number, number] = [canvas.width / 2, canvas.height / 2]
  const turned =
    projection === 'globe' ? geoOrthographic().clipAngle(90) : geoAzimuthalEqualArea().clipAngle(reach(width))
  const bleed = 40
  return turned
    .rotate([-lng, -lat])
    .translate(middle)
    .scale((canvas.width * earthRadiusKm) / width)
    .precision(0.2)
    .clipExtent([
      [-bleed, -bleed],
      [canvas.width + bleed, canvas.height + bleed],
    ])
}

/** Degrees from the middle to beyond the corners: land on the far side of the earth would otherwise fill the whole picture. */
const reach = (width: number) => Math.min(100, 3 + (width / earthRadiusKm) * 60)

export const kmToPixels = (km: number, { width }: PlaceSource) => (km * canvas.width) / width
