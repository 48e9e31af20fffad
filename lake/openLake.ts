import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createLake, type Lake } from './lake.ts'
import type { LakeSettings } from './settings.ts'
import { ensureDataset } from './store/datasets.ts'

/** A lake with the machine's clock and random ids, and its dataset made if it is missing. */
export function openLake(settings: LakeSettings): Lake {
  const lake = createLake({
    dataDir: settings.dataDir,
    projectId: settings.projectId,
    publicUrl: settings.publicUrl,
    siteUrl: settings.siteUrl,
    studioDir: settings.studioDir,
    log: pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true })),
    now: () => Date.now(),
    newId: () => randomBytes(16).toString('base64url'),
  })
  ensureDataset(lake.context.database, settings.dataset, 'public', new Date().toISOString())
  return lake
}
