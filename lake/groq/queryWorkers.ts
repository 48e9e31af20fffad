import { join } from 'node:path'
import type { LakeContext } from '../context.ts'
import { HttpError, LakeError } from '../http/errors.ts'
import { type QueryLimits, usualLimits } from './queryLimits.ts'
import type { MatchTask, QueryAnswer, QueryTask, WorkerMessage, WorkerTask } from './queryProtocol.ts'
import { QueryThread } from './queryThread.ts'

interface Waiting {
  task: WorkerTask
  resolve: (message: WorkerMessage) => void
  reject: (error: Error) => void
}

/** Threads that answer queries, so that the one that serves never waits for one. */
export class QueryWorkers {
  readonly #context: LakeContext
  readonly #limits: QueryLimits
  #threads: QueryThread[] = []
  readonly #waiting: Waiting[] = []
  #closed = false

  constructor(context: LakeContext) {
    this.#context = context
    this.#limits = { ...usualLimits, ...context.queryLimits }
    this.#addThread()
  }

  /** @throws LakeError 400 when the query cannot be parsed, evaluated or finished within its limits */
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
    for (const { reject } of this.#waiting.splice(0)) reject(closing())
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()))
  }

  async #run(task: WorkerTask): Promise<WorkerMessage> {
    if (this.#closed) throw closing()
    if (this.#waiting.length >= this.#limits.longestQueue) {
      throw new HttpError(503, 'Service Unavailable', 'Too many queries are waiting; try again in a moment.')
    }
    const message = await new Promise<WorkerMessage>((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject })
      this.#handOut()
    })
    if (message.said === 'refused') throw new LakeError(message.status, message.body)
    if (message.said === 'failed') throw new Error(`A query worker failed: ${message.reason}`)
    return message
  }

  #handOut(): void {
    if (this.#waiting.length === 0 || this.#closed) return
    this.#threads = this.#threads.filter((thread) => !thread.isEnded)
    const idle = this.#threads.find((thread) => thread.isIdle) ?? this.#addThreadIfAllowed()
    const next = idle && this.#waiting.shift()
    if (!next) return
    idle
      .run(next.task)
      .then(next.resolve, next.reject)
      .finally(() => {
        // Begins a new thread at once when the last one was ended, so that the next query finds it ready.
        if (this.#threads.every((thread) => thread.isEnded) && !this.#closed) this.#addThread()
        this.#handOut()
      })
  }

  #addThreadIfAllowed(): QueryThread | undefined {
    return this.#threads.length < this.#limits.threads ? this.#addThread() : undefined
  }

  #addThread(): QueryThread {
    const { dataDir, publicUrl, projectId } = this.#context
    const { largestResult, heap, budget } = this.#limits
    const setup = { databasePath: join(dataDir, 'lake.sqlite'), publicUrl, projectId, largestResult }
    const thread = new QueryThread(setup, { heap, budget })
    this.#threads.push(thread)
    return thread
  }
}

function closing(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'The lake is stopping.')
}
