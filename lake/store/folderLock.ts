import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another lake is running on the data folder. The message is what the operator reads. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`Another lake is running on ${folder}. Stop it first, or choose another folder with LAKE_DATA_DIR.`)
    this.name = 'FolderInUseError'
  }
}

/**
 * Takes the data folder for one lake alone and answers how to give it back. The operating system keeps the
 * lock, by way of an SQLite file that stays empty, so that it ends with the process, however that ends.
 *
 * @throws FolderInUseError while another process, or this one, has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'lake.lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new FolderInUseError(folder) : error
  }
  return () => {
    if (lock.isOpen) lock.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
