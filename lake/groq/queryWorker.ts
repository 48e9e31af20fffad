import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { LakeError } from '../http/errors.ts'
import { QueryEngine } from './queryEngine.ts'
import type { TaskMessage, WorkerMessage, WorkerSetup } from './queryProtocol.ts'

/** A worker thread: answers one task after the other, each beginning with all that was committed before it. */
function work(port: NonNullable<typeof parentPort>, setup: WorkerSetup): void {
  const engine = new QueryEngine(setup)
  const say = (message: WorkerMessage) => port.postMessage(message)
  port.on('message', (task: TaskMessage) => {
    const { id } = task
    try {
      say({ id, said: 'began' })
      if (task.kind === 'match') say({ id, said: 'matched', matches: engine.match(task) })
      else say({ id, said: 'answered', answer: engine.query(task) })
    } catch (error) {
      say(toFailure(id, error))
    }
  })
}

function toFailure(id: number, error: unknown): WorkerMessage {
  if (error instanceof LakeError) return { id, said: 'refused', status: error.status, body: error.body }
  return {
    id,
    said: 'failed',
    reason: inspect(error),
  }
}

if (parentPort) work(parentPort, workerData)
