import { geoCentroid, geoDistance } from 'd3-geo'
import type { InterfaceLanguage } from '../../lib/format/words/interfaceLanguage.ts'
import { type PlacedLabel, placeLabels } from './labels.ts'
import { landName } from './landNames.ts'
import { drawPieces, mainPieces } from './outline.ts'
import { coordinates, draw, LOCATOR, project, type Ring, ringAround, shown, window } from './scene.ts'
import { coarseLands, fineLands, type Land } from './topology.ts'

/** Two countries in one frame; `subjects` and `rings` in the order in which they were asked for. */
export interface PairOfLands {
  subjects: [string, string]
  rings: [Ring | undefined, Ring | undefined]
  land: string
  labels: PlacedLabel[]
}

/** How much of the frame the two fill together. */
const FILL = 0.72
/** Degrees between two countries beyond which one frame would show half a globe and neither of them. */
const TOO_FAR = 50

const middleOf = (land: Land) => geoCentroid(coordinates(mainPieces(land)))

const drawPair = (first: Land, second: Land, language: InterfaceLanguage): PairOfLands => {
  const projection = project([...mainPieces(first), ...mainPieces(second)], { fill: FILL })
  const view = window(projection)
  const isSubject = ({ isoNumeric }: Land) =>
    isoNumeric === first.isoNumeric || isoNumeric === second.isoNumeric
  const outlineOf = (land: Land) =>
    drawPieces(shown(land.pieces, view, projection, 1), projection, { step: 2 })
  const subjects = [first, second].map((land) => {
    const outline = outlineOf(land)
    return { name: landName(land, language), outline, ring: ringAround(outline, projection, land) }
  })
  const others = draw(
    (view ? fineLands() : coarseLands()).filter((land) => !isSubject(land)),
    view,
    projection,
    { smallest: 12 },
  )
  const [one, other] = subjects
  return {
    subjects: [one?.outline.path ?? '', other?.outline.path ?? ''],
    rings: [one?.ring, other?.ring],
    land: others.map(({ outline }) => outline.path).join(''),
    labels: placeLabels({
      subjects,
      others: others.map(({ land, outline }) => ({ name: landName(land, language), outline, near: false })),
      frame: LOCATOR,
    }),
  }
}

const drawn = new Map<string, PairOfLands | undefined>()

/**
 * Two countries and the land around them, as SVG paths in a frame of LOCATOR's size, with names in a language. Undefined for a code that the
 * atlas does not know, and for two that lie too far apart for one frame.
 */
export const pairFor = (
  first: string,
  second: string,
  language: InterfaceLanguage = 'en',
): PairOfLands | undefined => {
  const key = `${language} ${first} ${second}`
  if (!drawn.has(key)) {
    const [one, other] = [landOf(first), landOf(second)]
    drawn.set(key, one && other && areNear(one, other) ? drawPair(one, other, language) : undefined)
  }
  return drawn.get(key)
}

const landOf = (code: string) =>
  fineLands().find(({ isoNumeric, pieces }) => isoNumeric === code && pieces.length > 0)

const areNear = (one: Land, other: Land) =>
  (geoDistance(middleOf(one), middleOf(other)) * 180) / Math.PI < TOO_FAR
