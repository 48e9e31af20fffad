import type { LakeContext } from '../context.ts'
import { HttpError, LakeError, TooManyRequestsError } from '../http/errors.ts'
import { openProcesses, type Processes } from '../processes/openProcesses.ts'
import { ProcessDeath } from '../processes/processDeath.ts'
import { queryFailure } from './queryError.ts'
import { type QueryLimits, usualLimits } from './queryLimits.ts'
import {
  type MatchTask,
  type ProcessAnswer,
  type ProcessTask,
  processAnswer,
  type QueryAnswer,
  type QueryTask,
} from './queryProtocol.ts'
import { QueryQueue, type Taken } from './queryQueue.ts'

interface Waiting {
  caller: string
  query: string
  task: ProcessTask
  resolve: (answer: ProcessAnswer) => void
  reject: (error: unknown) => void
  /** Ends the waiting. */
  patience: NodeJS.Timeout
}

/** How long a second process is kept when one is enough, in milliseconds. */
const rest = 60_000

/** Processes that answer queries, so that the one that serves never waits for one, and no query can end it. */
export class QueryProcesses {
  readonly #limits: QueryLimits
  readonly #processes: Processes<ProcessTask, ProcessAnswer>
  readonly #waiting = new QueryQueue<Waiting>()
  #closed = false

  constructor({ dataDir, publicUrl, projectId, queryLimits }: LakeContext) {
    this.#limits = { ...usualLimits, ...queryLimits }
    const { largestResult, heap, budget, processes } = this.#limits
    const kind = {
      module: new URL('./queryProcess.ts', import.meta.url),
      setup: { dataDir, publicUrl, projectId, largestResult },
      answer: processAnswer,
      time: budget,
      heap,
    }
    this.#processes = openProcesses(kind, { places: processes, kept: 1, rest }, () => this.#handOut())
  }

  /** @throws LakeError 400 when the query cannot be parsed, evaluated or finished within its limits; 429, 503 when it had to wait too long */
  async query(task: Omit<QueryTask, 'kind'>): Promise<QueryAnswer> {
    const answer = await this.#run({ kind: 'query', ...task })
    if (answer.kind === 'query') return answer.answer
    throw new Error('A query process answered something else than it was asked.')
  }

  /** @throws LakeError as `query` does */
  async match(task: Omit<MatchTask, 'kind'>): Promise<boolean[]> {
    const answer = await this.#run({ kind: 'match', ...task })
    if (answer.kind === 'match') return answer.matches
    throw new Error('A query process answered something else than it was asked.')
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#waiting.removeAll()) reject(closing())
    await this.#processes.close()
  }

  async #run(task: ProcessTask): Promise<ProcessAnswer> {
    if (this.#closed) throw closing()
    if (this.#waiting.length >= this.#limits.longestQueue) throw busy()
    const answer = await this.#wait(task)
    if (answer.kind === 'refused') throw new LakeError(answer.status, answer.body)
    return answer
  }

  /** Its turn comes, or it has waited long enough: for the caller's own heavy queries (429) or for others' (503). */
  async #wait(task: ProcessTask): Promise<ProcessAnswer> {
    const { caller = task.identity, query } = task
    const { promise, resolve, reject } = Promise.withResolvers<ProcessAnswer>()
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
    while (!this.#closed && this.#processes.isFree()) {
      const next = this.#waiting.take(this.#limits.processes)
      if (!next) return
      void this.#begin(next)
    }
    if (!this.#closed && this.#waiting.length > 0) this.#processes.grow()
  }

  async #begin({ task: waiting, began, done }: Taken<Waiting>): Promise<void> {
    clearTimeout(waiting.patience)
    try {
      waiting.resolve(await this.#processes.run(waiting.task, began))
      done({ stopped: false })
    } catch (error) {
      waiting.reject(error instanceof ProcessDeath ? toFailure(error, this.#limits) : error)
      done({ stopped: error instanceof ProcessDeath })
    }
    this.#handOut()
  }
}

/** Why a query has no answer, in words for its caller. */
function toFailure(death: ProcessDeath, { budget }: QueryLimits): LakeError {
  switch (death.reason) {
    case 'time':
      return queryFailure(
        'queryTimeoutError',
        `The query took longer than ${budget / 1000} s and was stopped. Narrow its filter or ask for fewer documents.`,
      )
    case 'memory':
      return queryFailure(
        'queryMemoryError',
        'The query needs more memory than a query may have and was stopped.',
      )
    case 'closing':
      return closing()
    case 'broken':
      return new HttpError(
        503,
        'Service Unavailable',
        'The query could not be run; try again in a moment.',
        {},
        { cause: death },
      )
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
