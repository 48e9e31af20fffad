import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'

const page = readFileSync(new URL('./outOfOrder.html', import.meta.url))
const words = 'The site cannot answer just now. Please try again in a few seconds.\n'

/** What there is when Next does not answer and nothing is stored: a page for who reads pages, a line for others. */
export function sendOutOfOrder({ headers }: IncomingMessage, response: ServerResponse): void {
  const readsPages = headers.accept?.includes('text/html') ?? false
  const body = readsPages ? page : Buffer.from(words)
  response.writeHead(503, {
    'content-type': `${readsPages ? 'text/html' : 'text/plain'}; charset=utf-8`,
    'content-length': String(body.length),
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': '5',
  })
  response.end(body)
}
