import { isSearched, textOf } from '../store/documentText.ts'
import { isRecord } from '../store/isRecord.ts'
import { seam, wordsWithSeams } from '../store/seamedWords.ts'
import type { TextPart } from '../store/selection.ts'
import { wordsOf } from '../store/wordKeys.ts'

/** A search as an editor types it, taken apart. All parts must be found; `not` must not. */
export interface TextTerms {
  all: readonly SoughtPart[]
  not: readonly SoughtPart[]
  /** A star alone: everything is found in which there is something to search. */
  any: boolean
}

interface SoughtPart extends TextPart {
  /** What stands in a text that has it: spaces at the ends mark whole words. */
  sought: string
}

/** Reads `"a phrase" word begin* -without`: the syntax of the hosted service's `text::query`. */
export function parseTextQuery(text: string): TextTerms {
  const all: SoughtPart[] = []
  const not: SoughtPart[] = []
  for (const [, minus = '', phrase, word = ''] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = wordsOf(phrase ?? word)
    if (words.length === 0) continue
    const open = phrase === undefined && word.endsWith('*')
    const part = { words, open, sought: ` ${words.join(' ')}${open ? '' : ' '}` }
    if (minus === '') all.push(part)
    else not.push(part)
  }
  return { all, not, any: /(^|\s)\*(\s|$)/.test(text) }
}

/** Whether a text made by `toSearchable` has all that is asked for. */
export function hasText(searchable: string, { all, not, any }: TextTerms): boolean {
  if (all.length === 0 && !any && not.length === 0) return false
  return (
    all.every(({ sought }) => searchable.includes(sought)) &&
    !not.some(({ sought }) => searchable.includes(sought))
  )
}

/**
 * How well a text answers: what groq-js reckons for `match`, a sum over the parts of a frequency that saturates.
 * It knows of no other document, so that it tells nothing about those that the caller may not see.
 */
export function relevanceOf(searchable: string, terms: TextTerms): number {
  const { all, not } = terms
  if (all.length === 0) return hasText(searchable, terms) ? 1 : 0
  if (not.some(({ sought }) => searchable.includes(sought))) return 0
  let relevance = 0
  for (const { sought } of all) {
    const frequency = countOf(searchable, sought)
    if (frequency === 0) return 0
    relevance += (frequency * 2.2) / (frequency + 1.2)
  }
  return relevance
}

function countOf(text: string, sought: string): number {
  let count = 0
  // The space between two words belongs to both.
  for (let place = text.indexOf(sought); place !== -1; place = text.indexOf(sought, place + 1)) count += 1
  return count
}

/**
 * Every string below a value as words in small letters without accents; fields apart, so that no phrase spans two.
 * Fields whose names begin with `_` are the lake's own and left out.
 */
export function toSearchable(value: unknown): string {
  // Whole documents are asked for again and again, by the filter and by every part of a score.
  if (isRecord(value) && typeof value._id === 'string') return textOf(value).at('')
  const strings: string[] = []
  collect(value, strings)
  return strings.length === 0 ? '' : wordsWithSeams(strings)
}

/** A search of the texts at some paths of a value: `''` is itself, and of its own fields `_id` may be one. */
export class SoughtText {
  readonly paths: readonly string[]
  readonly #terms: TextTerms

  constructor(terms: TextTerms, paths: readonly string[]) {
    this.#terms = terms
    this.paths = paths
  }

  isIn(value: unknown): boolean {
    return hasText(this.#searchable(value), this.#terms)
  }

  /** See `relevanceOf`. */
  relevanceIn(value: unknown): number {
    return relevanceOf(this.#searchable(value), this.#terms)
  }

  #searchable(value: unknown): string {
    const [only = '', ...others] = this.paths
    if (others.length === 0) return searchableOf(value, only)
    return this.paths.map((path) => searchableOf(value, path)).join(seam)
  }
}

function searchableOf(value: unknown, path: string): string {
  if (path === '') return toSearchable(value)
  if (!isRecord(value)) return ''
  return path === '_id' ? toSearchable(value._id) : textOf(value).at(path)
}

function collect(value: unknown, strings: string[]): void {
  if (typeof value === 'string') strings.push(value)
  else if (Array.isArray(value)) for (const element of value) collect(element, strings)
  else if (isRecord(value)) for (const name in value) if (isSearched(name)) collect(value[name], strings)
}
