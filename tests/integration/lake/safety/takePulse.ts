/** Asks an address again and again and measures how long the answers take, in milliseconds. */
export function takePulse(url: string) {
  const times: number[] = []
  let stopped = false
  const beating = (async () => {
    do {
      const asked = performance.now()
      await (await fetch(url)).text()
      times.push(performance.now() - asked)
    } while (!stopped)
  })()
  return {
    /** Waits for the last answer. `usual` is what half of them were within. */
    stop: async () => {
      stopped = true
      await beating
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
      return { beats: times.length, usual: at(0.5), slowest: at(1) }
    },
  }
}
