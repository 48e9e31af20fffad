import { mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { lockName } from '../store/folderLock.ts'
import { BackupError } from './backupError.ts'
import { manifestName } from './manifest.ts'

/** What a folder of backups may hold besides the folders named by a date. */
const ours = new Set(['assets', lockName, manifestName, `${manifestName}.part`])

/** The name of a folder or file that belongs to one moment: `2026-03-01T12-30-00-000Z`. */
export function momentName(now: number): string {
  return new Date(now).toISOString().replace(/[:.]/g, '-')
}

/**
 * Makes the folder for backups where it is missing.
 *
 * @throws BackupError when it holds something else, or lies in the data folder or around it
 */
export async function prepareFolder(folder: string, dataDir: string): Promise<void> {
  const [inner, outer] = await Promise.all([whereItIs(folder), whereItIs(dataDir)])
  if (isWithin(inner, outer) || isWithin(outer, inner)) {
    throw new BackupError(
      `A backup in ${folder} would be lost with the data folder ${dataDir}: choose a folder beside it, best on another disk.`,
    )
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const foreign = (await readdir(folder)).find((name) => !ours.has(name) && !isMoment(name))
  if (foreign !== undefined) {
    throw new BackupError(
      `${folder} holds "${foreign}", which is no part of a backup: choose an empty folder, or the one of an earlier backup.`,
    )
  }
}

/** Removes what earlier and unfinished backups have left. */
export async function tidyFolder(folder: string, keep: string, assets: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isMoment(name) && name !== keep) await rm(join(folder, name), { recursive: true, force: true })
  }
  const root = join(folder, 'assets')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if (
      !assets.has(
        path
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      )
    )
      await rm(path, { force: true })
  }
}

function isMoment(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[-\d]+Z$/.test(name)
}

/** Links followed as far as the path exists. */
async function whereItIs(path: string): Promise<string> {
  const full = resolve(path)
  try {
    return await realpath(full)
  } catch {
    return dirname(full) === full
      ? full
      : join(await whereItIs(dirname(full)), full.slice(dirname(full).length))
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
