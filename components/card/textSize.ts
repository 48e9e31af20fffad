/** Pixels, from the largest: the first at which a text fits its place is taken. */
const SIZES = [104, 96, 88, 80, 72, 64, 56, 50, 44, 40]
const SMALLEST = 36

/** Mean width of a letter of Newsreader, as a part of its size, and the height of a line. */
const LETTER = 0.5
export const LINE = 1.1

/** A place on a card, in pixels. */
export interface Room {
  width: number
  height: number
}

/** The size at which words fill their place on a card and do not run over it. */
export const textSize = (text: string, room: Room): number =>
  SIZES.find((size) => linesAt(text, size, room.width) * size * LINE <= room.height) ?? SMALLEST

/** How many lines a text takes; no number of lines is enough for a word that is wider than the place. */
const linesAt = (text: string, size: number, width: number): number => {
  const inALine = Math.floor(width / (size * LETTER))
  let [lines, used] = [1, 0]
  for (const { length } of text.split(/[\s\u00ad-]+/)) {
    if (length > inALine) return Number.POSITIVE_INFINITY
    const wraps = used > 0 && used + 1 + length > inALine
    lines += wraps ? 1 : 0
    used = wraps || used === 0 ? length : used + 1 + length
  }
  return lines
}
