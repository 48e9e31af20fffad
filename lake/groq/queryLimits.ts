export interface QueryLimits {
  /** Milliseconds that a query may run. */
  budget: number
  /** Processes at most; the second is started when the first is busy. */
  processes: number
  /** MiB of heap for one process. */
  heap: number
  /** Characters of JSON in an answer. */
  largestResult: number
  /** Tasks that may wait for a process. */
  longestQueue: number
  /** Milliseconds that a task may wait for a process. */
  longestWait: number
}

/** An ordinary query takes a few milliseconds and megabytes. */
export const usualLimits: QueryLimits = {
  budget: 1_000,
  processes: 2,
  heap: 256,
  largestResult: 32 * 1024 * 1024,
  longestQueue: 1_000,
  longestWait: 10_000,
}

/**
 * Characters of a query that the process which serves may parse, too. groq-js takes a time that grows with the square of the length:
 * some milliseconds for this, minutes for a hundred times as much.
 */
export const longestLightQuery = 1_500
