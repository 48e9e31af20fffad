import type { ReactNode } from 'react'
import type { Accent } from '../../lib/model/common.ts'
import { locatorFor } from '../maps/locator.ts'
import { pairFor } from '../maps/pair.ts'
import { LOCATOR, type Ring } from '../maps/scene.ts'
import { ACCENTS, MAP, PAPER, THIN_RULE } from './cardColours.ts'

/** Pixels wide; as high as maps of one place are. */
export const MAP_WIDTH = 500
/** Each of two maps, one above the other. */
const SMALL_WIDTH = 250

interface LocatorProps {
  subject: string
  neighbours: string[]
  colour: string
  width?: number
}

/** Where a country lies, without names: at the size of a card they could not be read. */
export const CardLocator = ({ subject, neighbours, colour, width }: LocatorProps) => {
  const map = locatorFor(subject, neighbours)
  if (map === undefined) return null
  return (
    <Frame width={width}>
      {land('land', map.land, MAP.land)}
      {land('neighbours', map.neighbours, MAP.neighbour)}
      {land('subject', map.subject, colour)}
      {ringAround('ring', map.ring, colour)}
    </Frame>
  )
}

/** Where two countries lie: in one frame, or each in its own where half the world is between them. */
export const CardPair = ({ subjects, accent }: { subjects: [string, string]; accent: Accent }) => {
  const map = pairFor(...subjects)
  const [colour, otherColour] = [ACCENTS[accent], MAP.second]
  if (map === undefined) {
    const [subject, other] = subjects
    return (
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'flex-end',
          width: MAP_WIDTH,
          gap: 16,
        }}
      >
        <CardLocator subject={subject} neighbours={[]} colour={colour} width={SMALL_WIDTH} />
        <CardLocator subject={other} neighbours={[]} colour={otherColour} width={SMALL_WIDTH} />
      </div>
    )
  }
  const [[first, second], [ring, otherRing]] = [map.subjects, map.rings]
  return (
    <Frame>
      {land('land', map.land, MAP.land)}
      {land('first', first, colour)}
      {land('second', second, otherColour)}
      {ringAround('ring', ring, colour)}
      {ringAround('other ring', otherRing, otherColour)}
    </Frame>
  )
}

const Frame = ({ children, width = MAP_WIDTH }: { children: ReactNode; width?: number | undefined }) => (
  <svg
    aria-hidden="true"
    width={width}
    height={Math.round((width * LOCATOR.height) / LOCATOR.width)}
    viewBox={`0 0 ${LOCATOR.width} ${LOCATOR.height}`}
    style={{ border: THIN_RULE, background: PAPER }}
  >
    {children}
  </svg>
)

// Functions and no components, which the drawing of cards does not take within a drawing.
const land = (key: string, path: string, fill: string) => (
  <path key={key} d={path} fill={fill} stroke={PAPER} strokeWidth={1.5} />
)

const ringAround = (key: string, ring: Ring | undefined, colour: string) =>
  ring && (
    <circle key={key} cx={ring.x} cy={ring.y} r={ring.radius} fill="none" stroke={colour} strokeWidth={3} />
  )
