import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
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

const eventFields = z.record(z.string(), z.unknown())

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
    .map((stored) => withScheduleState(database, dataset, stored))
}

function toStoredEvent(row: Row): StoredDocumentEvent {
  return { seq: numberOf(row, 'seq'), event: eventFields.parse(JSON.parse(textOf(row, 'body'))) }
}

/** Of a scheduled version also what has become of the schedule by now. */
function withScheduleState(
  database: DatabaseSync,
  dataset: string,
  { seq, event }: StoredDocumentEvent,
): StoredDocumentEvent {
  if (event.type !== 'scheduleDocumentVersion' || typeof event.versionId !== 'string') return { seq, event }
  const end = statement(
    database,
    `SELECT type FROM document_events
     WHERE dataset = ? AND version_id = ? AND seq > ?
       AND type IN ('unscheduleDocumentVersion', 'publishDocumentVersion', 'unpublishDocument')
     ORDER BY seq LIMIT 1`,
  ).get(dataset, event.versionId, seq)
  const ended = end && textOf(end, 'type')
  const state = ended === undefined ? 'pending' : ended.startsWith('unschedule') ? 'unscheduled' : 'published'
  return { seq, event: { ...event, state } }
}
