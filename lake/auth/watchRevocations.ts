import type { LakeContext } from '../context.ts'
import { listSessionHashes } from '../store/sessions.ts'
import { listTokens } from '../store/tokens.ts'

const every = 2_000

/**
 * Notices tokens and sessions that have ended without this process's doing (deleted on the command line,
 * or run out) and tells the bus, so that streams opened with them end too.
 */
export function watchRevocations(context: LakeContext) {
  let known = current()
  const timer = setInterval(() => {
    const now = current()
    for (const hash of known) if (!now.has(hash)) context.bus.emit('revoked', hash)
    known = now
  }, every)
  timer.unref()
  return { close: () => clearInterval(timer) }

  function current(): Set<string> {
    const time = new Date(context.now()).toISOString()
    const tokens = listTokens(context.database).map(({ tokenHash }) => tokenHash)
    return new Set([...tokens, ...listSessionHashes(context.database, time)])
  }
}
