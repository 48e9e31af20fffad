import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { databasePathIn } from '../store/database.ts'
import { holdFolder, isFolderHeld, lockName } from '../store/folderLock.ts'
import { findFault, knownSchemaVersion, readContents } from '../store/snapshot.ts'
import { BackupError, inWordsOfBackup } from './backupError.ts'
import { assetFilesOf, copyAssets } from './copyAssets.ts'
import { copyHashed } from './hashedFiles.ts'
import { knownFormat, type Manifest, manifestName, readManifest } from './manifest.ts'
import { momentName } from './prepareFolder.ts'

export interface RestoreRequest {
  folder: string
  dataDir: string
  /** Whether a data folder that is there gives way; it is kept under another name. */
  replace: boolean
  now: () => number
  progress: (what: string, share: number) => void
}

export interface RestoreResult {
  manifest: Manifest
  /** Where the data folder is that was there before. */
  keptAs: string | undefined
}

/**
 * Makes a data folder from a backup: beside the place where it belongs, every byte compared with what the
 * manifest and the names say, and only then moved there. Until then nothing is changed.
 *
 * @throws BackupError @throws FolderInUseError when a lake runs on the data folder
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { folder, dataDir, replace, now } = request
  const manifest = await readCheckedManifest(folder)
  const isEmpty = (await entriesOf(dataDir)).length === 0
  if (!isEmpty && !replace) {
    throw new BackupError(
      `${dataDir} is not empty: restore with --replace, which keeps it under another name, or into another folder with LAKE_DATA_DIR.`,
    )
  }
  const moment = momentName(now())
  const made = `${dataDir}.restoring-${moment}`
  const release = holdFolder(dataDir)
  try {
    await removeUnfinished(dataDir)
    await mkdir(made, { recursive: true, mode: 0o700 })
    await fill(made, manifest, request)
    const keptAs = isEmpty ? undefined : `${dataDir}.before-restore-${moment}`
    await putInPlace(made, dataDir, keptAs)
    return { manifest, keptAs }
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    if (isEmpty) await removeEmpty(dataDir).catch(() => undefined)
    throw inWordsOfBackup(error, dataDir, `Nothing was restored, and ${dataDir} is as it was.`)
  } finally {
    release()
  }
}

/** What a restore that was killed has left beside the data folder. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const beside = dirname(dataDir)
  const left = (await readdir(beside)).filter((name) => name.startsWith(`${basename(dataDir)}.restoring-`))
  for (const name of left) await rm(join(beside, name), { recursive: true, force: true })
}

async function readCheckedManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName)
  const manifest = await readManifest(folder).catch((cause: unknown) => {
    throw new BackupError(`${path} is damaged: choose another backup.`, { cause })
  })
  if (!manifest) throw new BackupError(`${folder} is no backup: there is no whole ${manifestName} in it.`)
  if (manifest.format > knownFormat || manifest.schemaVersion > knownSchemaVersion) {
    throw new BackupError(
      `${folder} was made by a newer Meridian (${manifest.program}): restore it with that version or a later one.`,
    )
  }
  if (isFolderHeld(folder))
    throw new BackupError(`A backup is being made in ${folder}: wait until it is done.`)
  return manifest
}

/** @throws BackupError naming the first file that is not what it should be */
async function fill(made: string, manifest: Manifest, { folder, progress }: RestoreRequest): Promise<void> {
  const kept = join(folder, manifest.folder)
  progress('Database', 0)
  await copyExactly(databasePathIn(kept), databasePathIn(made), manifest.database)
  if (manifest.secrets) {
    await copyExactly(join(kept, 'secrets.json'), join(made, 'secrets.json'), manifest.secrets)
  }
  const database = databasePathIn(made)
  const fault = findFault(database)
  if (fault) throw damaged(databasePathIn(kept), fault)
  const contents = readContents(database)
  progress('Database', 1)
  const expected = JSON.stringify(manifest.datasets)
  if (JSON.stringify(contents.datasets) !== expected || contents.changes !== manifest.changes) {
    throw damaged(join(folder, manifestName), 'it counts other documents than the database has')
  }
  const known = new Set(manifest.missing)
  const wanted = assetFilesOf(contents).filter(({ path }) => !known.has(path))
  const assets = join(folder, 'assets')
  const copied = await copyAssets(wanted, assets, join(made, 'assets'), (share) =>
    progress('Pictures and files', share),
  )
  const [broken] = copied.damaged
  if (broken !== undefined) throw damaged(join(assets, broken), 'its bytes are not those of its name')
  const [missing] = copied.missing
  if (missing !== undefined) throw damaged(join(assets, missing), 'it is missing')
}

async function copyExactly(
  source: string,
  target: string,
  { size, sha256 }: { size: number; sha256: string },
): Promise<void> {
  const hashed = await copyHashed(source, target, 'sha256')
  if (!hashed) throw damaged(source, 'it is missing')
  if (hashed.size !== size || hashed.hash !== sha256) {
    throw damaged(source, 'its bytes are not those that were backed up')
  }
}

/** The old folder keeps its lock while it is moved, so that no lake begins to work on it. */
async function putInPlace(made: string, dataDir: string, keptAs: string | undefined): Promise<void> {
  try {
    if (keptAs) await rename(dataDir, keptAs)
    else await removeEmpty(dataDir)
  } catch (cause) {
    throw new BackupError(
      `${dataDir} cannot be moved, perhaps because it is a mounted disk: restore into a folder in it, named by LAKE_DATA_DIR.`,
      { cause },
    )
  }
  try {
    await rename(made, dataDir)
  } catch (cause) {
    if (keptAs) await rename(keptAs, dataDir).catch(() => undefined)
    throw new BackupError(
      `${dataDir} was made anew while the backup was restored: stop what did that and repeat.`,
      { cause },
    )
  }
}

/** A folder with nothing but the lock in it; one with anything else stays. */
async function removeEmpty(folder: string): Promise<void> {
  await rm(join(folder, lockName), { force: true })
  await rmdir(folder)
}

async function entriesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [])
  return found.filter((name) => name !== lockName)
}

function damaged(path: string, how: string): BackupError {
  return new BackupError(`${path} is damaged: ${how}. Nothing was restored.`)
}
