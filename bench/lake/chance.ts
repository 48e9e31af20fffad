/** Chance that can be had again: the same seed gives the same choices (mulberry32). */
export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  pick<T>(choices: readonly T[]): T
  /** A whole number below `end`, small ones far more often (Zipf's law, exponent 1). */
  zipf(end: number): number
}

export function seededChance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    pick: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new RangeError('There is nothing to choose from.')
      return choice
    },
    zipf: (end) => Math.min(end - 1, Math.floor((end + 1) ** next()) - 1),
  }
}
