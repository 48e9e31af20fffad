import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { isRecord } from './isRecord.ts'
import { numberOf, statement, textOf } from './statement.ts'

export { isRecord } from './isRecord.ts'

const withBody = 'documents d CROSS JOIN document_bodies b ON b.number = d.number'

/** The stored document, or undefined. */
export function readDocument(
  database: DatabaseSync,
  dataset: string,
  id: string,
): SanityDocument | undefined {
  const row = statement(
    database,
    `SELECT json(b.body) AS body FROM ${withBody} WHERE d.dataset = ? AND d.id = ?`,
  ).get(dataset, id)
  return row && parseDocument(textOf(row, 'body'))
}

/** Up to `limit` documents with an id after `afterId`: pages of a long reading that writers may interleave with. */
export function documentsAfter(
  database: DatabaseSync,
  dataset: string,
  afterId: string,
  limit: number,
): SanityDocument[] {
  return statement(
    database,
    `SELECT json(b.body) AS body FROM ${withBody} WHERE d.dataset = ? AND d.id > ? ORDER BY d.id LIMIT ?`,
  )
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
  return statement(
    database,
    `SELECT id FROM documents WHERE dataset = ? AND origin = ? AND shelf = 2 AND id LIKE 'versions.%' ORDER BY id`,
  )
    .all(dataset, publishedId)
    .map((row) => textOf(row, 'id'))
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
