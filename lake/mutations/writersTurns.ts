import type { LakeContext } from '../context.ts'
import { HttpError } from '../http/errors.ts'

/** How long others are held back for a writer that must be alone, and how long one waits for its turn, in milliseconds. */
const longestAlone = 5_000
const longestWait = 15_000

/**
 * Turns among those who write. Most write one after the other, as they come; in between the lake looks after
 * everybody else, so that a thousand writers at once hold up neither readers nor each other's connections. One
 * that must first ask what there is to write to, and was overtaken by others again and again, has the lake to
 * itself for as long as it asks.
 */
export class WritersTurns {
  readonly #schedule: NonNullable<LakeContext['schedule']>
  /** Those who write beside each other and wait for their turn. */
  readonly #line: (() => void)[] = []
  #isTaken = false
  #alone: Promise<void> | undefined
  #waiting: (() => void)[] = []
  #hasEnded = false

  constructor(schedule: NonNullable<LakeContext['schedule']>) {
    this.#schedule = schedule
  }

  /**
   * Resolves when it is one's turn to write: at once where nobody else does. Somebody alone is waited for for five
   * seconds.
   *
   * @throws HttpError 503 when nobody may write any more
   */
  async beside(): Promise<void> {
    const isFree = !this.#isTaken && !this.#alone
    this.#passOn()
    if (!isFree) await new Promise<void>((resolve) => this.#line.push(resolve))
    this.check()
  }

  /** From now on nobody writes: whoever is told so may send the same again, and it is not written twice. */
  end(): void {
    this.#hasEnded = true
  }

  /** To be asked right before one writes, with nothing awaited in between. @throws HttpError 503 when nobody may write any more */
  check(): void {
    if (this.#hasEnded) throw stopping()
  }

  /** Gives the next in line its turn once the lake has looked after everybody else. */
  #passOn(): void {
    if (this.#isTaken) return
    this.#isTaken = true
    setImmediate(async () => {
      await this.#alone
      this.#isTaken = false
      const next = this.#line.shift()
      if (!next) return
      this.#passOn()
      next()
    })
  }

  /** Does `work` while others wait. @throws HttpError 503 when it was not its turn within fifteen seconds */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#alone) await this.#turn()
    const open = this.#close()
    try {
      return await work()
    } finally {
      open()
    }
  }

  /** Holds others back, and answers how to let them on. */
  #close(): () => void {
    let resolve = () => {}
    const closed = new Promise<void>((open) => {
      resolve = open
    })
    this.#alone = closed
    const cancel = this.#schedule(longestAlone, resolve)
    return () => {
      cancel()
      if (this.#alone === closed) this.#alone = undefined
      resolve()
      // Those who were held back come first, so that nobody is alone twice in a row.
      setImmediate(() => this.#waiting.shift()?.())
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        cancel()
        resolve()
      }
      const cancel = this.#schedule(longestWait, () => {
        this.#waiting = this.#waiting.filter((each) => each !== begin)
        reject(overtaken())
      })
      this.#waiting.push(begin)
    })
  }
}

const turnsOfLakes = new WeakMap<LakeContext['bus'], WritersTurns>()

/** The turns of a lake's writers. */
export function writersTurnsOf({ bus, schedule = afterMilliseconds }: LakeContext): WritersTurns {
  const known = turnsOfLakes.get(bus)
  if (known) return known
  const made = new WritersTurns(schedule)
  turnsOfLakes.set(bus, made)
  return made
}

/** What a writer is told who could not be sure of what it would write to. */
export function overtaken(): HttpError {
  return new HttpError(
    503,
    'Service Unavailable',
    'Others were writing all the while, so that what the query finds could not be held still. Nothing was written; try again in a moment.',
  )
}

function stopping(): HttpError {
  return new HttpError(
    503,
    'Service Unavailable',
    'The lake is stopping. Nothing was written; send the request again in a moment.',
  )
}

function afterMilliseconds(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
