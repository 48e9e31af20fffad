import { EventEmitter } from 'node:events'
import type { LakeContext } from './context.ts'
import { lakeOptions } from './lakeOptions.ts'
import type { LakeSettings } from './settings.ts'
import { openDatabase } from './store/database.ts'

/** The lake's data without its services, for commands that run beside it. The caller closes `database`. */
export function openLakeData(settings: LakeSettings): LakeContext {
  return { ...lakeOptions(settings), database: openDatabase(settings.dataDir), bus: new EventEmitter() }
}
