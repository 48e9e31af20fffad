import { existsSync } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databasePathIn } from '../store/database.ts'
import { FolderInUseError, holdFolder } from '../store/folderLock.ts'
import { copyDatabase, findFault, knownSchemaVersion, readContents } from '../store/snapshot.ts'
import { BackupError, inWordsOfBackup } from './backupError.ts'
import { assetFilesOf, type CopiedAssets, copyAssets } from './copyAssets.ts'
import { copyHashed, hashFile } from './hashedFiles.ts'
import { knownFormat, type Manifest, writeManifest } from './manifest.ts'
import { momentName, prepareFolder, tidyFolder } from './prepareFolder.ts'
import { programVersion } from './programVersion.ts'

export interface BackupRequest {
  dataDir: string
  folder: string
  /** Milliseconds since 1970. */
  now: () => number
  /** Told what is being done and which share of it is done, 0 to 1. */
  progress: (what: string, share: number) => void
}

export interface BackupResult {
  manifest: Manifest
  assets: CopiedAssets
}

/** How often the database is copied again because assets were deleted while theirs were copied. */
const attempts = 5

/**
 * Copies a data folder while the lake runs and writes: the database as it is at one moment, and every asset
 * file that its documents name. All of it is checked, and an earlier backup in the folder counts until then.
 *
 * @throws BackupError in words
 */
export async function makeBackup(request: BackupRequest): Promise<BackupResult> {
  const { dataDir, folder, now } = request
  if (!existsSync(databasePathIn(dataDir))) {
    throw new BackupError(`There is no lake in ${dataDir}: LAKE_DATA_DIR says which folder is backed up.`)
  }
  await prepareFolder(folder, dataDir).catch((error: unknown) => {
    throw inWordsOfBackup(error, folder, 'Nothing was backed up.')
  })
  const release = holdForBackup(folder)
  const moment = momentName(now())
  try {
    const result = await writeBackup(request, moment)
    await tidyFolder(folder, moment, result.names)
    return result
  } finally {
    release()
  }
}

/** Until the manifest is written the earlier backup counts, and nothing of it has been touched. */
async function writeBackup(request: BackupRequest, moment: string) {
  const { folder } = request
  await mkdir(join(folder, moment), { mode: 0o700 })
  try {
    const result = await fillFolder(request, moment)
    await writeManifest(folder, result.manifest)
    return result
  } catch (error) {
    await rm(join(folder, moment), { recursive: true, force: true })
    throw inWordsOfBackup(error, folder, 'The earlier backup there, if there was one, is as it was.')
  }
}

function holdForBackup(folder: string): () => void {
  try {
    return holdFolder(folder)
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    throw new BackupError(`A backup is being made in ${folder} already: wait until it is done.`)
  }
}

async function fillFolder(request: BackupRequest, moment: string) {
  const { dataDir, folder } = request
  const madeAt = new Date(request.now()).toISOString()
  const path = databasePathIn(join(folder, moment))
  const { contents, assets, names } = await copyConsistently(request, path)
  const database = await hashFile(path, 'sha256')
  if (!database) throw new BackupError(`${path} was taken away while the backup was made.`)
  const secrets = await copyHashed(
    join(dataDir, 'secrets.json'),
    join(folder, moment, 'secrets.json'),
    'sha256',
  )
  const { schemaVersion, datasets, transactions, changes, users } = contents
  const manifest: Manifest = {
    format: knownFormat,
    program: programVersion(),
    madeAt,
    schemaVersion,
    folder: moment,
    database: { size: database.size, sha256: database.hash },
    ...(secrets ? { secrets: { size: secrets.size, sha256: secrets.hash } } : {}),
    datasets,
    transactions,
    changes,
    users,
    assets: { files: assets.files, bytes: assets.bytes },
    missing: [...assets.missing, ...assets.damaged].toSorted(),
  }
  return { manifest, assets, names }
}

/**
 * A file may be deleted after the database was copied and before it is copied itself; the database is then
 * copied once more and names it no longer. What is still named has been missing all along.
 */
async function copyConsistently({ dataDir, folder, progress }: BackupRequest, path: string) {
  let missingBefore: string | undefined
  for (let attempt = 1; ; attempt += 1) {
    await rm(path, { force: true })
    await copyDatabase(databasePathIn(dataDir), path, (share) => progress('Database', share))
    progress('Database', 1)
    await chmod(path, 0o600)
    const fault = findFault(path)
    if (fault) throw new BackupError(`The database ${databasePathIn(dataDir)} is damaged: ${fault}.`)
    const contents = readContents(path)
    if (contents.schemaVersion > knownSchemaVersion) throw tooNew(dataDir)
    const files = assetFilesOf(contents)
    const assets = await copyAssets(files, join(dataDir, 'assets'), join(folder, 'assets'), (share) =>
      progress('Pictures and files', share),
    )
    const missing = assets.missing.join()
    if (missing === '' || missing === missingBefore || attempt === attempts) {
      return { contents, assets, names: new Set(files.map((file) => file.path)) }
    }
    missingBefore = missing
  }
}

function tooNew(dataDir: string): BackupError {
  return new BackupError(
    `${dataDir} was written by a newer Meridian: make its backup with the version that wrote it.`,
  )
}
