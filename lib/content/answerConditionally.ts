import { getEnvironment } from '../../sanity/env.ts'
import { isUnchanged, missingOutput } from '../feeds/output.ts'

const LONGEST_MS = 10_000

/**
 * Answers whoever has an output already with 304 as long as it is the same. Outputs are stored finished, before
 * anybody asks for them, so their own route cannot know what the reader holds: this one fetches the stored answer
 * from the portal itself and compares.
 */
export const answerConditionally = async (asked: Headers, path: string[]): Promise<Response> => {
  if (path[0] === 'api') return missingOutput()
  const address = path.map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')
  const stored = await fetch(`http://localhost:${getEnvironment().nextPort}/${address}`, {
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(LONGEST_MS),
  })
  const headers = new Headers(stored.headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'])
    headers.delete(name)
  if (stored.status !== 200 || !isUnchanged(asked, headers))
    return new Response(stored.body, { status: stored.status, headers })
  await stored.body?.cancel()
  headers.delete('content-type')
  return new Response(null, { status: 304, headers })
}
