import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { findReferences } from '../../../lake/mutations/findReferences.ts'
import type { LoadedTransaction } from './transactionLoad.ts'

type Row = Record<string, SQLOutputValue>

/** What lies on the disk, read beside the lake and without its help. */
export interface StoreState {
  /** Revision by document id. */
  revisions: Map<string, string>
  /** Number of logged changes by transaction id. */
  changes: Map<string, number>
  /** Entries of the timeline by published id. */
  events: Map<string, number>
  /** Where documents, change log, references, timeline and webhooks' outbox do not agree, in words. */
  contradictions: string[]
}

export function readStore(dataDir: string): StoreState {
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'), { readOnly: true })
  try {
    database.exec('BEGIN')
    const documents = all(database, 'SELECT id, revision, body FROM stored_documents')
    const log = all(
      database,
      `SELECT c.seq, c.document_id, c.transition, c.previous_revision, c.body, t.id AS transaction_id, t.author
       FROM transactions t LEFT JOIN whole_changes c ON c.transaction_seq = t.seq ORDER BY c.seq`,
    )
    return {
      revisions: new Map(documents.map((row) => [text(row.id), text(row.revision)])),
      changes: countBy(log, 'transaction_id'),
      events: countBy(all(database, 'SELECT document_id FROM document_events'), 'document_id'),
      contradictions: [
        ...checkDatabase(database),
        ...checkLog(documents, log),
        ...checkReferences(database, documents),
        ...checkTimeline(database),
        ...checkOutbox(database),
      ],
    }
  } finally {
    database.close()
  }
}

/** Whether a transaction is in the store with all it does, with nothing of it, or in part. */
export function presenceOf(transaction: LoadedTransaction, store: StoreState): 'whole' | 'absent' | 'half' {
  const found = describe(transaction, store)
  if (Object.values(found).every((part) => part === 'whole')) return 'whole'
  return Object.values(found).every((part) => part === 'absent') ? 'absent' : 'half'
}

/** The transactions that are not as they should be, with what was found of each. */
export function otherThan(
  expected: 'whole' | 'absent',
  transactions: readonly LoadedTransaction[],
  store: StoreState,
): object[] {
  return transactions
    .filter((transaction) => presenceOf(transaction, store) !== expected)
    .map((transaction) => ({ id: transaction.id, ...describe(transaction, store) }))
}

/** Each trace that a transaction leaves: whether it is there, or what is there instead. */
function describe({ id, takes, makes, changes, events }: LoadedTransaction, store: StoreState) {
  const groups = new Set(
    [...takes, ...makes, ...changes].map((document) => document.replace(/^drafts\./, '')),
  )
  const told = [...groups].reduce((total, group) => total + (store.events.get(group) ?? 0), 0)
  const logged = store.changes.get(id) ?? 0
  const after = [
    ...takes.map((document) => !store.revisions.has(document)),
    ...[...makes, ...changes].map((document) => store.revisions.get(document) === id),
  ]
  const before = [
    ...[...takes, ...changes].map((document) => store.revisions.has(document)),
    ...makes.map((document) => !store.revisions.has(document)),
    ...changes.map((document) => store.revisions.get(document) !== id),
  ]
  return {
    documents: after.every(Boolean) ? 'whole' : before.every(Boolean) ? 'absent' : 'others',
    log: oneOf(logged, { absent: 0, whole: takes.length + makes.length + changes.length }),
    timeline: oneOf(told, { absent: events.before, whole: events.before + events.added }),
  }
}

function oneOf(found: number, expected: { absent: number; whole: number }): string {
  if (found === expected.whole) return 'whole'
  return found === expected.absent ? 'absent' : `${found} entries`
}

function checkDatabase(database: DatabaseSync): string[] {
  const integrity = all(database, 'PRAGMA integrity_check').map((row) => text(row.integrity_check))
  return [
    ...integrity.filter((said) => said !== 'ok'),
    ...all(database, 'PRAGMA foreign_key_check').map(
      (row) => `${text(row.table)} has a row that belongs to nothing`,
    ),
  ]
}

