import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { searchKeysOf } from './searchableWords.ts'
import { statement } from './statement.ts'

/** What is indexed of a document's words, and a digest of it. */
export function indexedWords(document: { _id: string }): { words: string; digest: string } {
  const words = [...searchKeysOf(document)].join(' ')
  return { words, digest: hash('sha1', words, 'base64') }
}

/** Makes `words` those that the document of this number is found by. */
export function replaceWords(database: DatabaseSync, number: number, words: string, isNew: boolean): void {
  if (!isNew) statement(database, 'DELETE FROM document_words WHERE rowid = ?').run(number)
  statement(database, 'INSERT INTO document_words (rowid, words) VALUES (?, ?)').run(number, words)
}
