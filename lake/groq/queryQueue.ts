import { hash } from 'node:crypto'

/** Something that waits for a process. */
export interface Waiting {
  /** Whose it is. */
  caller: string
  query: string
}

/** A process's next task, and how to say that it has begun, once the process was ready for it, and that it is over. */
export interface Taken<T> {
  task: T
  began: () => void
  done: (outcome: { stopped: boolean }) => void
}

/** A query is quick when it was answered within so many milliseconds. */
const quickWithin = 100
/** How long quick queries of a caller may go before another of theirs, in milliseconds. */
const longestPassedOver = 100
/** How long a caller whose query was stopped is watched, in milliseconds. */
const suspicionLasts = 30_000
const [mostTexts, mostSuspects] = [2_000, 1_000]

interface Entry<T> {
  task: T
  text: string
  since: number
}

/**
 * Queries that wait for a process, such that nobody's heavy ones hold up everybody's light ones. Callers take turns; of
 * a caller's own those go first whose text was quick before, but for a moment only, since there may be no end of them.
 * Others are given one process less than there are to each caller, and the last free one to nobody whose query was
 * stopped lately, nor to a text that was.
 */
export class QueryQueue<T extends Waiting> {
  readonly #now: () => number
  readonly #row = new Map<string, Entry<T>[]>()
  readonly #texts = new Map<string, 'quick' | 'stopped'>()
  readonly #suspects = new Map<string, number>()
  /** Processes that have something which is not known to be quick, by caller. */
  readonly #heavy = new Map<string, number>()
  #heavyInAll = 0
  #length = 0

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  get length(): number {
    return this.#length
  }

  add(task: T): void {
    const entry = { task, text: digest(task.query), since: this.#now() }
    const waiting = this.#row.get(task.caller)
    if (waiting) waiting.push(entry)
    else this.#row.set(task.caller, [entry])
    this.#length += 1
  }

  remove(task: T): void {
    const waiting = this.#row.get(task.caller) ?? []
    const place = waiting.findIndex((entry) => entry.task === task)
    if (place === -1) return
    waiting.splice(place, 1)
    if (waiting.length === 0) this.#row.delete(task.caller)
    this.#length -= 1
  }

  /** All that waits; the queue is empty afterwards. */
  removeAll(): T[] {
    const all = [...this.#row.values()].flat().map(({ task }) => task)
    this.#row.clear()
    this.#length = 0
    return all
  }

  /** Whether a query of the caller was stopped lately. */
  isSuspect(caller: string): boolean {
    return (this.#suspects.get(caller) ?? 0) > this.#now()
  }

  /** What a free process of `processes` should do next; undefined when nothing that waits may have it. */
  take(processes: number): Taken<T> | undefined {
    for (const [caller, waiting] of this.#row) {
      const entry = this.#choose(caller, waiting, processes)
      if (!entry) continue
      this.remove(entry.task)
      // Whoever was served goes to the end of the row.
      if (this.#row.delete(caller)) this.#row.set(caller, waiting)
      return { task: entry.task, ...this.#begin(entry) }
    }
    return undefined
  }

  #choose(caller: string, waiting: readonly Entry<T>[], processes: number): Entry<T> | undefined {
    const quick = waiting.find((entry) => this.#isQuick(entry))
    const other = this.#chooseOther(caller, waiting, processes)
    const isPassedOver = other !== undefined && this.#now() - other.since > longestPassedOver
    return isPassedOver ? other : (quick ?? other)
  }

  /** One that is not known to be quick. */
  #chooseOther(caller: string, waiting: readonly Entry<T>[], processes: number): Entry<T> | undefined {
    const share = Math.max(1, processes - 1)
    if ((this.#heavy.get(caller) ?? 0) >= share) return undefined
    const others = waiting.filter((entry) => !this.#isQuick(entry))
    const unknown = others.find(({ text }) => !this.#texts.has(text))
    const isLastFree = this.#heavyInAll >= share
    if (!isLastFree) return unknown ?? others[0]
    return this.isSuspect(caller) ? undefined : unknown
  }

  #isQuick({ text }: Entry<T>): boolean {
    return this.#texts.get(text) === 'quick'
  }

  #begin({ task, text }: Entry<T>): Omit<Taken<T>, 'task'> {
    let begun = this.#now()
    const isHeavy = this.#texts.get(text) !== 'quick'
    if (isHeavy) this.#count(task.caller, 1)
    const began = () => {
      begun = this.#now()
    }
    const done: Taken<T>['done'] = ({ stopped }) => {
      if (isHeavy) this.#count(task.caller, -1)
      if (stopped) {
        keep(this.#texts, text, 'stopped', mostTexts)
        keep(this.#suspects, task.caller, this.#now() + suspicionLasts, mostSuspects)
      } else if (this.#now() - begun <= quickWithin) keep(this.#texts, text, 'quick', mostTexts)
    }
    return { began, done }
  }

  #count(caller: string, difference: 1 | -1): void {
    this.#heavyInAll += difference
    const count = (this.#heavy.get(caller) ?? 0) + difference
    if (count > 0) this.#heavy.set(caller, count)
    else this.#heavy.delete(caller)
  }
}

/** The newest at the end; the oldest goes when there are too many. */
function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

function digest(text: string): string {
  return hash('sha1', text, 'base64url')
}
