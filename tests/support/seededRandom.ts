import { seededNumbers } from '../../scripts/newsroom/archive/chance.ts'

/** Chance that can be had again: the same seed gives the same choices. */
export interface SeededRandom {
  seed: number
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  pick<T>(choices: readonly [T, ...T[]]): T
}

/** With a seed from the clock unless `TEST_SEED` or the caller gives one. */
export function seededRandom(seed = Number(process.env.TEST_SEED) || Date.now() % 2 ** 31): SeededRandom {
  const next = seededNumbers(seed)
  const below = (end: number) => Math.floor(next() * end)
  return { seed, next, below, pick: (choices) => choices[below(choices.length)] ?? choices[0] }
}
