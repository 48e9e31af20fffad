import type { LakeContext } from '../context.ts'
import { HttpError, LakeError, TooManyRequestsError } from '../http/errors.ts'
import { type QueryLimits, usualLimits } from './queryLimits.ts'
import type { MatchTask, QueryAnswer, QueryTask, WorkerMessage, WorkerTask } from './queryProtocol.ts'
import { QueryQueue, type Taken } from './queryQueue.ts'
import { QueryThread } from './queryThread.ts'

interface Waiting {
  caller: string
  query: string
  task: WorkerTask
  resolve: (message: WorkerMessage) => void
  reject: (error: Error) => void
  /** Ends the waiting. */
  patience: NodeJS.Timeout
}

/** Threads that answer queries, so that the one that serves never waits for one. */
export class QueryWorkers {
  readonly #context: LakeContext
  readonly #limits: QueryLimits
  #threads: QueryThread[] = []
  readonly #waiting = new QueryQueue<Waiting>()
  #closed = false

  constructor(context: LakeContext) {
    this.#context = context
    this.#limits = { ...usualLimits, ...context.queryLimits }
    this.#addThread()
  }

  /** @throws LakeError 400 when the query cannot be parsed, evaluated or finished within its limits; 429, 503 when it had to wait too long */
  async query(task: Omit<QueryTask, 'kind'>): Promise<QueryAnswer> {
    const message = await this.#run({ kind: 'query', ...task })
    if (message.said === 'answered') return message.answer
    throw new Error('A query worker answered something else than it was asked.')
  }

  /** @throws LakeError as `query` does */
  async match(task: Omit<MatchTask, 'kind'>): Promise<boolean[]> {
    const message = await this.#run({ kind: 'match', ...task })
    if (message.said === 'matched') return message.matches
    throw new Error('A query worker answered something else than it was asked.')
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#waiting.removeAll()) reject(closing())
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()))
  }

  async #run(task: WorkerTask): Promise<WorkerMessage> {
    if (this.#closed) throw closing()
    if (this.#waiting.length >= this.#limits.longestQueue) throw busy()
    const message = await this.#wait(task)
    if (message.said === 'refused') throw new LakeError(message.status, message.body)
    if (message.said === 'failed') throw new Error(`A query worker failed: ${message.reason}`)
    return message
  }

  /** Its turn comes, or it has waited long enough: for the caller's own heavy queries (429) or for others' (503). */
  async #wait(task: WorkerTask): Promise<WorkerMessage> {
    const { caller = task.identity, query } = task
    const { promise, resolve, reject } = Promise.withResolvers<WorkerMessage>()
    const patience = setTimeout(() => {
      this.#waiting.remove(waiting)
      reject(this.#waiting.isSuspect(caller) ? tooMany() : busy())
    }, this.#limits.longestWait)
    const waiting: Waiting = { caller, query, task, resolve, reject, patience }
    this.#waiting.add(waiting)
    this.#handOut()
    return promise.finally(() => clearTimeout(patience))
  }

  #handOut(): void {
    this.#threads = this.#threads.filter((thread) => !thread.isEnded)
    while (!this.#closed) {
      const idle = this.#threads.find((thread) => thread.isIdle)
      if (!idle && this.#threads.length >= this.#limits.threads) return
      const next = this.#waiting.take(this.#limits.threads)
      if (!next) return
      this.#begin(idle ?? this.#addThread(), next)
    }
  }

  #begin(thread: QueryThread, { task: waiting, done }: Taken<Waiting>): void {
    clearTimeout(waiting.patience)
    thread
      .run(waiting.task)
      .then(waiting.resolve, waiting.reject)
      .finally(() => {
        done({ stopped: thread.isEnded })
        // One that was ended is replaced at once, so that the next query finds it ready.
        if (thread.isEnded && !this.#closed) this.#addThread()
        this.#handOut()
      })
  }

  #addThread(): QueryThread {
    const { dataDir, publicUrl, projectId } = this.#context
    const { largestResult, heap, budget } = this.#limits
    const setup = { dataDir, publicUrl, projectId, largestResult }
    const thread = new QueryThread(setup, { heap, budget })
    this.#threads.push(thread)
    return thread
  }
}

function closing(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'The lake is stopping.')
}

function busy(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'Too many queries are waiting; try again in a moment.')
}

function tooMany(): HttpError {
  return new TooManyRequestsError(
    'Your queries are too heavy for as many at once: one had to be stopped, and this one has waited long enough.',
    5,
  )
}
