import { seededRandom } from '../../tests/support/seededRandom.ts'

/** Chance that can be had again, with a choice of what is usual more often than of what is rare. */
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
  const { next, below } = seededRandom(seed)
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
