import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { lastReindexing, migrations } from './migrations.ts'
import { type Progress, rewriteIndexes } from './rewriteIndexes.ts'

const databaseFile = 'lake.sqlite'

/** Where the database of a data folder, or of a backup, lies. */
export function databasePathIn(folder: string): string {
  return join(folder, databaseFile)
}

/** The data folder was written by a newer Meridian than this one. */
export class NewerDatabaseError extends Error {
  constructor(found: number, known: number) {
    super(
      `The lake's data folder has schema version ${found}, and this Meridian knows only ${known}. ` +
        'Start the newer version that wrote it, or point LAKE_DATA_DIR at another folder.',
    )
    this.name = 'NewerDatabaseError'
  }
}

/**
 * Opens (and where needed creates and migrates) the lake's database in `folder`.
 *
 * @throws NewerDatabaseError when a later program has written the folder.
 */
export function openDatabase(folder: string, progress?: Progress): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(databasePathIn(folder))
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 1000;
    PRAGMA cache_size = -16384;
    -- Pages that the log gathers, 16 MB of them, before they are put in their places: many are written again meanwhile.
    PRAGMA wal_autocheckpoint = 4000;
  `)
  migrate(database, progress)
  return database
}

/** Opens the database in `folder` for reading, as a process beside the lake does. It keeps up to 8 MB of pages. */
export function openReadOnly(folder: string): DatabaseSync {
  const database = new DatabaseSync(databasePathIn(folder), { readOnly: true })
  database.exec(`
    PRAGMA query_only = ON;
    PRAGMA busy_timeout = 1000;
    PRAGMA cache_size = -8192;
  `)
  return database
}

/** Closes the database; SQLite looks at how its tables have grown, where it finds that worth while. */
export function closeDatabase(database: DatabaseSync): void {
  // Bounded, so that a stop takes no longer however much there is.
  database.exec('PRAGMA analysis_limit = 400; PRAGMA optimize;')
  database.close()
}

/** Runs `work` on one unchanging state of the database, in which all is that was committed before. */
export function inSnapshot<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN')
  try {
    return work()
  } finally {
    database.exec('ROLLBACK')
  }
}

/** Runs `work` in one immediate transaction: all of it is kept, or none. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * Brings the schema to this program's version, all steps in one transaction: one that fails leaves the old version.
 * Where what is indexed of documents must be made anew, `progress` is told how far that is.
 *
 * @throws NewerDatabaseError when a later program has written the database.
 */
export function migrate(database: DatabaseSync, progress?: Progress): void {
  if (versionOf(database) === migrations.length) return
  inTransaction(database, () => {
    // Only now nobody else can be migrating it.
    const version = versionOf(database)
    for (const step of migrations.slice(version)) {
      if (typeof step === 'string') database.exec(step)
      else step(database)
    }
    if (version < lastReindexing) rewriteIndexes(database, progress)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}

function versionOf(database: DatabaseSync): number {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length)
  return version
}
