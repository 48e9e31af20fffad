import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { searchKeysOf, wordColumns } from './searchableWords.ts'
import { statement, type WrittenText } from './statement.ts'

const numbers = [...Array(wordColumns).keys()]
/** The columns of `document_words`, one for each of `searchKeysOf`. */
export const wordColumnNames = numbers.map((number) => `words${number}`)
const insertWords = `INSERT INTO document_words (rowid, ${wordColumnNames.join(', ')})
  VALUES (?${', ?'.repeat(wordColumns)})`

/** What is indexed of a document's words, a text for each column, and a digest of it. */
export function indexedWords(document: { _id: string }): { words: readonly string[]; digest: string } {
  const words = searchKeysOf(document).map((keys) => keys.join(' '))
  return { words, digest: hash('sha1', words.join('\n'), 'base64') }
}

/** Makes `words` those that the document of this number is found by. */
export function replaceWords(
  database: DatabaseSync,
  number: number,
  words: readonly WrittenText[],
  isNew: boolean,
): void {
  if (!isNew) statement(database, 'DELETE FROM document_words WHERE rowid = ?').run(number)
  statement(database, insertWords).run(number, ...words)
}
