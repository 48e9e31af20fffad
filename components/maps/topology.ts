import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json'
import coarse from 'world-atlas/countries-110m.json'

export type Ring = [number, number][]

/** One piece of land: its rings in degrees and the box around the outer one, [west, south, east, north]. */
export interface Piece {
  rings: Ring[]
  box: [number, number, number, number]
  /** Rough size, in square degrees at the piece's own latitude. */
  size: number
}

export interface Land {
  /** ISO 3166-1 numeric; empty for places without a code. */
  isoNumeric: string
  name: string
  /** Largest first. */
  pieces: Piece[]
}

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

const toPiece = (rings: Ring[]): Piece => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng, lat] of rings[0] ?? []) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const middle = Math.cos((((south + north) / 2) * Math.PI) / 180)
  return { rings, box: [west, south, east, north], size: (east - west) * middle * (north - south) }
}

const toRing = (positions: number[][]): Ring => positions.map(([lng = 0, lat = 0]) => [lng, lat])

const readLands = (atlas: Atlas): Land[] =>
  feature(atlas, atlas.objects.countries).features.map(({ id, properties, geometry }) => {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : []
    return {
      isoNumeric: id === undefined ? '' : String(id).padStart(3, '0'),
      name: properties.name,
      pieces: polygons.map((polygon) => toPiece(polygon.map(toRing))).sort((a, b) => b.size - a.size),
    }
  })

// JSON modules type coordinates as loose numbers; the files are published in exactly this shape.
const isAtlas = (topology: unknown): topology is Atlas =>
  typeof topology === 'object' && topology !== null && 'objects' in topology && 'arcs' in topology

const readAtlas = (topology: unknown) => {
  if (!isAtlas(topology)) throw new Error('world-atlas is not a topology of countries')
  return withCrimeaInUkraine(withKosovosCode(readLands(topology)))
}

/** ISO has given Kosovo no code; 983 is from the range that it leaves to its users, as countries/kosovo.yaml says. */
const withKosovosCode = (all: Land[]): Land[] =>
  all.map((land) => (land.name === 'Kosovo' ? { ...land, isoNumeric: '983' } : land))

const RUSSIA = '643'
const UKRAINE = '804'
const isCrimea = ({ box: [west, south, east, north] }: Piece) =>
  west > 32 && south > 44 && east < 37 && north < 46.6

/**
 * Natural Earth draws who controls a place. Our maps follow the General Assembly's resolution 68/262, as the
 * newsroom's pictures do, and draw Crimea with Ukraine.
 */
const withCrimeaInUkraine = (all: Land[]): Land[] => {
  const crimea = all
    .filter((land) => land.isoNumeric === RUSSIA)
    .flatMap(({ pieces }) => pieces.filter(isCrimea))
  return all.map((land) => {
    if (land.isoNumeric === RUSSIA)
      return { ...land, pieces: land.pieces.filter((piece) => !isCrimea(piece)) }
    return land.isoNumeric === UKRAINE ? { ...land, pieces: [...land.pieces, ...crimea] } : land
  })
}

/** About one kilometre: enough to be marked with a ring. */
const SPECK = 0.01
const speckAt = (lng: number, lat: number): Piece =>
  toPiece([
    [
      [lng - SPECK, lat - SPECK],
      [lng - SPECK, lat + SPECK],
      [lng + SPECK, lat + SPECK],
      [lng + SPECK, lat - SPECK],
      [lng - SPECK, lat - SPECK],
    ],
  ])

/** Members of the United Nations whose atolls are too narrow for the atlas: a point where the capital lies. */
const UNDRAWN: Land[] = [{ isoNumeric: '798', name: 'Tuvalu', pieces: [speckAt(179.2, -8.52)] }]

// Read when the server starts, so that no reader waits for it.
const lands = { coarse: readAtlas(coarse), fine: [...readAtlas(fine), ...UNDRAWN] }

/** Natural Earth at 1:110 million: for the whole world and the largest countries. */
export const coarseLands = () => lands.coarse
/** Natural Earth at 1:50 million: for a country and its surroundings, small states included. */
export const fineLands = () => lands.fine
