import type { DatabaseSync } from 'node:sqlite'
import { isReadable, type Reach } from '../auth/access.ts'
import type { DocumentChange } from '../context.ts'
import { type LogPlace, placeAt, seqOfChange } from '../store/changeFeed.ts'
import { changesAfter } from '../store/changes.ts'
import { digestOf, openPlace, sealPlace } from './sealedPlaces.ts'

/**
 * At the end of an id: the event it names was begun and may not have arrived whole. Some readers take an id
 * for read as soon as they see its line, so every event begins with such an id and ends with the real one.
 */
const begun = '~'

/** The id of a mutation event, as the hosted service writes it. */
export function eventIdOf({
  transactionId,
  documentId,
}: Pick<DocumentChange, 'transactionId' | 'documentId'>): string {
  return `${transactionId}#${documentId}`
}

/**
 * An id for a place in the log that names no document: whoever hears it may not see what happened there, and
 * learns from it neither how much has happened nor whether anything has. No two ids are alike.
 */
export function placeIdOf(database: DatabaseSync, place: LogPlace): string {
  return `@${sealPlace(database, place)}`
}

export function begunId(id: string): string {
  return isWhole(id) ? `${id}${begun}` : id
}

/** Whether a reader that names this id has the last event that it began to read. */
export function isWhole(lastEventId: string): boolean {
  return !lastEventId.endsWith(begun)
}

/** Whose log it is that a reader left, and how much of it the reader sees. */
export interface LogReader {
  dataset: string
  reach: Reach
}

/**
 * The number of the last change that a reader knows, from the id that it names; undefined when the log of the
 * dataset does not have it (any more), or has it where the reader sees nothing.
 */
export function readPlace(
  database: DatabaseSync,
  reader: LogReader,
  lastEventId: string,
): number | undefined {
  if (!isWhole(lastEventId)) {
    const started = readPlace(database, reader, lastEventId.slice(0, -begun.length))
    return started === undefined ? undefined : started - 1
  }
  if (lastEventId.startsWith('@')) return sealedSeq(database, reader.dataset, lastEventId.slice(1))
  const at = lastEventId.indexOf('#')
  if (at < 0) return undefined
  return visibleSeq(database, reader, lastEventId.slice(0, at), lastEventId.slice(at + 1))
}

/** A number alone may mean another change since a backup was restored or a dataset made anew. */
function sealedSeq(database: DatabaseSync, dataset: string, sealed: string): number | undefined {
  const opened = openPlace(database, sealed)
  if (!opened) return undefined
  const { seq } = opened
  const place = seq === 0 ? { seq, transactionId: '' } : placeAt(database, dataset, seq)
  return place && digestOf(place.transactionId).equals(opened.digest) ? seq : undefined
}

/** Whoever asks for a change that it may not see is told what it would be told if there were none. */
function visibleSeq(
  database: DatabaseSync,
  { dataset, reach }: LogReader,
  transactionId: string,
  documentId: string,
): number | undefined {
  const seq = seqOfChange(database, dataset, transactionId, documentId)
  if (seq === undefined || reach === 'all') return seq
  const [change] = changesAfter(database, seq - 1, 1)
  const isVisible = [change?.before, change?.after].some(
    (document) => document && isReadable(document, reach),
  )
  return isVisible ? seq : undefined
}
