/** The words of a text in small letters without accents, as `text::query` compares them. */
export function wordsOf(text: string): string[] {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a text as GROQ's `match` splits it, before any comparison. Source: groq-js, the tokens of `match`. */
export function matchTokens(text: string): string[] {
  return text.replace(/\b\.+|\.+\b/g, '').match(/[^\s!@#$%^&*(),\\/?";:{}|[\]+<>-]+/g) ?? []
}

/** Of a word or a token so many letters are filed. */
export const longestKey = 64

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

/** What a piece of a text that no word and no token goes beyond is filed under. */
export function keysOfPiece(piece: string): readonly string[] {
  return [...new Set([...wordsOf(piece), ...matchTokens(piece)].map(keyOfWord))]
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
