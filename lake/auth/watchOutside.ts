import type { LakeContext } from '../context.ts'
import { type Dataset, listDatasets } from '../store/datasets.ts'
import { deleteEndedSessions } from '../store/sessions.ts'
import { watchDatabase } from '../store/watchDatabase.ts'
import { hashesInUse, identifyHash } from './identify.ts'

const every = 2_000
const sweepEvery = 60 * 60_000

/**
 * Notices within seconds what has changed without this process's doing, on the command line or because its
 * time was up, and tells the bus: tokens and sessions that have ended, datasets that were deleted, opened or
 * closed, webhooks that were set up or sent again.
 */
export function watchOutside(context: LakeContext) {
  const { database, bus } = context
  const isChanged = watchDatabase(database)
  let known = listDatasets(database)

  const look = () => {
    endRevoked(context)
    if (!isChanged()) return
    const found = listDatasets(database)
    for (const name of namesThatDiffer(known, found)) bus.emit('dataset', name)
    known = found
    bus.emit('webhooks')
  }
  const sweep = () => deleteEndedSessions(database, new Date(context.now()).toISOString())

  sweep()
  const timers = [setInterval(look, every), setInterval(sweep, sweepEvery)]
  for (const timer of timers) timer.unref()
  return {
    close: () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}

function endRevoked(context: LakeContext): void {
  const inUse = hashesInUse(context)
  for (const hash of inUse) {
    if (identifyHash(context, hash)) continue
    inUse.delete(hash)
    context.bus.emit('revoked', hash)
  }
}

/** What is new counts as well: it may have been opened or closed again since somebody began to listen. */
function namesThatDiffer(before: readonly Dataset[], now: readonly Dataset[]): string[] {
  const names = new Set([...before, ...now].map(({ name }) => name))
  return [...names].filter((name) => stateOf(name, before) !== stateOf(name, now))
}

function stateOf(name: string, datasets: readonly Dataset[]): string | undefined {
  const found = datasets.find((dataset) => dataset.name === name)
  return found && `${found.aclMode} ${found.createdAt}`
}
