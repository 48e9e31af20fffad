import { HttpError } from '../http/errors.ts'

/** Lets at most `places` pieces of work run at once and `queue` wait; more are turned away at once. */
export function openWorkQueue(places: number, queue: number) {
  const waiting: (() => void)[] = []
  let running = 0

  const enter = (): Promise<void> => {
    if (running < places) {
      running += 1
      return Promise.resolve()
    }
    if (waiting.length >= queue) {
      throw new HttpError(
        503,
        'Service Unavailable',
        'Too many pictures are being made at once. Try again in a moment.',
      )
    }
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

export type WorkQueue = ReturnType<typeof openWorkQueue>
