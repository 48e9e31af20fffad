import { median } from '../timeVisit.ts'

/** Milliseconds for getting warm and for being measured, and how many runs at most. */
const [warming, patience, mostRuns] = [500, 1_500, 100]

/** The middle time of a warm run, in milliseconds; undefined, with a line that says why, for one that fails. */
export async function timeQuery(run: () => Promise<void>): Promise<number | undefined> {
  try {
    await timesOf(run, warming)
    return median(await timesOf(run, patience))
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
