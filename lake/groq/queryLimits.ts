export interface QueryLimits {
  /** Milliseconds that a query may run. */
  budget: number
  /** Threads at most; the second is started when the first is busy. */
  threads: number
  /** MiB of heap for one thread. */
  heap: number
  /** Characters of JSON in an answer. */
  largestResult: number
  /** Tasks that may wait for a thread. */
  longestQueue: number
}

/** Generous for slow machines: an ordinary query takes a few milliseconds. */
export const usualLimits: QueryLimits = {
  budget: 5_000,
  threads: 2,
  heap: 768,
  largestResult: 64 * 1024 * 1024,
  longestQueue: 1_000,
}
