import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { DocumentChange, SanityDocument } from '../context.ts'
import { parseDocument } from './documents.ts'
import { numberOf, optionalTextOf, type Row, statement, textOf } from './statement.ts'
import { hasWholeEffects, wholeEffects, wholeMutation } from './wholeChanges.ts'

const mutationNames = ['create', 'createIfNotExists', 'createOrReplace'] as const
const storedMutations = z.union([z.array(z.record(z.string(), z.unknown())), z.enum(mutationNames)])
const storedEffects = z.object({ apply: z.array(z.unknown()), revert: z.array(z.unknown()) })

const columns = `
  c.seq, c.dataset, c.document_id, c.transition, c.previous_revision, c.mutations, c.effects, c.body,
  t.id AS transaction_id, t.author, t.timestamp,
  (SELECT p.body FROM whole_changes p
    WHERE p.dataset = c.dataset AND p.document_id = c.document_id AND p.seq < c.seq
    ORDER BY p.seq DESC LIMIT 1) AS body_before
  FROM whole_changes c JOIN transactions t ON t.seq = c.transaction_seq`

/**
 * Adds one document's part of a transaction to the log and answers its sequence number.
 *
 * @param bodyOf the number of the document, where what is stored of it is `after`: that is then not written again
 */
export function addChange(
  database: DatabaseSync,
  transactionSeq: number,
  change: Omit<DocumentChange, 'seq'>,
  bodyOf?: number,
): number {
  const written = statement(
    database,
    `INSERT INTO changes
       (transaction_seq, dataset, document_id, transition, previous_revision, mutations, effects, body, body_of)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    transactionSeq,
    change.dataset,
    change.documentId,
    change.transition,
    change.previousRev ?? null,
    JSON.stringify(wholeMutation(change) ?? change.mutations),
    hasWholeEffects(change) ? '' : JSON.stringify(change.effects),
    change.after && bodyOf === undefined ? JSON.stringify(change.after) : null,
    bodyOf ?? null,
  )
  return Number(written.lastInsertRowid)
}

/** Adds to the log that a document was made, which is no asset, and answers the sequence number of that. */
export function addWholeDocument(
  database: DatabaseSync,
  transactionSeq: number,
  { dataset, id, mutation, bodyOf }: { dataset: string; id: string; mutation: string; bodyOf: number },
): number {
  const written = statement(
    database,
    `INSERT INTO changes (transaction_seq, dataset, document_id, transition, mutations, effects, body_of)
     VALUES (?, ?, ?, 'appear', ?, '', ?)`,
  ).run(transactionSeq, dataset, id, JSON.stringify(mutation), bodyOf)
  return Number(written.lastInsertRowid)
}

/** Puts the body of a document into the log, before another takes its place or none. */
export function keepBody(database: DatabaseSync, dataset: string, id: string): void {
  statement(
    database,
    `UPDATE changes
     SET body = (SELECT json(b.body) FROM document_bodies b WHERE b.number = body_of), body_of = NULL
     WHERE body_of IS NOT NULL AND seq =
       (SELECT seq FROM changes WHERE dataset = ? AND document_id = ? ORDER BY seq DESC LIMIT 1)`,
  ).run(dataset, id)
}

/** Up to `limit` changes after `seq`, oldest first, over all datasets. */
export function changesAfter(database: DatabaseSync, seq: number, limit: number): DocumentChange[] {
  return statement(database, `SELECT ${columns} WHERE c.seq > ? ORDER BY c.seq LIMIT ?`)
    .all(seq, limit)
    .map(toChange)
}

/** All changes of one transaction, in order. */
export function changesOfTransaction(database: DatabaseSync, dataset: string, id: string): DocumentChange[] {
  return statement(database, `SELECT ${columns} WHERE t.dataset = ? AND t.id = ? ORDER BY c.seq`)
    .all(dataset, id)
    .map(toChange)
}

/** All changes of one transaction but those whose history was purged. */
export function toldChangesOfTransaction(
  database: DatabaseSync,
  dataset: string,
  id: string,
): DocumentChange[] {
  return statement(
    database,
    `SELECT ${columns} WHERE t.dataset = ? AND t.id = ? AND c.purged = 0 ORDER BY c.seq`,
  )
    .all(dataset, id)
    .map(toChange)
}

/** The number of the newest change, 0 in an empty lake. */
export function lastSeq(database: DatabaseSync): number {
  return numberOf(statement(database, 'SELECT max(seq) AS last FROM changes').get(), 'last')
}

export function toChange(row: Row): DocumentChange {
  const [before, after] = [toBody(optionalTextOf(row, 'body_before')), toBody(optionalTextOf(row, 'body'))]
  const transactionId = textOf(row, 'transaction_id')
  return {
    seq: numberOf(row, 'seq'),
    dataset: textOf(row, 'dataset'),
    documentId: textOf(row, 'document_id'),
    transactionId,
    author: textOf(row, 'author'),
    timestamp: textOf(row, 'timestamp'),
    transition: toTransition(textOf(row, 'transition')),
    previousRev: optionalTextOf(row, 'previous_revision'),
    resultRev: after === undefined ? undefined : transactionId,
    mutations: toMutations(textOf(row, 'mutations'), after),
    effects: toEffects(textOf(row, 'effects'), { before, after }),
    before,
    after,
  }
}

function toMutations(text: string, after: SanityDocument | undefined): DocumentChange['mutations'] {
  const stored = storedMutations.parse(JSON.parse(text))
  return typeof stored === 'string' ? [{ [stored]: after }] : stored
}

function toEffects(text: string, sides: Pick<DocumentChange, 'before' | 'after'>): DocumentChange['effects'] {
  return text === '' ? wholeEffects(sides) : storedEffects.parse(JSON.parse(text))
}

function toBody(body: string | undefined): SanityDocument | undefined {
  return body === undefined ? undefined : parseDocument(body)
}

function toTransition(text: string): DocumentChange['transition'] {
  return text === 'appear' || text === 'disappear' ? text : 'update'
}
