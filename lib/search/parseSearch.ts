import { foldedWordsIn } from './foldWords.ts'

/** Words to be found next to each other, folded; `open` when the last one may go on: "iran" finds "Iranian". */
export interface Term {
  words: string[]
  open: boolean
}

/** What a reader asks for. */
export interface Search {
  /** As typed, its spaces tidied, at most `LONGEST_SEARCH` letters. */
  text: string
  /** All of them are to be found in an article. */
  terms: Term[]
  /** None of them is. */
  without: Term[]
  /** Whether something of what was typed is not looked for: there was too much of it. */
  isCut: boolean
}

export const LONGEST_SEARCH = 120
export const MOST_TERMS = 8
/** Of so many letters a word is looked for as the beginning of one: shorter ones begin too many. */
const OPEN_FROM = 4
/** Kept of one word. */
const LONGEST_WORD = 40

const PART = /(?<![\p{L}\p{N}])(-?)(?:"([^"]*)"?|([^\s"]+))/gu

/** Reads `word "a phrase" -without`. Nothing else that is typed means anything: signs part words and no more. */
export const parseSearch = (typed: string): Search => {
  const tidy = typed
    .slice(0, 4 * LONGEST_SEARCH)
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const text = cutAtWord(tidy, LONGEST_SEARCH)
  const parts = [...text.replace(/[“”„«»]/gu, '"').matchAll(PART)].flatMap(toPart)
  const asked = unique(parts.filter(({ isWithout }) => !isWithout))
  const without = unique(parts.filter(({ isWithout }) => isWithout))
  return {
    text,
    terms: asked.slice(0, MOST_TERMS),
    without: without.slice(0, MOST_TERMS),
    isCut:
      text.length < tidy.length ||
      typed.length > 4 * LONGEST_SEARCH ||
      Math.max(asked.length, without.length) > MOST_TERMS,
  }
}

/** The search as the syntax of `text::query` has it; only letters, digits and our own signs are in it. */
export const toTextQuery = (terms: readonly Term[], without: readonly Term[] = []): string =>
  [...terms.map(toQueryPart), ...without.map((term) => `-${toQueryPart(term)}`)].join(' ')

/** The terms as patterns of GROQ's `match`, a word each. */
export const toPatterns = (terms: readonly Term[]): string[] =>
  terms.flatMap(({ words, open }) => (open ? words.map((word) => `${word}*`) : words))

/** What is being typed as patterns of `match`: the last word may go on, and signs mean nothing yet. */
export const patternsOfTyped = (typed: string): string[] => {
  const words = foldedWordsIn(typed.slice(0, LONGEST_SEARCH)).slice(0, MOST_TERMS)
  return words.map((word, place) => (place === words.length - 1 ? `${word}*` : word))
}

const toQueryPart = ({ words, open }: Term) => (open ? `${words.join(' ')}*` : `"${words.join(' ')}"`)

interface Part {
  term: Term
  isWithout: boolean
}

const toPart = ([, minus, phrase, word = '']: RegExpMatchArray): Part[] => {
  const words = foldedWordsIn(phrase ?? word).map((each) => each.slice(0, LONGEST_WORD))
  const [first] = words
  if (first === undefined) return []
  const isWithout = minus === '-'
  const open = !isWithout && phrase === undefined && words.length === 1 && first.length >= OPEN_FROM
  return [{ term: { words, open }, isWithout }]
}

const unique = (parts: Part[]): Term[] => [
  ...new Map(parts.map(({ term }) => [toQueryPart(term), term])).values(),
]

const cutAtWord = (text: string, length: number) =>
  text.length <= length ? text : text.slice(0, length + 1).replace(/\s*\S*$/u, '') || text.slice(0, length)
