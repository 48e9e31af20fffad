import { createHash } from 'node:crypto'
import type { Instant } from '../model/common.ts'

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

export const missingOutput = (): Response =>
  new Response('Nothing stands at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** Whether who asks has this answer already (RFC 9110: the entity tag decides where both signs are sent). */
export const isUnchanged = (asked: Headers, answer: Headers): boolean => {
  const [known, etag] = [asked.get('if-none-match'), answer.get('etag')]
  if (known !== null) return etag !== null && (known.trim() === '*' || tagsIn(known).includes(opaque(etag)))
  const [since, modified] = [asked.get('if-modified-since'), answer.get('last-modified')]
  return since !== null && modified !== null && Date.parse(modified) <= Date.parse(since)
}

const tagsIn = (header: string) => header.split(',').map(opaque)
const opaque = (etag: string) => etag.trim().replace(/^W\//, '')