/** Replays the log: every change must follow the last one of its document, and end at what is stored. */
function checkLog(documents: readonly Row[], log: readonly Row[]): string[] {
  const wrong: string[] = []
  const current = new Map<string, { body: string; revision: string }>()
  for (const row of log) {
    const transaction = text(row.transaction_id)
    if (row.document_id === null) {
      wrong.push(`transaction ${transaction} has changed nothing`)
      continue
    }
    const id = text(row.document_id)
    const before = current.get(id)
    const transition = row.body === null ? 'disappear' : before ? 'update' : 'appear'
    if (row.transition !== transition)
      wrong.push(`${id} in ${transaction}: ${row.transition} instead of ${transition}`)
    if ((row.previous_revision ?? undefined) !== before?.revision)
      wrong.push(`${id} in ${transaction} does not follow ${before?.revision}`)
    if (row.body === null) current.delete(id)
    else current.set(id, { body: text(row.body), revision: transaction })
  }
  for (const row of documents) {
    const id = text(row.id)
    const logged = current.get(id)
    if (logged?.body !== row.body || logged?.revision !== row.revision)
      wrong.push(`${id} is not what the log made of it`)
    current.delete(id)
  }
  return [...wrong, ...[...current.keys()].map((id) => `${id} is in the log and not stored`)]
}

function checkReferences(database: DatabaseSync, documents: readonly Row[]): string[] {
  const stored = new Set(
    all(database, 'SELECT DISTINCT from_id, to_id FROM stored_references').map(
      (row) => `${text(row.from_id)} → ${text(row.to_id)}`,
    ),
  )
  const held = new Set(
    documents.flatMap((row) =>
      findReferences(JSON.parse(text(row.body))).map(({ toId }) => `${text(row.id)} → ${toId}`),
    ),
  )
  return [
    ...[...held].filter((reference) => !stored.has(reference)).map((reference) => `${reference} is missing`),
    ...[...stored]
      .filter((reference) => !held.has(reference))
      .map((reference) => `${reference} is left over`),
  ]
}

/** Entries of the timeline that name a revision name one that was committed. */
function checkTimeline(database: DatabaseSync): string[] {
  return all(
    database,
    `SELECT document_id, type FROM document_events WHERE
       coalesce(json_extract(body, '$.revisionId'), json_extract(body, '$.versionRevisionId')) NOT IN
       (SELECT id FROM transactions)`,
  ).map((row) => `the timeline of ${text(row.document_id)} has a ${text(row.type)} that nobody committed`)
}

/** Messages are about changes that are there, and those that a webhook has passed in the log are queued. */
function checkOutbox(database: DatabaseSync): string[] {
  const orphans = all(
    database,
    'SELECT id FROM webhook_deliveries WHERE change_seq NOT IN (SELECT seq FROM changes)',
  ).map((row) => `message ${text(row.id)} is about a change that is not there`)
  const skipped = all(
    database,
    `SELECT c.seq, w.name FROM webhooks w JOIN changes c ON c.dataset = w.dataset AND c.seq <= w.cursor
     WHERE w.filter IS NULL AND instr(c.document_id, '.') = 0
       AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.change_seq = c.seq)`,
  ).map((row) => `change ${row.seq} was passed over by a webhook`)
  const ahead = all(
    database,
    'SELECT name FROM webhooks WHERE cursor > (SELECT coalesce(max(seq), 0) FROM changes)',
  ).map((row) => `webhook ${text(row.name)} is ahead of the log`)
  return [...orphans, ...skipped, ...ahead]
}

function all(database: DatabaseSync, sql: string): Row[] {
  return database.prepare(sql).all()
}

function countBy(rows: readonly Row[], column: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(text(row[column]), (counts.get(text(row[column])) ?? 0) + 1)
  return counts
}

function text(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : String(value)
}

/** `transaction#document` of every change, in the order of the log. */
export function readLog(dataDir: string): string[] {
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'), { readOnly: true })
  try {
    return all(
      database,
      `SELECT t.id || '#' || c.document_id AS change
       FROM changes c JOIN transactions t ON t.seq = c.transaction_seq ORDER BY c.seq`,
    ).map((row) => text(row.change))
  } finally {
    database.close()
  }
}
