import { isRecord } from '../store/documents.ts'

/** A search as an editor types it, taken apart. All parts must be found; `not` must not. */
export interface TextTerms {
  /** Each is a text to look for in what `toSearchable` makes, spaces at its ends marking whole words. */
  all: readonly string[]
  not: readonly string[]
}

/**
 * Reads `"a phrase" word begin* -without`: the syntax of the hosted service's `text::query`.
 * A `*` alone matches every text.
 */
export function parseTextQuery(text: string): TextTerms {
  const all: string[] = []
  const not: string[] = []
  for (const [, minus = '', phrase, word = ''] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = wordsOf(phrase ?? word)
    if (words.length === 0) continue
    const open = phrase === undefined && word.endsWith('*')
    const sought = ` ${words.join(' ')}${open ? '' : ' '}`
    if (minus === '') all.push(sought)
    else not.push(sought)
  }
  return { all, not }
}

/** Whether a text made by `toSearchable` has all that is asked for. */
export function hasText(searchable: string, terms: TextTerms): boolean {
  return (
    searchable !== '' &&
    terms.all.every((sought) => searchable.includes(sought)) &&
    !terms.not.some((sought) => searchable.includes(sought))
  )
}

/** Every string below a value as words in small letters without accents; fields apart, so that no phrase spans two. */
export function toSearchable(value: unknown): string {
  const parts: string[] = []
  collect(value, parts)
  return parts.join('\n')
}

function collect(value: unknown, parts: string[]): void {
  if (typeof value === 'string') {
    const words = wordsOf(value)
    if (words.length > 0) parts.push(` ${words.join(' ')} `)
  } else if (Array.isArray(value)) {
    for (const element of value) collect(element, parts)
  } else if (isRecord(value)) {
    for (const field of Object.values(value)) collect(field, parts)
  }
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
