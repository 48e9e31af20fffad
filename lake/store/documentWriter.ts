import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { DocumentDates } from './documentDates.ts'
import { type DocumentFields, documentFields } from './documentFields.ts'
import { DocumentPlaces } from './documentPlaces.ts'
import { replaceReferences } from './documentReferences.ts'
import { indexedWords, replaceWords } from './documentWords.ts'
import { numberOf, statement } from './statement.ts'

interface NewWords {
  number: number
  words: readonly string[]
  isNew: boolean
}

/**
 * Writes documents of a dataset with all that is indexed of them. For one transaction, and thrown away with it. Their
 * words are written by `writeWords`, after everything else: FTS5 gathers them in memory, and each statement that may
 * have to be taken back by itself makes it write out what it has.
 */
export class DocumentWriter {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #places: DocumentPlaces
  readonly #dates: DocumentDates
  /** By the ids of the documents. */
  readonly #words = new Map<string, NewWords>()

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
    this.#dataset = dataset
    this.#places = new DocumentPlaces(database, dataset)
    this.#dates = new DocumentDates(database, dataset, this.#places)
  }

  /** @param body the document as JSON, where it has been written out already */
  write(document: SanityDocument, body = JSON.stringify(document)): void {
    const fields = documentFields(document)
    const { words, digest } = indexedWords(document)
    const stored = statement(
      this.#database,
      'SELECT number, words_digest FROM documents WHERE dataset = ? AND id = ?',
    ).get(this.#dataset, document._id)
    const number = stored ? numberOf(stored, 'number') : this.#add(document, fields, digest)
    if (stored) this.#change(number, document, fields, digest)
    statement(
      this.#database,
      'INSERT INTO document_bodies (number, body) VALUES (?, jsonb(?)) ON CONFLICT DO UPDATE SET body = excluded.body',
    ).run(number, body)
    if (stored?.words_digest !== digest) this.#keepWords(document._id, { number, words, isNew: !stored })
    this.#indexValues(number, document, fields, {
      isNew: stored === undefined,
      last: Number.MAX_SAFE_INTEGER,
    })
  }

  remove(id: string): void {
    this.#words.delete(id)
    // What is indexed goes by cascade and trigger.
    statement(this.#database, 'DELETE FROM documents WHERE dataset = ? AND id = ?').run(this.#dataset, id)
  }

  /** The words of all that was written since the last time. At the end of the transaction. */
  writeWords(): void {
    for (const { number, words, isNew } of this.#words.values())
      replaceWords(this.#database, number, words, isNew)
    this.#words.clear()
  }

  #keepWords(id: string, { number, words, isNew }: NewWords): void {
    this.#words.set(id, { number, words, isNew: isNew || this.#words.get(id)?.isNew === true })
  }

  /** Makes anew what is indexed of a document that is stored; those with higher numbers have nothing indexed yet. */
  reindex(number: number, document: SanityDocument): void {
    const fields = documentFields(document)
    const { words, digest } = indexedWords(document)
    this.#change(number, document, fields, digest)
    this.#keepWords(document._id, { number, words, isNew: true })
    this.#indexValues(number, document, fields, { isNew: true, last: number })
  }

  /** Of a new document nothing is indexed yet; nor is of those with higher numbers than `last`. */
  #indexValues(
    number: number,
    document: SanityDocument,
    fields: DocumentFields,
    { isNew, last }: { isNew: boolean; last: number },
  ): void {
    replaceReferences(this.#database, this.#places, { number, document, fields, isNew })
    this.#dates.replace({ number, document, fields, isNew, last })
  }

  #add(document: SanityDocument, fields: DocumentFields, digest: string): number {
    const { type, layer, shelf, going, origin, slug } = fields
    const added = statement(
      this.#database,
      `INSERT INTO documents (dataset, id, revision, type, layer, shelf, going, origin, slug, words_digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(this.#dataset, document._id, document._rev, type, layer, shelf, going, origin, slug, digest)
    return Number(added.lastInsertRowid)
  }

  #change(number: number, document: SanityDocument, fields: DocumentFields, digest: string): void {
    const { type, layer, shelf, going, origin, slug } = fields
    statement(
      this.#database,
      `UPDATE documents
       SET revision = ?, type = ?, layer = ?, shelf = ?, going = ?, origin = ?, slug = ?, words_digest = ?
       WHERE number = ?`,
    ).run(document._rev, type, layer, shelf, going, origin, slug, digest, number)
  }
}
