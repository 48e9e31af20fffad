import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { keepBody } from './changes.ts'
import { DocumentDates } from './documentDates.ts'
import { type DocumentIndex, indexDocument } from './documentIndex.ts'
import { DocumentPlaces } from './documentPlaces.ts'
import { type IndexedDocument, replaceReferences } from './documentReferences.ts'
import { replaceWords } from './documentWords.ts'
import { numberOf, type Row, statement, type WrittenText } from './statement.ts'

type Revision = Pick<SanityDocument, '_id' | '_rev'>

interface NewWords {
  number: number
  words: readonly WrittenText[]
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

  /**
   * Answers the number of the document.
   *
   * @param index what is found in it, where somebody has looked already
   */
  write(document: SanityDocument, index: DocumentIndex = indexDocument(document)): number {
    const body = JSON.stringify(document)
    const stored = statement(
      this.#database,
      'SELECT number, words_digest FROM documents WHERE dataset = ? AND id = ?',
    ).get(this.#dataset, document._id)
    return stored ? this.#replace(stored, document, body, index) : this.add(document, body, index)
  }

  /** Writes a document that is known not to be there, and answers its number. */
  add({ _id, _rev }: Revision, body: WrittenText, index: DocumentIndex): number {
    const { type, layer, shelf, going, origin, slug } = index.fields
    const added = statement(
      this.#database,
      `INSERT INTO documents (dataset, id, revision, type, layer, shelf, going, origin, slug, words_digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(this.#dataset, _id, _rev, type, layer, shelf, going, origin, slug, index.digest)
    const number = Number(added.lastInsertRowid)
    statement(
      this.#database,
      'INSERT INTO document_bodies (number, body) VALUES (?, jsonb(CAST(? AS TEXT)))',
    ).run(number, body)
    this.#keepWords(_id, { number, words: index.words, isNew: true })
    this.#indexValues({ number, index, isNew: true }, Number.MAX_SAFE_INTEGER)
    return number
  }

  #replace(stored: Row, { _id, _rev }: Revision, body: string, index: DocumentIndex): number {
    const number = numberOf(stored, 'number')
    keepBody(this.#database, this.#dataset, _id)
    this.#change(number, _rev, index)
    statement(this.#database, 'UPDATE document_bodies SET body = jsonb(?) WHERE number = ?').run(body, number)
    if (stored.words_digest !== index.digest)
      this.#keepWords(_id, { number, words: index.words, isNew: false })
    this.#indexValues({ number, index, isNew: false }, Number.MAX_SAFE_INTEGER)
    return number
  }

  remove(id: string): undefined {
    this.#words.delete(id)
    keepBody(this.#database, this.#dataset, id)
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
    const index = indexDocument(document)
    this.#change(number, document._rev, index)
    this.#keepWords(document._id, { number, words: index.words, isNew: true })
    this.#indexValues({ number, index, isNew: true }, number)
  }

  /** Of documents with higher numbers than `last` nothing is indexed yet. */
  #indexValues(document: IndexedDocument, last: number): void {
    replaceReferences(this.#database, this.#places, document)
    this.#dates.replace({ ...document, last })
  }

  #change(number: number, revision: string, { fields, digest }: DocumentIndex): void {
    const { type, layer, shelf, going, origin, slug } = fields
    statement(
      this.#database,
      `UPDATE documents
       SET revision = ?, type = ?, layer = ?, shelf = ?, going = ?, origin = ?, slug = ?, words_digest = ?
       WHERE number = ?`,
    ).run(revision, type, layer, shelf, going, origin, slug, digest, number)
  }
}
