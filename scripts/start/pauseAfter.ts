const firstPauseMs = 250
const mostDeaths = 5
const withinMs = 60_000

/**
 * How long to wait before a part that has died is started again, longer each time; undefined when it dies again and
 * again. Times in milliseconds, the last of `deaths` being the one that is now.
 */
export function pauseAfter(deaths: readonly number[]): number | undefined {
  const now = deaths.at(-1) ?? 0
  const lately = deaths.filter((at) => now - at < withinMs).length
  return lately < mostDeaths ? firstPauseMs * 2 ** (lately - 1) : undefined
}
