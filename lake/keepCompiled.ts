import { enableCompileCache, flushCompileCache } from 'node:module'

/** When what was compiled is written down: after the first requests, and not only at the end, which may be sudden. */
const writtenAfter = 1_000

/**
 * Keeps the compiled form of the lake's modules in a folder, so that the next start takes half the time. Modules
 * that were imported before the call are not among them. A folder that cannot be written costs nothing but that.
 */
export function keepCompiled(folder: string): void {
  enableCompileCache(folder)
  setTimeout(flushCompileCache, writtenAfter).unref()
}
