import { createLake, type Lake } from './lake.ts'
import { lakeOptions } from './lakeOptions.ts'
import type { LakeSettings } from './settings.ts'
import { ensureDataset } from './store/datasets.ts'

/**
 * A lake with the machine's clock and random ids, and its dataset made if it is missing.
 *
 * @throws FolderInUseError when another lake runs on the folder
 */
export function openLake(settings: LakeSettings): Lake {
  const lake = createLake(lakeOptions(settings))
  ensureDataset(lake.context.database, settings.dataset, 'public', new Date().toISOString())
  return lake
}
