import { createLake, type Lake } from './lake.ts'
import { lakeOptions } from './lakeOptions.ts'
import type { LakeSettings } from './settings.ts'
import { ensureDataset } from './store/datasets.ts'
import { lockFolder } from './store/folderLock.ts'

/**
 * A lake with the machine's clock and random ids, and its dataset made if it is missing. It has its data
 * folder for itself until it is closed: two lakes would not hear of each other's changes.
 *
 * @throws FolderInUseError
 */
export function openLake(settings: LakeSettings): Lake {
  const unlock = lockFolder(settings.dataDir)
  const lake = createLake(lakeOptions(settings))
  ensureDataset(lake.context.database, settings.dataset, 'public', new Date().toISOString())
  return {
    ...lake,
    close: async () => {
      await lake.close()
      unlock()
    },
  }
}
