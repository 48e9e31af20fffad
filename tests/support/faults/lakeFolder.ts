import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueToken } from '../../../lake/auth/issueToken.ts'
import type { LakeContext } from '../../../lake/context.ts'
import { openLakeData } from '../../../lake/openLakeData.ts'
import { parseSettings } from '../../../lake/settings.ts'
import { ensureDataset } from '../../../lake/store/datasets.ts'

export interface LakeFolder {
  dataDir: string
  dataset: string
  /** An editor's token. */
  token: string
  remove(): Promise<void>
}

/** A data folder with an empty public dataset and an editor's token, for a lake that runs as a process of its own. */
export async function prepareLakeFolder(
  prepare: (context: LakeContext) => void = () => {},
  dataDir?: string,
): Promise<LakeFolder> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'meridian-faults-')))
  const context = openLakeData(parseSettings({ LAKE_DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  ensureDataset(context.database, 'production', 'public', new Date().toISOString())
  const token = issueToken(context, { name: 'fault tests', role: 'editor' })
  prepare(context)
  context.database.close()
  return {
    dataDir: folder,
    dataset: 'production',
    token,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
