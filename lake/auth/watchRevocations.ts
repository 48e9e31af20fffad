import type { LakeContext } from '../context.ts'
import { hashesInUse, identifyHash } from './identify.ts'

const every = 2_000

/**
 * Notices tokens and sessions that have ended without this process's doing (deleted on the command line,
 * or run out) and tells the bus, so that streams opened with them end too.
 */
export function watchRevocations(context: LakeContext) {
  const inUse = hashesInUse(context)
  const timer = setInterval(() => {
    for (const hash of inUse) {
      if (identifyHash(context, hash)) continue
      inUse.delete(hash)
      context.bus.emit('revoked', hash)
    }
  }, every)
  timer.unref()
  return { close: () => clearInterval(timer) }
}
