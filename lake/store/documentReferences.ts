import type { DatabaseSync } from 'node:sqlite'
import { statement, textOf } from './statement.ts'

export interface DocumentReference {
  toId: string
  /** A weak reference may point at nothing. */
  weak: boolean
}

/** Makes `references` the outgoing references of a document. */
export function replaceReferences(
  database: DatabaseSync,
  dataset: string,
  fromId: string,
  references: readonly DocumentReference[],
): void {
  statement(database, 'DELETE FROM document_references WHERE dataset = ? AND from_id = ?').run(
    dataset,
    fromId,
  )
  const insert = statement(
    database,
    'INSERT INTO document_references (dataset, from_id, to_id, weak) VALUES (?, ?, ?, ?)',
  )
  for (const { toId, weak } of references) insert.run(dataset, fromId, toId, weak ? 1 : 0)
}

/** Ids of the documents that hold a strong reference to `toId`, itself left out. */
export function strongReferrersOf(database: DatabaseSync, dataset: string, toId: string): string[] {
  return statement(
    database,
    'SELECT from_id FROM document_references WHERE dataset = ? AND to_id = ? AND weak = 0 AND from_id <> ? ORDER BY from_id',
  )
    .all(dataset, toId, toId)
    .map((row) => textOf(row, 'from_id'))
}
