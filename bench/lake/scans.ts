import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BenchQuery } from './benchQueries.ts'
import type { Times } from './timeQuery.ts'

export interface ScanSetup {
  dataDir: string
  dataset: string
}

/** What the queries of the bench are asked with. */
export interface Given {
  slug: string
  words: string
  common: string
}

/** What the scanning thread says. */
export type Scanned =
  | { said: 'read'; count: number; reading: number; given: Given }
  | { said: 'timed'; times: Times | undefined }

/** MB of heap for a scan that must do with what all of the lake may have, less what is no heap. */
const heapInParts = 160

/**
 * groq-js over all documents in memory, in a thread of its own: what it leaves to be collected would otherwise hold
 * up the one that asks the lake.
 */
export async function openScans(setup: ScanSetup) {
  const thread = openThread(new Worker(new URL('./scanWorker.ts', import.meta.url), { workerData: setup }))
  const read = await thread.hear()
  if (read.said !== 'read') throw new Error('The thread has timed something before it read anything.')
  return { ...read, ...thread }
}

/** groq-js over documents that are read and parsed for each query, in a thread that could not keep all of them. */
export function openPartScans(setup: ScanSetup) {
  const resourceLimits = { maxOldGenerationSizeMb: heapInParts }
  const module = new URL('./partScanWorker.ts', import.meta.url)
  return openThread(new Worker(module, { workerData: setup, resourceLimits }))
}

function openThread(worker: Worker) {
  const hear = async (): Promise<Scanned> => (await once(worker, 'message'))[0]
  return {
    hear,
    time: async (query: BenchQuery): Promise<Times | undefined> => {
      worker.postMessage(query)
      const timed = await hear()
      return timed.said === 'timed' ? timed.times : undefined
    },
    close: () => worker.terminate(),
  }
}
