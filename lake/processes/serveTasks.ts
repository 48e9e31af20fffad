import { flushCompileCache } from 'node:module'
import { inspect } from 'node:util'
import type { z } from 'zod'
import { giveBackAtRest } from './giveBack.ts'
import { type ProcessWord, startingWords, tooLargeExit } from './processWords.ts'

const watchEvery = 50
/** When what was compiled is written down for the next process: most are ended too suddenly to do it at the end. */
const compiledAfter = 1_000

/**
 * The inside of a process of the lake's: carries out one task after the other. The lake alone ends it, by letting go
 * of it or the hard way; a Ctrl-C in the terminal, which reaches it too, is the lake's to hear.
 */
export function serveTasks<Setup, Task>(
  shapes: { setup: z.ZodType<Setup>; task: z.ZodType<Task> },
  open: (setup: Setup) => (task: Task) => unknown,
): void {
  const { memory, setup } = startingWords.parse(JSON.parse(process.argv[2] ?? ''))
  const carryOut = open(shapes.setup.parse(setup))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  const memoryAtRest = giveBackAtRest()
  process.on('message', async (message) => {
    memoryAtRest.work()
    const watch = watchMemory(memory)
    try {
      say({ said: 'answered', answer: await carryOut(shapes.task.parse(message)) })
    } catch (error) {
      say({ said: 'failed', reason: inspect(error) })
    } finally {
      clearInterval(watch)
      memoryAtRest.rest()
    }
  })
  setTimeout(flushCompileCache, compiledAfter).unref()
  say({ said: 'ready' })
}

function say(word: ProcessWord): void {
  process.send?.(word)
}

function watchMemory(most: number | undefined): NodeJS.Timeout | undefined {
  if (most === undefined) return undefined
  return setInterval(() => {
    if (process.memoryUsage.rss() > most) process.exit(tooLargeExit)
  }, watchEvery)
}
