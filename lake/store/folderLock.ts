import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { messageOf } from '../errorCode.ts'

/** Another process works on the folder, and two would spoil each other's work. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`Another lake is running on ${folder}. Stop it first, or choose another folder with LAKE_DATA_DIR.`)
    this.name = 'FolderInUseError'
  }
}

/** The file by which a folder is held; it says nothing by being there. */
export const lockName = 'lake.lock'

/** Kept here, because a database that nobody refers to any more is closed, and the lock goes with it. */
const held = new Set<DatabaseSync>()

/**
 * Holds a folder for this process until the answer is called or the process ends, however it ends: the
 * system's own lock on an open file is what SQLite holds here, and a killed process holds none.
 *
 * @throws FolderInUseError when it is held already
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, lockName))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (/locked/i.test(messageOf(error))) throw new FolderInUseError(folder)
    throw error
  }
  held.add(lock)
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

/** Whether another process (or this one) holds the folder. */
export function isFolderHeld(folder: string): boolean {
  if (!existsSync(join(folder, lockName))) return false
  try {
    holdFolder(folder)()
    return false
  } catch (error) {
    if (error instanceof FolderInUseError) return true
    throw error
  }
}
