import { Worker } from 'node:worker_threads'
import { HttpError } from '../http/errors.ts'
import { queryFailure } from './queryError.ts'
import type { WorkerMessage, WorkerSetup, WorkerTask } from './queryProtocol.ts'

/** MiB for what has just been made: more is only garbage that lies about longer. */
const youngHeap = 16
/** How long a thread may take until it begins with its first task, in milliseconds. */
const startingTime = 60_000

interface Running {
  id: number
  resolve: (message: WorkerMessage) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** One worker thread and the task it has. A task that goes over its limits takes the thread with it. */
export class QueryThread {
  readonly #worker: Worker
  readonly #budget: number
  #running: Running | undefined
  #lastId = 0
  #ended = false

  constructor(setup: WorkerSetup, limits: { heap: number; budget: number }) {
    this.#budget = limits.budget
    this.#worker = new Worker(new URL('./queryWorker.ts', import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: youngHeap },
    })
    // A thread without work must not keep the process alive.
    this.#worker.unref()
    this.#worker.on('message', (message: WorkerMessage) => this.#hear(message))
    this.#worker.on('error', (error) => this.#fail(toFailure(error)))
    this.#worker.on('exit', () => this.#fail(unavailable()))
  }

  get isIdle(): boolean {
    return !this.#running && !this.#ended
  }

  get isEnded(): boolean {
    return this.#ended
  }

  run(task: WorkerTask): Promise<WorkerMessage> {
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(unavailable()), startingTime)
      this.#running = { id, resolve, reject, timer }
      this.#worker.postMessage({ ...task, id })
    })
  }

  async end(): Promise<void> {
    this.#fail(unavailable())
    await this.#worker.terminate()
  }

  #hear(message: WorkerMessage): void {
    const running = this.#running
    if (message.id !== running?.id) return
    clearTimeout(running.timer)
    if (message.said === 'began') {
      running.timer = setTimeout(() => this.#fail(overBudget(this.#budget)), this.#budget)
      return
    }
    this.#running = undefined
    running.resolve(message)
  }

  #fail(error: Error): void {
    const running = this.#running
    this.#running = undefined
    this.#ended = true
    if (running) clearTimeout(running.timer)
    void this.#worker.terminate()
    running?.reject(error)
  }
}

function overBudget(budget: number): Error {
  return queryFailure(
    'queryTimeoutError',
    `The query took longer than ${budget / 1000} s and was stopped. Narrow its filter or ask for fewer documents.`,
  )
}

function toFailure(error: unknown): Error {
  if (isOutOfMemory(error)) {
    return queryFailure(
      'queryMemoryError',
      'The query needs more memory than a query may have and was stopped.',
    )
  }
  return error instanceof Error ? error : unavailable()
}

function isOutOfMemory(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  )
}

function unavailable(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'The query could not be run; try again in a moment.')
}
