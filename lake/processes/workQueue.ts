import { HttpError } from '../http/errors.ts'

export interface QueueLimits {
  /** Pieces of work at once. */
  places: number
  /** How many may wait; more are turned away at once. */
  queue: number
  /** What those who are turned away are told. */
  refusal?: string
}

/** Lets pieces of work run a few at a time, in the order in which they came. */
export function openWorkQueue({
  places,
  queue,
  refusal = 'Too many wait. Try again in a moment.',
}: QueueLimits) {
  const waiting: (() => void)[] = []
  let running = 0

  const enter = (): Promise<void> => {
    if (running < places) {
      running += 1
      return Promise.resolve()
    }
    if (waiting.length >= queue) throw new HttpError(503, 'Service Unavailable', refusal)
    return new Promise((resolve) => waiting.push(resolve))
  }

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
