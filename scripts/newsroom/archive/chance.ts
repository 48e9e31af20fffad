/** Chance that can be had again: the same seed gives the same choices. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  /** Whether it is one of so many cases in a hundred. */
  happens(percent: number): boolean
  pick<T>(choices: readonly T[]): T
  /** A whole number below `end`, small ones far more often (Zipf's law, exponent 1). */
  zipf(end: number): number
}

export function seededChance(seed: number): Chance {
  const next = seededNumbers(seed)
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    happens: (percent) => next() * 100 < percent,
    pick: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new RangeError('There is nothing to choose from.')
      return choice
    },
    zipf: (end) => Math.min(end - 1, Math.floor((end + 1) ** next()) - 1),
  }
}

/** Numbers from 0 up to, and without, 1 (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed of one thing among many, so that each can be made without those before it. */
export function seedOf(seed: number, kind: string, index: number): number {
  let mixed = seed | 0
  for (const part of [...kind].map((letter) => letter.charCodeAt(0)).concat(index)) {
    mixed = Math.imul(mixed ^ part, 0x9e3779b1)
    mixed ^= mixed >>> 15
  }
  return mixed
}
