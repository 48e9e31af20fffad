import { pino } from 'pino'
import type { LakeOptions } from './context.ts'
import { randomId } from './randomId.ts'
import type { LakeSettings } from './settings.ts'

/** A lake's options on this machine: its clock, random ids and a log on standard error. */
export function lakeOptions(settings: LakeSettings): LakeOptions {
  return {
    dataDir: settings.dataDir,
    projectId: settings.projectId,
    publicUrl: settings.publicUrl,
    siteUrl: settings.siteUrl,
    studioDir: settings.studioDir,
    log: pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true })),
    now: () => Date.now(),
    newId: randomId,
    limits: settings.givenLimits.limits,
    queryLimits: settings.givenLimits.queryLimits,
  }
}
