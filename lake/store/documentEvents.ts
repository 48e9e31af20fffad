import type { DatabaseSync } from 'node:sqlite'
import { numberOf, type Row, statement, textOf } from './statement.ts'

/** An event of a document's timeline, told by the action that caused it. */
export interface DocumentEvent {
  type: string
  /** The published id. */
  documentId: string
  /** The draft, version or published id that the event is about. */
  versionId: string | undefined
  /** What else the event says: revisions, release, cause. */
  details: Record<string, unknown>
}

export interface StoredDocumentEvent {
  seq: number
  /** The event as the Studio reads it. */
  event: Record<string, unknown>
}

export function addDocumentEvent(
  database: DatabaseSync,
  dataset: string,
  event: DocumentEvent & { timestamp: string; author: string },
): void {
  const { type, documentId, versionId, timestamp, author, details } = event
  const body = { type, timestamp, author, documentId, ...(versionId ? { versionId } : {}), ...details }
  statement(
    database,
    `INSERT INTO document_events (dataset, document_id, version_id, timestamp, author, type, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(dataset, documentId, versionId ?? null, timestamp, author, type, JSON.stringify(body))
}

/** Newest first: by published id all events of the group, by draft or version id only its own. `beforeSeq` pages on. */
export function documentEvents(
  database: DatabaseSync,
  dataset: string,
  id: string,
  page: { beforeSeq: number; limit: number },
): StoredDocumentEvent[] {
  return statement(
    database,
    `SELECT seq, body FROM document_events
     WHERE dataset = ? AND ${id.includes('.') ? 'version_id' : 'document_id'} = ? AND seq < ?
     ORDER BY seq DESC LIMIT ?`,
  )
    .all(dataset, id, page.beforeSeq, page.limit)
    .map(toStoredEvent)
}

function toStoredEvent(row: Row): StoredDocumentEvent {
  return { seq: numberOf(row, 'seq'), event: JSON.parse(textOf(row, 'body')) }
}
