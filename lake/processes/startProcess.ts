import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import type { StartingWords } from './processWords.ts'

export interface ProcessStart {
  /** What the process runs; it calls `serveTasks`. */
  module: URL
  /** What it is told at its start. No secrets: the arguments of a process are there for all to read. */
  setup: object
  /** MiB of what JavaScript may keep: V8 ends a process that wants more, in the middle of a loop too. */
  heap?: number
  /** Bytes of memory in all, libraries' too: a process that has more ends itself when it next waits for something. */
  memory?: number
}

/**
 * MiB of young heap for those that have a limit. A search leaves four of garbage: with no more room than that V8 collects at each.
 * A look into all bodies takes a quarter less time with these.
 */
const youngHeap = 16
/** KiB of stack, four times what a process usually has: brackets within brackets are parsed by recursion. */
const stack = 3_900

export function startProcess({ module, setup, heap, memory }: ProcessStart): ChildProcess {
  const words: StartingWords = { setup, memory }
  const compiled = getCompileCacheDir()
  return fork(module, [JSON.stringify(words)], {
    // Structured clones: bytes cross over as they are.
    serialization: 'advanced',
    execArgv: [
      // For `giveBackAtRest`.
      '--expose-gc',
      ...(heap
        ? [`--max-old-space-size=${heap}`, `--max-semi-space-size=${youngHeap}`, `--stack-size=${stack}`]
        : []),
    ],
    // Nothing that the lake was told in secret. Its own folder of compiled code is one above what it answers.
    env: {
      NODE_ENV: 'production',
      // glibc keeps an arena for each of V8's threads, and gives hardly anything of them back.
      MALLOC_ARENA_MAX: '1',
      ...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}
