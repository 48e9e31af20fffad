import type { DatabaseSync } from 'node:sqlite'
import { type Entry, type Key, type Lane, LaneWalk } from './laneWalk.ts'

/** Walks several lanes as one, in the order that they have in common. */
export class LaneMerge {
  readonly #walks: readonly LaneWalk[]
  readonly #isAscending: boolean

  constructor(database: DatabaseSync, lanes: readonly Lane[], isAscending: boolean, window: number) {
    this.#walks = lanes.map((lane) => new LaneWalk(database, lane, isAscending, window))
    this.#isAscending = isAscending
  }

  /** The next entry; undefined at the end, and when one of the lanes has none left of `limit` rows. */
  next(limit: number): Entry | undefined {
    let best: LaneWalk | undefined
    for (const walk of this.#walks) {
      if (!walk.peek(limit)) {
        if (!walk.isEnded) return undefined
      } else if (!best || this.#isBefore(walk.key, best.key)) best = walk
    }
    const entry = best?.peek(limit)
    best?.take()
    return entry
  }

  get isEnded(): boolean {
    return this.#walks.every(({ isEnded }) => isEnded)
  }

  #isBefore(one: Key, other: Key): boolean {
    for (const [place, a] of one.entries()) {
      const b = other[place]
      if (b === undefined || a === b) continue
      // Ranks come first, so that texts meet only texts and numbers only numbers.
      return a < b === this.#isAscending
    }
    return false
  }
}
