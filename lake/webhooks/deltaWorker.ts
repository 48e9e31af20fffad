import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../store/database.ts'
import { type DeltaTask, evaluateDelta } from './evaluateDelta.ts'

export interface DeltaWorkerSetup {
  dataDir: string
  projectId: string
  publicUrl: string
}

/** `ready` is said once, when the thread can take its first task. */
export type DeltaWorkerMessage =
  | { said: 'ready' }
  | { said: 'answered'; payload: string | undefined }
  | { said: 'failed'; reason: string }

/** A thread for filters and projections that may be expensive: one change at a time. */
function work(port: NonNullable<typeof parentPort>, setup: DeltaWorkerSetup): void {
  const database = openReadOnly(setup.dataDir)
  const say = (message: DeltaWorkerMessage) => port.postMessage(message)
  port.on('message', async (task: DeltaTask) => {
    try {
      say({ said: 'answered', payload: await evaluateDelta(task, { ...setup, database }) })
    } catch (error) {
      say({ said: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  })
  say({ said: 'ready' })
}

if (parentPort) work(parentPort, workerData)
