import { ClearError } from '../setup/clearError.mjs'

const readyWithinMs = 90_000
const pollMs = 40

/** Waits until `url` answers with success. @throws ClearError when it does not in time, or when `isOver` says so */
export async function answers(url: string, name: string, isOver: () => boolean): Promise<void> {
  const deadline = Date.now() + readyWithinMs
  let last = 'no answer'
  while (Date.now() < deadline && !isOver()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      await response.arrayBuffer()
      if (response.ok) return
      last = `status ${response.status}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  throw new ClearError(
    `The ${name} did not become ready at ${url} (${last}); its log is in the folder .build.`,
  )
}
