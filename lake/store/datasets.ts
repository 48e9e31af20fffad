import type { DatabaseSync } from 'node:sqlite'
import { HttpError } from '../http/errors.ts'
import { inTransaction } from './database.ts'
import { optionalTextOf, type Row, statement, textOf } from './statement.ts'

export type AclMode = 'public' | 'private'

export interface Dataset {
  name: string
  /** Who may read what is published: everybody, or only those with an account or a token. */
  aclMode: AclMode
  /** ISO 8601. No two datasets of one name have the same, also when the first was deleted long ago. */
  createdAt: string
}

/** Tables that hold a dataset's rows, those with the most first; what hangs on them goes with them. */
const contents = ['transactions', 'documents', 'document_events'] as const

/**
 * Makes the dataset unless it is there already; one that is there keeps its access mode. Waits for one of that
 * name that is still being deleted: whoever must not wait asks `namesBeingDeleted` first. `now` is ISO 8601.
 */
export function ensureDataset(database: DatabaseSync, name: string, aclMode: AclMode, now: string): Dataset {
  while (namesBeingDeleted(database).includes(name)) sweepHiddenDataset(database, name, 10_000)
  statement(
    database,
    'INSERT INTO datasets (name, acl_mode, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  ).run(name, aclMode, laterThanFormer(database, name, now))
  return requireDataset(database, name)
}

/** The dataset, or undefined when there is none of that name. */
export function readDataset(database: DatabaseSync, name: string): Dataset | undefined {
  const row = statement(database, 'SELECT * FROM datasets WHERE name = ? AND deleted_at IS NULL').get(name)
  return row && toDataset(row)
}

/** The dataset. @throws HttpError 404 in the hosted service's words when there is none of that name. */
export function requireDataset(database: DatabaseSync, name: string): Dataset {
  const dataset = readDataset(database, name)
  if (dataset) return dataset
  throw new HttpError(404, 'Not Found', `Dataset "${name}" not found for this project.`)
}

/** All datasets by name. */
export function listDatasets(database: DatabaseSync): Dataset[] {
  return statement(database, 'SELECT * FROM datasets WHERE deleted_at IS NULL ORDER BY name')
    .all()
    .map(toDataset)
}

/** Opens a dataset to everybody, or closes it. */
export function setAclMode(database: DatabaseSync, name: string, aclMode: AclMode): void {
  statement(database, 'UPDATE datasets SET acl_mode = ? WHERE name = ?').run(aclMode, name)
}

/** Takes the dataset out of sight, with the webhooks that watch it alone and all messages about it. `now` is ISO 8601. */
export function hideDataset(database: DatabaseSync, { name, createdAt }: Dataset, now: string): void {
  inTransaction(database, () => {
    statement(database, 'UPDATE datasets SET deleted_at = ? WHERE name = ?').run(now, name)
    statement(
      database,
      `INSERT INTO former_datasets (name, created_at) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET created_at = excluded.created_at`,
    ).run(name, createdAt)
    statement(database, 'DELETE FROM webhooks WHERE dataset = ?').run(name)
    statement(database, 'DELETE FROM webhook_deliveries WHERE dataset = ?').run(name)
  })
}

/** Datasets that are hidden and not wholly gone. */
export function namesBeingDeleted(database: DatabaseSync): string[] {
  return statement(database, 'SELECT name FROM datasets WHERE deleted_at IS NOT NULL')
    .all()
    .map((row) => textOf(row, 'name'))
}

/** Deletes up to `rows` rows of a hidden dataset, so that others may work in between; answers whether nothing is left. */
export function sweepHiddenDataset(database: DatabaseSync, name: string, rows: number): boolean {
  for (const table of contents) {
    const { changes } = statement(
      database,
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE dataset = ? LIMIT ?)`,
    ).run(name, rows)
    if (changes > 0) return false
  }
  statement(database, 'DELETE FROM datasets WHERE name = ? AND deleted_at IS NOT NULL').run(name)
  return true
}

function laterThanFormer(database: DatabaseSync, name: string, now: string): string {
  const row = statement(database, 'SELECT created_at FROM former_datasets WHERE name = ?').get(name)
  const former = row && textOf(row, 'created_at')
  if (former === undefined || former < now) return now
  return new Date(Date.parse(former) + 1).toISOString()
}

function toDataset(row: Row): Dataset {
  return {
    name: textOf(row, 'name'),
    aclMode: optionalTextOf(row, 'acl_mode') === 'public' ? 'public' : 'private',
    createdAt: textOf(row, 'created_at'),
  }
}
