import type { InterfaceLanguage } from '../../lib/format/words/interfaceLanguage.ts'
import { type PlacedLabel, placeLabels } from './labels.ts'
import { landName } from './landNames.ts'
import { drawPieces, mainPieces } from './outline.ts'
import { draw, LOCATOR, project, type Ring, ringAround, shown, window } from './scene.ts'
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

const drawLocator = (subject: Land, neighbours: string[], { language, detail }: Printing): Locator => {
  const projection = project(mainPieces(subject))
  const view = window(projection)
  const lands = view ? fineLands() : coarseLands()
  const own = (land: Land) => land.isoNumeric === subject.isoNumeric
  const isNeighbour = (land: Land) => neighbours.includes(land.isoNumeric)
  const drawnSubject = drawPieces(shown(subject.pieces, view, projection, 1), projection, {
    step: STEP[detail],
  })
  const others = draw(
    lands.filter((land) => !own(land)),
    view,
    projection,
    detail === 'small' ? SMALL_LAND : { smallest: 12 },
  )
  const paths = (wanted: boolean) =>
    others
      .filter(({ land }) => isNeighbour(land) === wanted)
      .map(({ outline }) => outline.path)
      .join('')
  const ring = ringAround(drawnSubject, projection, subject)
  return {
    subject: drawnSubject.path,
    neighbours: paths(true),
    land: paths(false),
    ring,
    labels:
      detail === 'small'
        ? []
        : placeLabels({
            subjects: [{ name: landName(subject, language), outline: drawnSubject, ring }],
            others: others.map(({ land, outline }) => ({
              name: landName(land, language),
              outline,
              near: isNeighbour(land),
            })),
            frame: LOCATOR,
          }),
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
