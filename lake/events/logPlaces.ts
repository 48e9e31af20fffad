import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { DocumentChange } from '../context.ts'
import { type LogPlace, placeAt, seqOfChange } from '../store/changeFeed.ts'

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

/** An id for a place in the log that names no document: whoever hears it may not see what happened there. */
export function placeIdOf({ seq, transactionId }: LogPlace): string {
  return `${seq}@${digest(transactionId)}`
}

export function begunId(id: string): string {
  return isWhole(id) ? `${id}${begun}` : id
}

/** Whether a reader that names this id has the last event that it began to read. */
export function isWhole(lastEventId: string): boolean {
  return !lastEventId.endsWith(begun)
}

/**
 * The number of the last change that a reader knows, from the id that it names; undefined when the log of the
 * dataset does not have it (any more).
 */
export function readPlace(database: DatabaseSync, dataset: string, lastEventId: string): number | undefined {
  if (!isWhole(lastEventId)) {
    const started = readPlace(database, dataset, lastEventId.slice(0, -begun.length))
    return started === undefined ? undefined : started - 1
  }
  const [, seq, hash] = /^(\d{1,15})@(\w*)$/.exec(lastEventId) ?? []
  if (seq !== undefined) return checkedSeq(database, dataset, Number(seq), hash ?? '')
  const at = lastEventId.indexOf('#')
  if (at < 0) return undefined
  return seqOfChange(database, dataset, lastEventId.slice(0, at), lastEventId.slice(at + 1))
}

/** A number alone may mean another change since a backup was restored or a dataset made anew. */
function checkedSeq(database: DatabaseSync, dataset: string, seq: number, hash: string): number | undefined {
  const place = seq === 0 ? { seq, transactionId: '' } : placeAt(database, dataset, seq)
  return place && digest(place.transactionId) === hash ? seq : undefined
}

function digest(transactionId: string): string {
  return createHash('sha256').update(transactionId).digest('hex').slice(0, 12)
}
