import { Worker } from 'node:worker_threads'
import type { LakeContext } from '../context.ts'
import type { DeltaWorkerMessage, DeltaWorkerSetup } from './deltaWorker.ts'
import type { DeltaTask } from './evaluateDelta.ts'

/** What one change may take, in milliseconds and in MiB. */
const budget = 1_000
const heap = 128
const startingTime = 30_000

interface Asked {
  task: DeltaTask
  resolve: (payload: string | undefined) => void
  reject: (error: Error) => void
}

/**
 * Evaluates expensive filters and projections away from the thread that serves. The thread is begun when
 * it is first needed; an expression that goes over its budget takes it down, and the next gets a new one.
 */
export function openDeltaThread(context: LakeContext) {
  const waiting: Asked[] = []
  let worker: Worker | undefined
  let running: Asked | undefined
  let isReady = false
  let timer: NodeJS.Timeout | undefined

  const next = () => {
    if (running || waiting.length === 0) return
    worker ??= begin()
    if (!isReady) return
    running = waiting.shift()
    timer = setTimeout(
      () => stop(new Error(`It took longer than ${budget / 1000} s and was stopped.`)),
      budget,
    )
    worker.postMessage(running?.task)
  }

  function begin(): Worker {
    const { dataDir, projectId, publicUrl } = context
    const setup: DeltaWorkerSetup = { dataDir, projectId, publicUrl }
    const fresh = new Worker(new URL('./deltaWorker.ts', import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    })
    fresh.unref()
    fresh.on('message', (message: DeltaWorkerMessage) => {
      if (fresh === worker) hear(message)
    })
    fresh.on('error', (error) => {
      if (fresh === worker) stop(error)
    })
    timer = setTimeout(() => stop(new Error('The thread did not start.')), startingTime)
    timer.unref()
    return fresh
  }

  const hear = (message: DeltaWorkerMessage) => {
    clearTimeout(timer)
    if (message.said === 'ready') isReady = true
    else {
      const asked = running
      running = undefined
      if (message.said === 'answered') asked?.resolve(message.payload)
      else asked?.reject(new Error(message.reason))
    }
    next()
  }

  /** Ends the thread with what it is doing; what waits is done by the next one. */
  const stop = (error: Error) => {
    clearTimeout(timer)
    const asked = running ?? waiting.shift()
    void worker?.terminate()
    worker = undefined
    running = undefined
    isReady = false
    asked?.reject(error)
    next()
  }

  return {
    /** @throws Error in words when the expression fails or takes too much */
    evaluate: (task: DeltaTask): Promise<string | undefined> =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        next()
      }),
    close: async (): Promise<void> => {
      clearTimeout(timer)
      const closing = new Error('The lake is stopping.')
      for (const { reject } of [...(running ? [running] : []), ...waiting.splice(0)]) reject(closing)
      running = undefined
      await worker?.terminate()
      worker = undefined
    },
  }
}

export type DeltaThread = ReturnType<typeof openDeltaThread>
