import type { MarkedText } from '../model/search.ts'
import { wordsIn } from './foldWords.ts'
import type { Term } from './parseSearch.ts'

/** A place in a text where a term is found. */
export interface FoundTerm {
  start: number
  end: number
  /** Which of the terms. */
  term: number
}

/** Where terms stand in a text, by places; case and accents do not count. */
export const findTerms = (text: string, terms: readonly Term[]): FoundTerm[] => {
  const words = wordsIn(text)
  return words.flatMap(({ start }, place) =>
    terms.flatMap(({ words: sought, open }, term): FoundTerm[] => {
      const isHere = sought.every((word, offset) => {
        const found = words[place + offset]?.folded
        return open && offset === sought.length - 1 ? found?.startsWith(word) : found === word
      })
      const last = words[place + sought.length - 1]
      return isHere && last !== undefined ? [{ start, end: last.end, term }] : []
    }),
  )
}

/** The text in spans, those that were asked for marked. Joined they are the text again, letter for letter. */
export const markText = (text: string, terms: readonly Term[]): MarkedText => {
  const spans: MarkedText = []
  let done = 0
  const add = (end: number, isMarked: boolean) => {
    if (end > done) spans.push({ text: text.slice(done, end), isMarked })
    done = Math.max(done, end)
  }
  for (const { start, end } of joined(findTerms(text, terms))) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return spans
}

/** Places that overlap as one. */
const joined = (found: FoundTerm[]) => {
  const places: { start: number; end: number }[] = []
  for (const { start, end } of found.toSorted((one, other) => one.start - other.start)) {
    const last = places.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else places.push({ start, end })
  }
  return places
}
