import { compareValues } from './compareValues.ts'

/** Something that was taken, with what tells its place. */
export interface Entry {
  value: unknown
  /** The document that it was made of. */
  id: string
  /** Of what was scored: the highest comes first. */
  score: number
  /** Values of the order's keys. */
  keys: readonly unknown[]
}

/** Compares entries as the list of all of them is before it is put into another order. */
export function compareBase(one: Entry, other: Entry): number {
  return other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

/** Keeps the first so many entries of an order. */
export class FirstOf {
  readonly #count: number
  readonly #descending: readonly boolean[]
  #entries: Entry[] = []
  #sorted = true

  constructor(count: number, descending: readonly boolean[]) {
    this.#count = count
    this.#descending = descending
  }

  add(entries: readonly Entry[]): void {
    if (entries.length === 0) return
    for (const entry of entries) this.#entries.push(entry)
    this.#sorted = false
    if (this.#entries.length > 2 * this.#count + 500) this.#sort()
  }

  /** The entries that were first of all added so far, in their order. */
  get entries(): readonly Entry[] {
    this.#sort()
    return this.#entries
  }

  /** Whether something whose first key is `key` comes behind as many entries as are wanted, whatever else it is. */
  isBeyond(key: unknown): boolean {
    if (this.#entries.length < this.#count) return false
    this.#sort()
    const last = this.#entries.at(-1)
    return last === undefined || this.#directed(compareValues(key, last.keys[0]), 0) > 0
  }

  #sort(): void {
    if (this.#sorted) return
    this.#entries.sort((one, other) => this.#compare(one, other))
    if (this.#entries.length > this.#count) this.#entries.length = this.#count
    this.#sorted = true
  }

  #compare(one: Entry, other: Entry): number {
    for (let place = 0; place < this.#descending.length; place += 1) {
      const compared = this.#directed(compareValues(one.keys[place], other.keys[place]), place)
      if (compared !== 0) return compared
    }
    return compareBase(one, other)
  }

  #directed(compared: number, place: number): number {
    return this.#descending[place] ? -compared : compared
  }
}
