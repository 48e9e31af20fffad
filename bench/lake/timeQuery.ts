import { median } from '../timeVisit.ts'

/** Milliseconds for getting warm, which takes some hundred runs of what is quick, and for being measured. */
const usually = { warming: 1_000, patience: 1_500 }
/** Runs that are measured at most. */
const mostRuns = 300

/** Milliseconds of warm runs: the one in the middle, and the shortest, which tells most where others use the machine. */
export interface Times {
  middle: number
  best: number
  /** The very first run, before anything was warm. */
  first: number
}

/** Undefined, with a line that says why, for a query that fails. */
export async function timeQuery(
  run: () => Promise<void>,
  { warming, patience } = usually,
): Promise<Times | undefined> {
  try {
    const warm = warming > 0 ? await timesOf(run, warming, Number.POSITIVE_INFINITY) : []
    const times = await timesOf(run, patience, mostRuns)
    return { middle: median(times), best: Math.min(...times), first: warm[0] ?? times[0] ?? 0 }
  } catch (error) {
    console.log(String(error).slice(0, 300))
    return undefined
  }
}

async function timesOf(run: () => Promise<void>, milliseconds: number, most: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + milliseconds
  while (times.length < 2 || (performance.now() < end && times.length < most)) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return times
}
