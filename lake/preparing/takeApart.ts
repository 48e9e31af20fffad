import type { Extent } from './textBytes.ts'

/** Where the elements of the list in a request lie, and the JSON around them with a 0 in their place. */
export interface Parts {
  elements: Extent[]
  around: string
  /** How many lists and objects within each other there are in an element, at most. */
  depth: number
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [listBegins, listEnds, objectBegins, objectEnds] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Takes the first list of a JSON text apart without building anything, so that each element can be read, used and
 * forgotten before the next. Of a text that is no JSON, or whose list is elsewhere, one of the parts is no JSON.
 */
export function takeApart(json: Buffer): Parts {
  const begin = json.indexOf('[') + 1
  const elements: Extent[] = []
  let [start, depth, most, place] = [begin, 0, 0, begin]
  for (; place < json.length; place += 1) {
    const sign = json[place]
    if (sign === quote) place = endOfString(json, place)
    else if (sign === listBegins || sign === objectBegins) {
      depth += 1
      if (depth > most) most = depth
    } else if (sign === objectEnds || (sign === listEnds && depth > 0)) depth -= 1
    else if (sign === listEnds) break
    else if (sign === comma && depth === 0) {
      elements.push({ start, end: place })
      start = place + 1
    }
  }
  if (place > begin) elements.push({ start, end: place })
  const inPlace = elements.length > 0 ? '0' : ''
  const around = json.toString('utf8', 0, begin) + inPlace + json.toString('utf8', place)
  return { elements, around, depth: most }
}

/** Where the string that begins at `start` ends. */
function endOfString(json: Buffer, start: number): number {
  let place = start + 1
  for (; place < json.length && json[place] !== quote; place += 1) if (json[place] === backslash) place += 1
  return place
}
