import { isRecord } from './isRecord.ts'
import { keyOfWord, wordsOf } from './wordKeys.ts'
import { WordPieces } from './wordPieces.ts'

/** Stands for the lake's own address in the words of an asset, whose `url` is made up when it is read. */
export const addressKey = '\u{e001}'

/** How many columns the index of words has. Two fields of one column are searched together, no more. */
export const wordColumns = 16

/** The column of all that is below an attribute at the top of a document: titles seldom share one with long texts. */
export function wordColumnOf(field: string): number {
  let hash = 0
  for (let place = 0; place < field.length; place += 1) hash = (hash * 7 + field.charCodeAt(place)) % 65_521
  return hash % wordColumns
}

const pieces = new WordPieces()

/**
 * The keys of every string of a document, by columns: those below fields whose names begin with `_` are left out,
 * but for its id. An asset's address is put together from its path.
 */
export function searchKeysOf(document: { _id: string; [field: string]: unknown }): string[][] {
  const keys: string[][] = Array.from({ length: wordColumns }, () => [])
  const texts: string[][] = keys.map(() => [])
  const textsOf = (field: string) => texts[wordColumnOf(field)] ?? []
  for (const name in document) if (!isHidden(name)) addTexts(document[name], textsOf(name))
  const { children, path } = document
  if (Array.isArray(children)) textsOf('children').push(textOfSpans(children))
  if (typeof path === 'string') textsOf('url').push(path)
  pieces.begin(keys)
  // No word goes beyond a blank.
  for (const [column, all] of texts.entries()) if (all.length > 0) pieces.addText(all.join(' '), column)
  for (const word of wordsOf(document._id)) pieces.addKey(keyOfWord(word), wordColumnOf('_id'))
  if (typeof path === 'string') pieces.addKey(addressKey, wordColumnOf('url'))
  return keys
}

const isHidden = (name: string) => name.startsWith('_')

function addTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const element of value) addTexts(element, texts)
  else if (isRecord(value)) {
    for (const name in value) if (!isHidden(name)) addTexts(value[name], texts)
    // A single span has been read as it is.
    if (Array.isArray(value.children) && value.children.length > 1) texts.push(textOfSpans(value.children))
  }
}

/** The text of a block of Portable Text: a word that is half in bold type is one word. */
function textOfSpans(spans: readonly unknown[]): string {
  return spans.map((span) => (isRecord(span) && typeof span.text === 'string' ? span.text : '')).join('')
}
