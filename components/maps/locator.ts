import type { InterfaceLanguage } from '../../lib/format/words/interfaceLanguage.ts'
import { type PlacedLabel, placeLabels } from './labels.ts'
import { landName } from './landNames.ts'
import { drawPieces, mainPieces } from './outline.ts'
import {
  draw,
  LEAST_WIDTH_KM,
  LOCATOR,
  project,
  type Ring,
  ringAround,
  scaleOfWidth,
  shown,
  window,
} from './scene.ts'
import { coarseLands, fineLands, type Land } from './topology.ts'

export interface Locator {
  subject: string
  neighbours: string
  land: string
  /** Around the largest island or the land of a state too small to be seen. */
  ring: Ring | undefined
  labels: PlacedLabel[]
}

/** How a map is printed: `small` is a thumb wide. */
interface Printing {
  language: InterfaceLanguage
  detail: 'full' | 'small'
}

const USUAL: Printing = { language: 'en', detail: 'full' }

/** In the map's units: the shortest step of an outline, and the smallest island. A small map shows three to a pixel. */
const STEP = { full: 2, small: 6 } as const
const SMALL_LAND = { step: 10, smallest: 200 } as const

/** How much wider a map may become, one after the other, until it names another land. */
const WIDER = [1, 2, 4, 6, 9]

/** The narrowest map that tells where a country lies: a small island alone in the sea says nothing. */
const drawLocator = (
  subject: Land,
  neighbours: string[],
  printing: Printing,
  [wider = 1, ...widerStill] = WIDER,
): Locator => {
  const { language, detail } = printing
  const leastWidthKm = wider * LEAST_WIDTH_KM
  const projection = project(mainPieces(subject), { leastWidthKm })
  const isSmall = projection.scale() === scaleOfWidth(leastWidthKm)
  const view = window(projection)
  const isNeighbour = (land: Land) => neighbours.includes(land.isoNumeric)
  const drawnSubject = drawPieces(shown(subject.pieces, view, projection, 1), projection, {
    step: STEP[detail],
  })
  const others = draw(
    (view ? fineLands() : coarseLands()).filter((land) => land.isoNumeric !== subject.isoNumeric),
    view,
    projection,
    detail === 'small' ? SMALL_LAND : { smallest: 12 },
  )
  const ring = ringAround(drawnSubject, projection, subject)
  const labels = placeLabels({
    subjects: [{ name: landName(subject, language), outline: drawnSubject, ring }],
    others: others.map(({ land, outline }) => ({
      name: landName(land, language),
      outline,
      near: isNeighbour(land),
    })),
    frame: LOCATOR,
  })
  const isNamed = labels.some(({ rank }) => rank !== 'subject')
  if (!isNamed && isSmall && widerStill.length > 0)
    return drawLocator(subject, neighbours, printing, widerStill)
  const paths = (wanted: boolean) =>
    others
      .filter(({ land }) => isNeighbour(land) === wanted)
      .map(({ outline }) => outline.path)
      .join('')
  return {
    subject: drawnSubject.path,
    neighbours: paths(true),
    land: paths(false),
    ring,
    labels: detail === 'small' ? [] : labels,
  }
}

const drawn = new Map<string, Locator | undefined>()

/**
 * Where a country lies: itself, its neighbours and the land around, as SVG paths in a frame of LOCATOR's size, with
 * names in a language. Undefined for a code that the atlas does not know. Kept once drawn: outlines do not change.
 */
export const locatorFor = (
  isoNumeric: string,
  neighbours: string[],
  printing: Partial<Printing> = {},
): Locator | undefined => {
  const { language, detail } = { ...USUAL, ...printing }
  const key = [language, detail, isoNumeric, ...neighbours].join(' ')
  if (!drawn.has(key)) {
    const subject = fineLands().find((land) => land.isoNumeric === isoNumeric && land.pieces.length > 0)
    drawn.set(key, subject && drawLocator(subject, neighbours, { language, detail }))
  }
  return drawn.get(key)
}
