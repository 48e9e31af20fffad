import { editDistance } from './editDistance.ts'
import type { Search, Term } from './parseSearch.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Searches that may be offered instead of one, the likeliest first; whether they find anything is not known yet. */
export interface OtherSearches {
  /** What a reader may have meant to type. */
  meant: string[]
  /** The search without some of its words. */
  shorter: string[]
}

export const correctSearch = (search: Search, vocabulary: Vocabulary): OtherSearches => {
  const { terms, without } = search
  const checked = terms.map((term) => ({ spelled: spell(term), ...check(term, vocabulary) }))
  const written = (parts: (string | undefined)[]) => [
    ...parts.filter((part) => part !== undefined),
    ...without.map((term) => `-${spell(term)}`),
  ]
  const isMistyped = checked.some(({ meant }) => meant !== undefined)
  const corrected = written(checked.map(({ spelled, meant }) => meant ?? spelled))
  const known = written(
    checked.map(({ spelled, meant, isKnown }) => meant ?? (isKnown ? spelled : undefined)),
  )
  const lessOne =
    terms.length > 1
      ? terms.map((_, left) =>
          written(terms.map((term, place) => (place === left ? undefined : spell(term)))),
        )
      : []
  const asked = written(terms.map(spell))
  return {
    meant: isMistyped ? others([corrected, known], [asked]) : [],
    shorter: others(isMistyped ? [] : [known, ...lessOne], [asked, without.map((term) => `-${spell(term)}`)]),
  }
}

const others = (searches: string[][], but: string[][]): string[] => {
  const left = new Set(but.map((parts) => parts.join(' ')))
  return [...new Set(searches.map((parts) => parts.join(' ')))].filter(
    (text) => text !== '' && !left.has(text),
  )
}

/** A word that we know is left as it is; of one that we do not, the nearest that we know is meant. */
const check = (term: Term, vocabulary: Vocabulary): { isKnown: boolean; meant: string | undefined } => {
  const isKnown = term.words.every((word) => vocabulary.has(word))
  if (isKnown) return { isKnown, meant: undefined }
  const nearest = term.words.map((word) => vocabulary.get(word)?.spelled ?? nearestTo(word, vocabulary))
  const words = nearest.filter((word) => word !== undefined)
  if (words.length < nearest.length) return { isKnown, meant: undefined }
  return { isKnown, meant: words.length > 1 ? `"${words.join(' ')}"` : words[0] }
}

/** Long words may hold two mistakes, words of three letters none. */
const mostMistakes = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

const nearestTo = (word: string, vocabulary: Vocabulary): string | undefined => {
  const most = mostMistakes(word)
  let nearest: { spelled: string; count: number; distance: number } | undefined
  for (const [known, { spelled, count }] of most === 0 ? [] : vocabulary) {
    const distance = editDistance(word, known, most)
    if (distance > most) continue
    const isNearer =
      nearest === undefined ||
      distance < nearest.distance ||
      (distance === nearest.distance && count > nearest.count)
    if (isNearer) nearest = { spelled, count, distance }
  }
  return nearest?.spelled
}

const spell = ({ words }: Term) => (words.length > 1 ? `"${words.join(' ')}"` : words.join(''))
