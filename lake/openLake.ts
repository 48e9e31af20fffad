import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import type { LakeContext, LakeOptions } from './context.ts'
import { createLake, type Lake } from './lake.ts'
import { randomId } from './randomId.ts'
import type { LakeSettings } from './settings.ts'
import { openDatabase } from './store/database.ts'
import { ensureDataset } from './store/datasets.ts'

/** A lake with the machine's clock and random ids, and its dataset made if it is missing. */
export function openLake(settings: LakeSettings): Lake {
  const lake = createLake(optionsOf(settings))
  ensureDataset(lake.context.database, settings.dataset, 'public', new Date().toISOString())
  return lake
}

/** The lake's data without its services, for commands that run beside it. The caller closes `database`. */
export function openLakeData(settings: LakeSettings): LakeContext {
  return { ...optionsOf(settings), database: openDatabase(settings.dataDir), bus: new EventEmitter() }
}

function optionsOf(settings: LakeSettings): LakeOptions {
  return {
    dataDir: settings.dataDir,
    projectId: settings.projectId,
    publicUrl: settings.publicUrl,
    siteUrl: settings.siteUrl,
    studioDir: settings.studioDir,
    log: pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true })),
    now: () => Date.now(),
    newId: randomId,
  }
}
