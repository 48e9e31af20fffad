import { createHash } from 'node:crypto'
import type { Instant } from '../model/common.ts'
import type { Departure } from '../model/departure.ts'

/**
 * A finished answer for other programs, with the two signs by which they ask whether it has changed. The sign is a
 * weak one: compressed or not, it is the same answer.
 */
export const toOutput = (
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  modifiedAt?: Instant,
): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
      ...(modifiedAt === undefined ? {} : { 'last-modified': new Date(modifiedAt).toUTCString() }),
    },
  })

const saying = (status: number, words: string, headers: Record<string, string> = {}): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })

export const missingOutput = (): Response => saying(404, 'Nothing stands at this address.')

/** The answer where the document is no longer that a file belonged to: the file went along with it, or is gone. */
export const toDeparted = (departure: Departure | undefined, file: string): Response => {
  if (departure === undefined) return missingOutput()
  // Programs keep both for ever unless they are told otherwise, and the document may come back.
  const headers = { 'cache-control': 'public, max-age=0, must-revalidate' }
  if (departure.kind === 'withdrawn') return saying(410, 'What stood at this address was withdrawn.', headers)
  const location = `${departure.href}/${file}`
  return saying(308, `It has moved to ${location}.`, { location, ...headers })
}

/** Whether who asks has this answer already (RFC 9110: the entity tag decides where both signs are sent). */
export const isUnchanged = (asked: Headers, answer: Headers): boolean => {
  const [known, etag] = [asked.get('if-none-match'), answer.get('etag')]
  if (known !== null) return etag !== null && (known.trim() === '*' || tagsIn(known).includes(opaque(etag)))
  const [since, modified] = [asked.get('if-modified-since'), answer.get('last-modified')]
  return since !== null && modified !== null && Date.parse(modified) <= Date.parse(since)
}

const tagsIn = (header: string) => header.split(',').map(opaque)
const opaque = (etag: string) => etag.trim().replace(/^W\//, '')
