import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { DocumentDates } from './documentDates.ts'
import { type DocumentFields, documentFields } from './documentFields.ts'
import { DocumentPlaces } from './documentPlaces.ts'
import { replaceReferences } from './documentReferences.ts'
import { indexedWords, replaceWords } from './documentWords.ts'
import { numberOf, statement } from './statement.ts'

/** Writes documents of a dataset with all that is indexed of them. For one transaction, and thrown away with it. */
export class DocumentWriter {
  readonly #database: DatabaseSync
  readonly #dataset: string
  readonly #places: DocumentPlaces
  readonly #dates: DocumentDates

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database
    this.#dataset = dataset
    this.#places = new DocumentPlaces(database, dataset)
    this.#dates = new DocumentDates(database, dataset, this.#places)
  }

  write(document: SanityDocument): void {
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
    ).run(number, JSON.stringify(document))
    if (stored?.words_digest !== digest) replaceWords(this.#database, number, words, stored === undefined)
    this.#indexValues(number, document, fields, Number.MAX_SAFE_INTEGER)
  }

  remove(id: string): void {
    // What is indexed goes by cascade and trigger.
    statement(this.#database, 'DELETE FROM documents WHERE dataset = ? AND id = ?').run(this.#dataset, id)
  }

  /** Makes anew what is indexed of a document that is stored; those with higher numbers have nothing indexed yet. */
  reindex(number: number, document: SanityDocument): void {
    const fields = documentFields(document)
    const { words, digest } = indexedWords(document)
    this.#change(number, document, fields, digest)
    replaceWords(this.#database, number, words, true)
    this.#indexValues(number, document, fields, number)
  }

  #indexValues(number: number, document: SanityDocument, fields: DocumentFields, last: number): void {
    replaceReferences(this.#database, this.#places, number, document, fields)
    this.#dates.replace(number, document, fields, last)
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
