import type { Outline } from './outline.ts'
import type { Ring } from './scene.ts'

export interface PlacedLabel {
  name: string
  x: number
  y: number
  /** `minor` ones are shown only where the map is printed large. */
  rank: 'subject' | 'major' | 'minor'
  /** Which of the map's subjects has the name, from 0. */
  subject?: number
}

interface Place {
  name: string
  outline: Outline
}

interface Subject extends Place {
  ring: Ring | undefined
}

interface Scene {
  subjects: Subject[]
  others: (Place & { near: boolean })[]
  frame: { width: number; height: number }
}

/** Letter sizes in the map's units: on a narrow map, and on one printed large. */
export const LABEL_SIZE = { narrow: 24, wide: 13 } as const
/** Mean width of a letter of Public Sans, as a part of its size. */
export const LETTER = 0.56

type Box = [number, number, number, number]

const boxOf = (x: number, y: number, name: string, size: number): Box => {
  const half = (name.length * LETTER * size) / 2
  return [x - half, y - size * 0.75, x + half, y + size * 0.4]
}

/** What has to stay free between two names on one line, in the map's units: else they read as one. */
const SPACE = 10

const overlap = (a: Box, b: Box) => a[0] < b[2] + SPACE && a[2] > b[0] - SPACE && a[1] < b[3] && a[3] > b[1]

const inside = (box: Box, { width, height }: Scene['frame']) =>
  box[0] > 6 && box[1] > 6 && box[2] < width - 6 && box[3] < height - 6

/** Labels stand on their own country or, where it is too small for its name, nowhere. */
const fits = (box: Box, ring: { box: Box }) => (box[2] - box[0]) * 0.86 <= ring.box[2] - ring.box[0]

const placeSubject = (subject: Subject, index: number, frame: Scene['frame']): PlacedLabel | undefined => {
  const { name } = subject
  const ring = subject.outline.rings[0]
  if (subject.ring)
    return {
      name,
      x: subject.ring.x,
      y: subject.ring.y - subject.ring.radius - 10,
      rank: 'subject',
      subject: index,
    }
  if (!ring) return undefined
  const [x, y] = ring.centre
  const box = boxOf(x, y, name, LABEL_SIZE.narrow)
  const label = { name, x: Math.round(x), y: Math.round(y), rank: 'subject' as const, subject: index }
  return inside(box, frame) ? label : undefined
}

const boxOfLabel = ({ x, y, name }: PlacedLabel) => boxOf(x, y, name, LABEL_SIZE.narrow)

/** The names of the subjects; of two that would touch the first. */
const placeSubjects = ({ subjects, frame }: Scene): PlacedLabel[] =>
  subjects
    .flatMap((subject, index) => placeSubject(subject, index, frame) ?? [])
    .filter((label, index, all) =>
      all.slice(0, index).every((before) => !overlap(boxOfLabel(before), boxOfLabel(label))),
    )

/** Chooses the names that can be read without touching another: the subjects', their neighbours', then the largest. */
export const placeLabels = (scene: Scene): PlacedLabel[] => {
  const labels = placeSubjects(scene)
  const rings = scene.subjects.flatMap(({ ring }) => ring ?? [])
  const taken: Box[] = [
    ...labels.map(boxOfLabel),
    ...rings.map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]),
  ]
  const candidates = scene.others
    .flatMap(({ name, outline, near }) => {
      const ring = outline.rings[0]
      return ring ? [{ name, ring, near }] : []
    })
    .sort((a, b) => Number(b.near) - Number(a.near) || b.ring.area - a.ring.area)
  for (const rank of ['major', 'minor'] as const) {
    for (const { name, ring } of candidates) {
      if (labels.some((label) => label.name === name)) continue
      const [x, y] = [Math.round(ring.centre[0]), Math.round(ring.centre[1])]
      const box = boxOf(x, y, name, rank === 'major' ? LABEL_SIZE.narrow : LABEL_SIZE.wide)
      if (!fits(box, ring) || !inside(box, scene.frame) || taken.some((other) => overlap(other, box)))
        continue
      labels.push({ name, x, y, rank })
      taken.push(box)
    }
  }
  return labels
}
