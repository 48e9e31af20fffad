/** Milliseconds without a task after which a process is taken to rest. */
const atRest = 1_000
/** Bytes that a process must have grown by: to look for what can go takes a twentieth of a second. */
const worthwhile = 24 * 1024 * 1024

/**
 * Gives back the memory that tasks have needed, when none has come for a while. V8 collects while somebody works: a process that
 * waits would stay as large as its largest answer made it, a hundred megabytes and more, until the next one is asked for.
 */
export function giveBackAtRest(): { work(): void; rest(): void } {
  let least = process.memoryUsage.rss()
  let timer: NodeJS.Timeout | undefined

  const giveBack = () => {
    if (process.memoryUsage.rss() < least + worthwhile) return
    // There for processes that were started with `--expose-gc`. As a last resort it gives the heap's own pages back, too.
    globalThis.gc?.({ type: 'major', flavor: 'last-resort' })
    least = process.memoryUsage.rss()
  }

  return {
    work: () => clearTimeout(timer),
    rest: () => {
      timer = setTimeout(giveBack, atRest).unref()
    },
  }
}
