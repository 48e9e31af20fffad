import { median } from '../timeVisit.ts'

/** Milliseconds for getting warm and for being measured, and how many runs at most. */
const [warming, patience, mostRuns] = [500, 1_500, 100]

/** Milliseconds of warm runs: the one in the middle, and the shortest, which tells most where others use the machine. */
export interface Times {
  middle: number
  best: number
}

/** Undefined, with a line that says why, for a query that fails. */
export async function timeQuery(run: () => Promise<void>): Promise<Times | undefined> {
  try {
    await timesOf(run, warming)
    const times = await timesOf(run, patience)
    return { middle: median(times), best: Math.min(...times) }
  } catch (error) {
    console.log(String(error).slice(0, 300))
    return undefined
  }
}

async function timesOf(run: () => Promise<void>, milliseconds: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + milliseconds
  while (times.length < 2 || (performance.now() < end && times.length < mostRuns)) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return times
}
