import { existsSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { messageOf } from '../errorCode.ts'
import { migrations } from './migrations.ts'
import { numberOf, optionalTextOf, textOf } from './statement.ts'

/** What a stored copy of the database holds, read without changing or migrating it. */
export interface DatabaseContents {
  schemaVersion: number
  datasets: { name: string; documents: number }[]
  transactions: number
  changes: number
  users: number
  /** Documents whose file belongs to the data folder. */
  assets: { dataset: string; id: string }[]
}

/** Pages between two words about the progress: 4 MB. */
const pagesAtOnce = 1000

/** The newest schema that this program can read. */
export const knownSchemaVersion = migrations.length

/**
 * Copies the database at `source` as it is at one moment, page by page, while others go on writing: the
 * transaction that is open meanwhile keeps that moment, or every write would begin the copy anew.
 * `progress` is told which share (0 to 1) is copied.
 */
export async function copyDatabase(
  source: string,
  target: string,
  progress: (share: number) => void,
): Promise<void> {
  const database = new DatabaseSync(source, { readOnly: true })
  try {
    database.exec('PRAGMA busy_timeout = 5000; BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    await backup(database, target, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / Math.max(totalPages, 1)),
    })
  } finally {
    database.close()
  }
}

/**
 * The first fault in a database file that nobody writes to, in SQLite's words; `undefined` when there is none.
 * Neither check looks at what is in the rows: the caller compares the file's hash for that.
 */
export function findFault(path: string): string | undefined {
  try {
    return readFrozen(path, (database) => {
      const [first] = database.prepare('PRAGMA integrity_check(1)').all()
      const verdict = first ? textOf(first, 'integrity_check') : 'no answer'
      if (verdict !== 'ok') return verdict.replace(/^\*\*\* in database \w+ \*\*\*\s*/, '').trim()
      const [dangling] = database.prepare('PRAGMA foreign_key_check').all()
      return dangling ? `a row of ${textOf(dangling, 'table')} points to nothing` : undefined
    })
  } catch (error) {
    return messageOf(error)
  }
}

/** What a database file that nobody writes to holds. @throws Error when it is no database of a lake */
export function readContents(path: string): DatabaseContents {
  return readFrozen(path, (database) => {
    const count = (table: 'transactions' | 'changes' | 'users') =>
      numberOf(database.prepare(`SELECT count(*) AS total FROM ${table}`).get(), 'total')
    const perDataset = database.prepare('SELECT count(*) AS total FROM documents WHERE dataset = ?')
    // One that is on its way out has lost its files already.
    const datasets = database
      .prepare('SELECT * FROM datasets ORDER BY name')
      .all()
      .filter((row) => optionalTextOf(row, 'deleted_at') === undefined)
      .map((row) => textOf(row, 'name'))
    const assets = database
      .prepare("SELECT dataset, id FROM documents WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset')")
      .all()
      .map((row) => ({ dataset: textOf(row, 'dataset'), id: textOf(row, 'id') }))
    return {
      schemaVersion: numberOf(database.prepare('PRAGMA user_version').get(), 'user_version'),
      datasets: datasets.map((name) => ({ name, documents: numberOf(perDataset.get(name), 'total') })),
      transactions: count('transactions'),
      changes: count('changes'),
      users: count('users'),
      assets: assets.filter(({ dataset }) => datasets.includes(dataset)),
    }
  })
}

/** Opened as a file that does not change, so that nothing is written beside it. */
function readFrozen<T>(path: string, read: (database: DatabaseSync) => T): T {
  if (!existsSync(path)) throw new Error('there is no such file')
  const address = pathToFileURL(path)
  address.searchParams.set('immutable', '1')
  const database = new DatabaseSync(address, { readOnly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}
