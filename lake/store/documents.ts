import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { numberOf, statement, textOf } from './statement.ts'

/** The stored document, or undefined. */
export function readDocument(
  database: DatabaseSync,
  dataset: string,
  id: string,
): SanityDocument | undefined {
  const row = statement(database, 'SELECT body FROM documents WHERE dataset = ? AND id = ?').get(dataset, id)
  return row && parseDocument(textOf(row, 'body'))
}

/** Stored documents by id, one at a time; of one type where `type` is given. */
export function* iterateDocuments(
  database: DatabaseSync,
  dataset: string,
  type?: string,
): Generator<SanityDocument> {
  // A statement of its own: an iteration that is still open must not be reset by the next one.
  const all = database.prepare(
    type === undefined
      ? 'SELECT body FROM documents WHERE dataset = ? ORDER BY id'
      : 'SELECT body FROM documents WHERE dataset = ? AND type = ? ORDER BY id',
  )
  const rows = type === undefined ? all.iterate(dataset) : all.iterate(dataset, type)
  for (const row of rows) yield parseDocument(textOf(row, 'body'))
}

/** Up to `limit` documents with an id after `afterId`: pages of a long reading that writers may interleave with. */
export function documentsAfter(
  database: DatabaseSync,
  dataset: string,
  afterId: string,
  limit: number,
): SanityDocument[] {
  return statement(database, 'SELECT body FROM documents WHERE dataset = ? AND id > ? ORDER BY id LIMIT ?')
    .all(dataset, afterId, limit)
    .map((row) => parseDocument(textOf(row, 'body')))
}

/** Ids that begin with `prefix`: all versions in a release, say. */
export function idsWithPrefix(database: DatabaseSync, dataset: string, prefix: string): string[] {
  return statement(database, 'SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ? ORDER BY id')
    .all(dataset, prefix, `${prefix}\u{10ffff}`)
    .map((row) => textOf(row, 'id'))
}

/** Ids of the versions of one document in any release: `versions.<release>.<publishedId>`. */
export function versionIdsOf(database: DatabaseSync, dataset: string, publishedId: string): string[] {
  return idsWithPrefix(database, dataset, 'versions.').filter(
    (id) => id.split('.').slice(2).join('.') === publishedId,
  )
}

export function documentExists(database: DatabaseSync, dataset: string, id: string): boolean {
  return (
    statement(database, 'SELECT 1 AS found FROM documents WHERE dataset = ? AND id = ?').get(dataset, id) !==
    undefined
  )
}

export function countDocuments(database: DatabaseSync, dataset: string): number {
  const row = statement(database, 'SELECT count(*) AS total FROM documents WHERE dataset = ?').get(dataset)
  return numberOf(row, 'total')
}

/** Writes the document as it stands. Its references are the caller's to write: `replaceReferences`. */
export function writeDocument(database: DatabaseSync, dataset: string, document: SanityDocument): void {
  // An upsert and not a REPLACE, which would delete the row and with it the references of the document.
  statement(
    database,
    `INSERT INTO documents (dataset, id, type, revision, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, revision = excluded.revision, body = excluded.body`,
  ).run(dataset, document._id, document._type, document._rev, JSON.stringify(document))
}

export function removeDocument(database: DatabaseSync, dataset: string, id: string): void {
  statement(database, 'DELETE FROM documents WHERE dataset = ? AND id = ?').run(dataset, id)
}

/** A document from the text that the lake has stored. @throws TypeError when the text is no document. */
export function parseDocument(body: string): SanityDocument {
  const value: unknown = JSON.parse(body)
  if (isDocument(value)) return value
  throw new TypeError('A stored body is not a document.')
}

/** Whether the value has the five fields that every stored document has. */
export function isDocument(value: unknown): value is SanityDocument {
  return (
    isRecord(value) &&
    ['_id', '_type', '_rev', '_createdAt', '_updatedAt'].every((field) => typeof value[field] === 'string')
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
