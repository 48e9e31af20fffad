import { geoDistance } from 'd3-geo'
import type { Piece, Ring } from './topology.ts'

/** [west, south, east, north], in degrees. */
export type Box = [number, number, number, number]

const widened = ([west, south, east, north]: Box): Box => {
  const [x, y] = [(east - west) / 2, (north - south) / 2]
  return [west - x, south - y, east + x, north + y]
}

const WEST = 1
const EAST = 2
const SOUTH = 4
const NORTH = 8

/** On which sides of the box a point lies outside it; 0 inside. */
const sidesOf = ([lng, lat]: [number, number], [west, south, east, north]: Box) =>
  (lng < west ? WEST : lng > east ? EAST : 0) + (lat < south ? SOUTH : lat > north ? NORTH : 0)

const isSmall = (ring: Ring, least: number) => {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  return Math.max(...lngs) - Math.min(...lngs) < least || Math.max(...lats) - Math.min(...lats) < least
}

/** How many times finer than itself the detail of an island must be to be left out. */
const SPARED_BELOW = 12

/**
 * A ring without the points nearer than `least` degrees to the one before: too near to be told apart on the map. Small
 * rings stay whole: thinned to a sliver they might turn over, and on a sphere the inside of a turned ring is the world.
 */
const thinRing = (ring: Ring, least: number): Ring => {
  if (isSmall(ring, SPARED_BELOW * least)) return ring
  const thinned: Ring = []
  let [lastLng, lastLat] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  ring.forEach((point, index) => {
    const [lng, lat] = point
    const isEnd = index === 0 || index === ring.length - 1
    if (!isEnd && Math.abs(lng - lastLng) < least && Math.abs(lat - lastLat) < least) return
    thinned.push(point)
    lastLng = lng
    lastLat = lat
  })
  return thinned
}

/** A point between two others beyond the same side of the box draws nothing inside it. */
const trimRing = (ring: Ring, box: Box): Ring => {
  const sides = ring.map((point) => sidesOf(point, box))
  const trimmed: Ring = []
  let before = 0
  ring.forEach((point, index) => {
    const own = sides[index] ?? 0
    const isEnd = index === 0 || index === ring.length - 1
    if (!isEnd && (before & own & (sides[index + 1] ?? 0)) !== 0) return
    trimmed.push(point)
    before = own
  })
  return trimmed
}

const meets = ({ box }: Piece, [west, south, east, north]: Box) =>
  box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south

const thinPiece = (piece: Piece, least: number): Piece => ({
  ...piece,
  rings: piece.rings.map((ring) => thinRing(ring, least)),
})

/**
 * What a map of `box` needs of these pieces: far pieces are left out, and the far coasts of near ones are cut
 * short. Russia has thousands of points, of which a map of Georgia shows some two hundred. Detail finer than `least`
 * degrees is left out.
 */
export const nearbyPieces = (pieces: Piece[], box: Box, least = 0): Piece[] => {
  const around = widened(box)
  return pieces
    .filter((piece) => meets(piece, box))
    .map((piece) => thinPiece(piece, least))
    .map((piece) => ({ ...piece, rings: piece.rings.map((ring) => trimRing(ring, around)) }))
}

/** Degrees from the middle of a map beyond which nothing is in its frame, even of half the world. */
const FAR_SIDE = 100

/** What a map of half the world around `centre` needs of these pieces: those that are not on its far side. */
export const facingPieces = (pieces: Piece[], centre: [number, number], least = 0): Piece[] =>
  pieces
    .filter(({ box: [west, south, east, north] }) => {
      const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
      return (geoDistance(centre, middle) * 180) / Math.PI < FAR_SIDE
    })
    .map((piece) => thinPiece(piece, least))
