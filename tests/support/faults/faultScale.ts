import { type SeededRandom, seededRandom } from '../seededRandom.ts'

/** `small` goes with every run of the tests, `full` is what `npm run test:faults` takes. */
export const faultScale = process.env.FAULT_SCALE === 'full' ? 'full' : 'small'

/** The size of a test at the scale that was asked for. */
export function sized(sizes: { small: number; full: number }): number {
  return sizes[faultScale]
}

/** How long one fault test may take, in milliseconds. */
export const faultTimeout = sized({ small: 120_000, full: 3_600_000 })

export interface FaultRun {
  random: SeededRandom
  /** Adds a figure to what is printed at the end. */
  note(name: string, figure: number | string): void
  /** Prints the seed and the figures; called whether the test held or not. */
  print(): void
}

/** A run of one fault test: its chance can be had again with `TEST_SEED`, and its figures are printed. */
export function beginFaultRun(name: string): FaultRun {
  const random = seededRandom()
  const figures: string[] = []
  return {
    random,
    note: (figure, value) => figures.push(`${figure} ${value}`),
    print: () =>
      process.stderr.write(`[faults] ${name} (${faultScale}, seed ${random.seed}): ${figures.join(', ')}\n`),
  }
}

export function median(measured: readonly number[]): number {
  const sorted = [...measured].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Median and greatest of measured milliseconds, for people. */
export function inMilliseconds(measured: readonly number[]): string {
  return `median ${Math.round(median(measured))} ms, longest ${Math.round(Math.max(0, ...measured))} ms`
}
