import type { MarkedText } from '../model/search.ts'
import { type FoundTerm, findTerms, markText } from './markText.ts'
import type { Term } from './parseSearch.ts'

/** A text of an article; `key` when it is a key point's, which has an address of its own. */
export interface Passage {
  text: string
  key: string | undefined
}

export interface CutPassage {
  text: MarkedText
  key: string | undefined
}

/** Letters of a passage that are printed. */
const LONGEST = 220
/** Letters that stand before the first word found. */
const LEAD_IN = 60

/** The passage that says most of what was asked, cut around it; undefined when none says any of it. */
export const cutBestPassage = (
  passages: readonly Passage[],
  terms: readonly Term[],
): CutPassage | undefined => {
  const found = passages.map((passage) => ({ passage, places: findTerms(passage.text, terms) }))
  const [best] = found
    .filter(({ places }) => places.length > 0)
    .toSorted((one, other) => weightOf(other.places) - weightOf(one.places))
  if (best === undefined) return undefined
  const { text, key } = best.passage
  return { text: cutAround(text, best.places, terms), key }
}

/** Different terms count before the same one again; of equals the first is taken. */
const weightOf = (places: readonly FoundTerm[]) =>
  100 * new Set(places.map(({ term }) => term)).size + Math.min(places.length, 9)

const cutAround = (text: string, places: readonly FoundTerm[], terms: readonly Term[]): MarkedText => {
  const tidy = text.trim()
  if (tidy.length <= LONGEST) return markText(tidy, terms)
  const from = bestStart(places)
  const start = from <= LEAD_IN ? 0 : beginOfWord(text, from - LEAD_IN, from)
  const end = endOfWord(text, start + LONGEST)
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...markText(text.slice(start, end), terms),
    ...(end < text.length ? [ellipsis] : []),
  ]
}

const ellipsis = { text: '…', isMarked: false }

/** The place from which on most different terms are near. */
const bestStart = (places: readonly FoundTerm[]): number => {
  const near = ({ start }: FoundTerm) =>
    weightOf(places.filter((other) => other.start >= start && other.end <= start + LONGEST - LEAD_IN))
  const [best] = places.toSorted((one, other) => near(other) - near(one))
  return best?.start ?? 0
}

/** The first word that begins at `place` or after it, `latest` at the latest. */
const beginOfWord = (text: string, place: number, latest: number) => {
  const space = text.slice(place - 1, latest).search(/\s/u)
  return space === -1 ? latest : place + space
}

/** The end of the last word that ends at `place` or before it; a script without spaces is cut between two letters. */
const endOfWord = (text: string, place: number) => {
  if (place >= text.length) return text.length
  const space = text.slice(0, place + 1).search(/\s\S*$/u)
  if (space > place - LEAD_IN) return space
  const isInPair = /[\uDC00-\uDFFF]/.test(text.charAt(place))
  return isInPair ? place - 1 : place
}
