import type { DatabaseSync } from 'node:sqlite'
import { HttpError } from '../http/errors.ts'
import { optionalTextOf, type Row, statement, textOf } from './statement.ts'

export type AclMode = 'public' | 'private'

export interface Dataset {
  name: string
  /** Who may read what is published: everybody, or only those with an account or a token. */
  aclMode: AclMode
  /** ISO 8601. */
  createdAt: string
}

/** Makes the dataset unless it is there already; one that is there keeps its access mode. `now` is ISO 8601. */
export function ensureDataset(database: DatabaseSync, name: string, aclMode: AclMode, now: string): Dataset {
  statement(
    database,
    'INSERT INTO datasets (name, acl_mode, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  ).run(name, aclMode, now)
  return requireDataset(database, name)
}

/** The dataset, or undefined when there is none of that name. */
export function readDataset(database: DatabaseSync, name: string): Dataset | undefined {
  const row = statement(database, 'SELECT * FROM datasets WHERE name = ?').get(name)
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
  return statement(database, 'SELECT * FROM datasets ORDER BY name').all().map(toDataset)
}

/** Removes the dataset with its documents and history, by cascade, and the webhooks that watch it. */
export function deleteDataset(database: DatabaseSync, name: string): void {
  statement(database, 'DELETE FROM webhooks WHERE dataset = ?').run(name)
  statement(database, 'DELETE FROM datasets WHERE name = ?').run(name)
}

function toDataset(row: Row): Dataset {
  return {
    name: textOf(row, 'name'),
    aclMode: optionalTextOf(row, 'acl_mode') === 'public' ? 'public' : 'private',
    createdAt: textOf(row, 'created_at'),
  }
}
