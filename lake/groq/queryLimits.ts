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
  /** Milliseconds that a task may wait for a thread. */
  longestWait: number
}

/** An ordinary query takes a few milliseconds and megabytes. */
export const usualLimits: QueryLimits = {
  budget: 1_000,
  threads: 2,
  heap: 256,
  largestResult: 32 * 1024 * 1024,
  longestQueue: 1_000,
  longestWait: 10_000,
}

/**
 * Characters of a query that any thread may parse. groq-js takes a time that grows with the square of the length:
 * some milliseconds for this, minutes for a hundred times as much.
 */
export const longestLightQuery = 1_500
