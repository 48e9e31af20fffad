import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding, decompress, type Encoding } from './encoding.ts'
import type { Headers } from './headers.ts'
import { withEncoding } from './headers.ts'
import type { Found, Kept } from './store.ts'

type How = Extract<Found, { kind: 'kept' }>['how']

/** What the store says of itself, in the words of RFC 9211. */
const statuses: Record<How, string> = {
  unasked: 'edge; hit',
  asked: 'edge; fwd=stale',
  old: 'edge; hit; detail="Next does not answer"',
}

/** Sends what is stored, or 304 to who has it. */
export function sendKept(
  { kept, how }: Extract<Found, { kind: 'kept' }>,
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
): void {
  const encoding = chooseEncoding(asked['accept-encoding'])
  const etag = `"${kept.hash}${encoding ? `-${encoding}` : ''}"`
  const headers: Headers = { ...headersOf(kept, how), etag }
  if (isKnown(asked['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const body = bodyOf(kept, encoding)
  response.writeHead(200, { ...withEncoding(headers, encoding), 'content-length': String(body.length) })
  // Node leaves the body away where HEAD was asked.
  response.end(body)
}

function headersOf({ headers, cache }: Kept, how: How): Headers {
  const common = { ...withEncoding(headers, undefined), 'cache-status': statuses[how] }
  if (how === 'unasked') return { ...common, 'x-nextjs-cache': 'HIT' }
  if (how === 'asked') return { ...common, ...(cache && { 'x-nextjs-cache': cache }) }
  // Nobody else shall keep what may be over.
  return { ...common, 'x-nextjs-cache': 'STALE', 'cache-control': 'public, max-age=0, must-revalidate' }
}

const bodyOf = ({ br, gzip }: Kept, encoding: Encoding | undefined): Buffer => {
  if (encoding === undefined) return decompress(gzip)
  return encoding === 'br' ? br : gzip
}

/** Stores on the way may have weakened it. */
const isKnown = (held: string | undefined, etag: string): boolean =>
  held !== undefined &&
  (held.trim() === '*' || held.split(',').some((each) => each.trim().replace(/^W\//, '') === etag))
