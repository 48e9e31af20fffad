import { geoContains } from 'd3-geo'
import type { Feature, Geometry, Position } from 'geojson'

const russia = '643'
const ukraine = '804'
const inCrimea: [number, number] = [34.3, 45.2]

/**
 * Natural Earth draws who controls a place. Our pictures follow the General Assembly's resolution 68/262 and draw
 * Crimea with Ukraine; captions say who holds it.
 */
export function withCrimeaInUkraine(countries: Feature<Geometry>[]): Feature<Geometry>[] {
  const crimea = countries
    .filter(({ id }) => id === russia)
    .flatMap(({ geometry }) => polygonsOf(geometry).filter(isCrimea))
  return countries.map((country) => {
    if (country.id === russia)
      return withPolygons(
        country,
        polygonsOf(country.geometry).filter((one) => !isCrimea(one)),
      )
    return country.id === ukraine
      ? withPolygons(country, [...polygonsOf(country.geometry), ...crimea])
      : country
  })
}

const isCrimea = (coordinates: Position[][]) => geoContains({ type: 'Polygon', coordinates }, inCrimea)

const withPolygons = (country: Feature<Geometry>, coordinates: Position[][][]): Feature<Geometry> => ({
  ...country,
  geometry: { type: 'MultiPolygon', coordinates },
})

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'Polygon' ? [geometry.coordinates] : []
}
