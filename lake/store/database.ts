import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

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
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 5000;
  `)
  migrate(database)
  return database
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

function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get()
  const version = Number(row?.user_version ?? 0)
  if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length)
  migrations.slice(version).forEach((step, index) => {
    inTransaction(database, () => {
      database.exec(step)
      database.exec(`PRAGMA user_version = ${version + index + 1}`)
    })
  })
}
