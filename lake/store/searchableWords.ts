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
  const pieces = Array.from({ length: wordColumns }, () => new Set<string>())
  const columnOf = <T>(columns: readonly Set<T>[], field: string) =>
    columns[wordColumnOf(field)] ?? new Set<T>()
  for (const name in document) if (!isHidden(name)) collectPieces(document[name], columnOf(pieces, name))
  const { children, path } = document
  if (Array.isArray(children)) addPieces(textOfSpans(children), columnOf(pieces, 'children'))
  if (typeof path === 'string') addPieces(path, columnOf(pieces, 'url'))
  const keys = pieces.map((column) => keysOfPieces(column))
  for (const word of wordsOf(document._id)) columnOf(keys, '_id').add(keyOfWord(word))
  if (typeof path === 'string') columnOf(keys, 'url').add(addressKey)
  return keys
}

const isHidden = (name: string) => name.startsWith('_')

function collectPieces(value: unknown, pieces: Set<string>): void {
  if (typeof value === 'string') addPieces(value, pieces)
  else if (Array.isArray(value)) for (const element of value) collectPieces(element, pieces)
  else if (isRecord(value)) {
    for (const name in value) if (!isHidden(name)) collectPieces(value[name], pieces)
    // A single span has been read as it is.
    if (Array.isArray(value.children) && value.children.length > 1) {
      addPieces(textOfSpans(value.children), pieces)
    }
  }
}

/** The text of a block of Portable Text: a word that is half in bold type is one word. */
function textOfSpans(spans: readonly unknown[]): string {
  return spans.map((span) => (isRecord(span) && typeof span.text === 'string' ? span.text : '')).join('')
}

/** What stands between signs that no word and no token of `match` goes beyond, so that each piece is known by itself. */
const piecesBetweenSigns = /[^\s!@#$%^&*(),\\/?";:{}|[\]+<>-]+/g

function addPieces(text: string, pieces: Set<string>): void {
  // Choices of the schema, such as a style or a standing, come again and again.
  if (text.length <= longestChoice && knownPieces.has(text)) pieces.add(text)
  else for (const piece of text.match(piecesBetweenSigns) ?? []) pieces.add(piece)
}

const longestChoice = 20
const knownPieces = new Map<string, readonly string[]>()
const mostKnownPieces = 20_000

function keysOfPieces(pieces: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>()
  for (const piece of pieces) for (const key of keysOfPiece(piece)) keys.add(key)
  return keys
}

/** Most words are met again and again: what they are filed under is kept for the usual ones. */
function keysOfPiece(piece: string): readonly string[] {
  const known = knownPieces.get(piece)
  if (known) return known
  const found = [...new Set([...wordsOf(piece), ...matchTokens(piece)].map(keyOfWord))]
  if (piece.length >= longestKey) return found
  if (knownPieces.size >= mostKnownPieces) knownPieces.clear()
  knownPieces.set(piece, found)
  return found
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
