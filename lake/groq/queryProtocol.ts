import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Reach } from '../auth/access.ts'
import type { Perspective } from './perspective.ts'

/** How a worker is set up; `workerData`. */
export interface WorkerSetup {
  dataDir: string
  publicUrl: string
  projectId: string
  /** Longest answer, in characters of JSON. */
  largestResult: number
}

interface Asked {
  dataset: string
  query: string
  params: Record<string, unknown>
  /** What `identity()` answers. */
  identity: string
  /** Whose share of the threads it counts against; `identity` where it is not said. */
  caller?: string
  /** Milliseconds since 1970: what `now()` answers. */
  now: number
}

/** A query over a dataset. */
export interface QueryTask extends Asked {
  kind: 'query'
  perspective: Perspective
  reach: Reach
  sourceMap: 'none' | 'full' | 'withKeyArraySelector'
}

/** The filter of a query over each of a few documents alone: which of them pass? */
export interface MatchTask extends Asked {
  kind: 'match'
  documents: readonly (object | undefined)[]
}

export type WorkerTask = QueryTask | MatchTask

export type TaskMessage = WorkerTask & { id: number }

export interface QueryAnswer {
  /** JSON text. */
  result: string
  /** JSON text. */
  sourceMap: string | undefined
  syncTags: string[]
  /** The last change that the answer knows. */
  seq: number
}

/** What a worker says. `began` starts the clock of the budget: that its thread had to start first is not the query's fault. */
export type WorkerMessage =
  | { id: number; said: 'began' }
  | { id: number; said: 'answered'; answer: QueryAnswer }
  | { id: number; said: 'matched'; matches: boolean[] }
  | { id: number; said: 'refused'; status: ContentfulStatusCode; body: object }
  | { id: number; said: 'failed'; reason: string }
