import { HttpError } from '../http/errors.ts'
import { openProcesses } from '../processes/openProcesses.ts'
import { ProcessDeath } from '../processes/processDeath.ts'
import { openWorkQueue } from '../processes/workQueue.ts'
import { type ImageFailure, toHttpError } from './imageFailure.ts'
import { type ImageAnswer, type ImageTask, imageAnswer } from './imageTask.ts'

export interface ImageProcessLimits {
  /** Pictures that are worked on at once, each in a process of its own. */
  places: number
  /** How many may wait for a place; more are turned away at once. */
  queue: number
  /** Bytes for one process; one that takes more ends itself. */
  memory: number
  /** Milliseconds for one picture. */
  time: number
  /** Milliseconds that a process without work is kept. */
  rest: number
}

const refusal = 'Too many pictures are being made at once. Try again in a moment.'
const failures = { time: 'tooSlow', memory: 'tooLarge', broken: 'broken' } as const

/** Processes that unpack and make pictures, started when there is work and ended when there has been none for a while. */
export function openImageProcesses({ places, queue, memory, time, rest }: ImageProcessLimits) {
  const module = new URL('./imageProcess.ts', import.meta.url)
  const kind = { module, setup: {}, answer: imageAnswer, time, memory }
  const processes = openProcesses<ImageTask, ImageAnswer>(kind, { places, kept: 0, rest })
  const queued = openWorkQueue({ places, queue, refusal })
  let isClosed = false

  return {
    /** @throws HttpError 400 when the picture cannot be unpacked or takes too much, 503 when too many wait */
    run: (task: ImageTask): Promise<Exclude<ImageAnswer, { failure: ImageFailure }>> =>
      queued(async () => {
        if (isClosed) throw closing()
        const answer = await processes.run(task).catch(explain)
        if ('failure' in answer) throw toHttpError(answer.failure, answer.cause)
        return answer
      }),

    close: async (): Promise<void> => {
      isClosed = true
      await processes.close()
    },
  }
}

function explain(error: unknown): never {
  if (!(error instanceof ProcessDeath)) throw error
  throw error.reason === 'closing' ? closing() : toHttpError(failures[error.reason], error)
}

function closing(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'The lake is being stopped. Try again in a moment.')
}
