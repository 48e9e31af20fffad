/** What the smallest value is worth: keeping it takes room, too. */
const leastSize = 256
/** Values that were used since an eighth of all others were are not put last again. */
const freshShare = 1 / 8

interface Entry<T> {
  value: T
  size: number
  /** When it was put last, counted in uses. */
  placed: number
}

/** Values by number up to a size altogether; those that are longest out of use are let go, as good as always. */
export class RecentlyUsed<T> {
  readonly #size: number
  readonly #entries = new Map<number, Entry<T>>()
  #held = 0
  #uses = 0

  /** @param size in characters */
  constructor(size: number) {
    this.#size = size
  }

  get(number: number): T | undefined {
    const entry = this.#entries.get(number)
    if (!entry) return undefined
    this.#uses += 1
    if (this.#uses - entry.placed > this.#entries.size * freshShare) {
      this.#entries.delete(number)
      this.#entries.set(number, entry)
      entry.placed = this.#uses
    }
    return entry.value
  }

  keep(number: number, value: T, size: number): void {
    this.forget(number)
    const entry = { value, size: Math.max(size, leastSize), placed: this.#uses }
    if (entry.size > this.#size / 4) return
    this.#entries.set(number, entry)
    this.#held += entry.size
    for (const oldest of this.#entries.keys()) {
      if (this.#held <= this.#size) return
      this.forget(oldest)
    }
  }

  forget(number: number): void {
    const entry = this.#entries.get(number)
    if (!entry) return
    this.#entries.delete(number)
    this.#held -= entry.size
  }
}
