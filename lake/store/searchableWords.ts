import { isRecord } from './isRecord.ts'

/** The words of a text in small letters without accents, as `text::query` compares them. */
export function wordsOf(text: string): string[] {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a text as GROQ's `match` splits it, before any comparison. Source: groq-js, the tokens of `match`. */
export function matchTokens(text: string): string[] {
  return text.replace(/\b\.+|\.+\b/g, '').match(/[^\s!@#$%^&*(),\\/?";:{}|[\]+<>-]+/g) ?? []
}

/** Stands for the lake's own address in the words of an asset, whose `url` is made up when it is read. */
export const addressKey = '\u{e001}'

const longestKey = 64

/**
 * What a word or a token is filed under in the index of words. Equal for all tokens that `match` takes for equal:
 * it compares by JavaScript's regular expressions without regard to case, one code unit after the other.
 * The key of the beginning of a word is the beginning of its key.
 */
export function keyOfWord(word: string): string {
  const start = word.length > longestKey ? word.slice(0, longestKey) : word
  if (/^[a-z0-9]*$/.test(start)) return start
  let key = ''
  for (let place = 0; place < start.length; place += 1) key += keyOfUnit(start.charAt(place))
  return key
}

/** How many columns the index of words has. Two fields of one column are searched together, no more. */
export const wordColumns = 16

/** The column of all that is below an attribute at the top of a document: titles seldom share one with long texts. */
export function wordColumnOf(field: string): number {
  let hash = 0
  for (let place = 0; place < field.length; place += 1) hash = (hash * 7 + field.charCodeAt(place)) % 65_521
  return hash % wordColumns
}

/**
 * The keys of every string of a document, by columns: those below fields whose names begin with `_` are left out,
 * but for its id. An asset's address is put together from its path.
 */
export function searchKeysOf(document: { _id: string; [field: string]: unknown }): Set<string>[] {
  const columns = Array.from({ length: wordColumns }, () => new Set<string>())
  const columnOf = (field: string) => columns[wordColumnOf(field)] ?? new Set()
  for (const word of wordsOf(document._id)) columnOf('_id').add(keyOfWord(word))
  for (const name in document) if (!name.startsWith('_')) collectKeys(document[name], columnOf(name))
  const { children, path } = document
  if (Array.isArray(children)) addKeys(textOfSpans(children), columnOf('children'))
  if (typeof path === 'string') {
    addKeys(path, columnOf('url'))
    columnOf('url').add(addressKey)
  }
  return columns
}

function collectKeys(value: unknown, keys: Set<string>): void {
  if (typeof value === 'string') addKeys(value, keys)
  else if (Array.isArray(value)) for (const element of value) collectKeys(element, keys)
  else if (isRecord(value)) {
    for (const name in value) if (!name.startsWith('_')) collectKeys(value[name], keys)
    if (Array.isArray(value.children)) addKeys(textOfSpans(value.children), keys)
  }
}

/** The text of a block of Portable Text: a word that is half in bold type is one word. */
function textOfSpans(spans: readonly unknown[]): string {
  return spans.map((span) => (isRecord(span) && typeof span.text === 'string' ? span.text : '')).join('')
}

function addKeys(text: string, keys: Set<string>): void {
  for (const word of wordsOf(text)) keys.add(keyOfWord(word))
  for (const token of matchTokens(text)) keys.add(keyOfWord(token))
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: -- the whole of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text)
}

const unitKeys = new Map<string, string>()

function keyOfUnit(unit: string): string {
  const known = unitKeys.get(unit)
  if (known !== undefined) return known
  const key = encoded(smallLetter(unit))
  unitKeys.set(unit, key)
  return key
}

/** One letter for all that a regular expression with the flag `i` takes for the same. Source: ECMA-262, Canonicalize. */
function smallLetter(unit: string): string {
  const large = unit.toUpperCase()
  const isOne = large.length === 1 && !(unit.charCodeAt(0) >= 128 && large.charCodeAt(0) < 128)
  const canonical = isOne ? large : unit
  const small = canonical.toLowerCase()
  return small.length === 1 ? small : canonical
}

/** SQLite's ASCII tokeniser ends a word at every other sign of ASCII, and halves of pairs are no text to it. */
function encoded(unit: string): string {
  const code = unit.charCodeAt(0)
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return /[a-z0-9]/.test(unit) || (code >= 128 && !isHalf)
    ? unit
    : `\u{e000}${code.toString(16).padStart(4, '0')}`
}
