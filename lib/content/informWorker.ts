import { SIGNATURE_HEADER } from '../freshness/verifySignature.ts'

const PATIENCE_MS = 5000

/**
 * Hands a notice on to the worker just as it came, its signature included, and waits until the worker is done.
 * @returns why it did not have it; undefined when all is well, or no worker runs
 */
export const informWorker = async (
  workerUrl: string | undefined,
  raw: string,
  signature: string,
): Promise<string | undefined> => {
  if (workerUrl === undefined) return undefined
  try {
    const response = await fetch(`${workerUrl}/`, {
      method: 'POST',
      body: raw,
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok ? undefined : `it answered with ${response.status}`
  } catch (error) {
    return `it gave no answer (${error instanceof Error ? error.message : String(error)})`
  }
}
