import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { LakeContext } from '../context.ts'
import type { PreparedMutations } from './prepareMutations.ts'

/** A thread that nobody has needed for so long ends: an import comes seldom, and it takes memory. */
const longestIdle = 30_000
/** MiB of either half of the thread's young heap: what is made of forty documents, which mostly dies with them. */
const youngHalf = 4
/** MiB of a thread. A body has 4 MB. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 3 * youngHalf }

interface Reply {
  number: number
  prepared: PreparedMutations | undefined
}

/**
 * Has large requests prepared in a thread of its own, which is begun when it is needed. Whatever happens to the
 * thread, nobody waits for it in vain: what it does not answer is undefined, and carried out without it.
 */
export function openPreparing({ log }: Pick<LakeContext, 'log'>) {
  const waiting = new Map<number, (prepared: PreparedMutations | undefined) => void>()
  let thread: Worker | undefined
  let [number, idle]: [number, NodeJS.Timeout | undefined] = [0, undefined]

  function begin(): Worker {
    // From the beginning: the heap of a thread would never grow to its limit, for the lake keeps its own from growing.
    setFlagsFromString(`--min-semi-space-size=${youngHalf}`)
    const begun = new Worker(new URL('./preparingThread.ts', import.meta.url), { resourceLimits: memory })
    begun.on('message', ({ number, prepared }: Reply) => {
      waiting.get(number)?.(prepared)
      waiting.delete(number)
      if (waiting.size === 0) rest()
    })
    begun.on('error', (error) => log.error({ err: error }, 'the thread that prepares large requests failed'))
    begun.on('exit', () => {
      if (thread === begun) giveUp()
    })
    return begun
  }

  function rest(): void {
    thread?.unref()
    idle = setTimeout(end, longestIdle).unref()
  }

  function giveUp(): void {
    thread = undefined
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  }

  function end(): void {
    const ended = thread
    giveUp()
    void ended?.terminate()
  }

  return {
    /** What the body of a request makes; undefined where it must be carried out in the usual way. */
    prepare: (body: Uint8Array): Promise<PreparedMutations | undefined> => {
      clearTimeout(idle)
      thread ??= begin()
      thread.ref()
      number += 1
      thread.postMessage({ number, body })
      return new Promise((resolve) => waiting.set(number, resolve))
    },
    close: (): void => {
      clearTimeout(idle)
      end()
    },
  }
}

export type Preparing = ReturnType<typeof openPreparing>
