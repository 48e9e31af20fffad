import { finishPage } from './finishPage.ts'
import { type Given, type Headers, textOf, without, withoutConnection } from './headers.ts'
import { isHtml } from './policy.ts'
import { BadAnswer } from './readWhole.ts'

/** What Next has answered, whole. */
export interface WholeAnswer {
  status: number
  headers: Given
  body: Buffer
}

/** As readers get it, but for how it is compressed. */
export interface FinishedAnswer {
  status: number
  headers: Headers
  body: Buffer
}

/** The policy that a page may have once nothing of React is in it (next.config.js). What has none is no page of ours. */
export const policyHeader = 'x-meridian-policy'

/** True of these bytes, or of how Next made and sent them, and not of what the edge makes of them. */
const ofBytes =
  /^(?:etag|last-modified|accept-ranges|content-length|content-encoding|date|age|x-nextjs-.+|x-meridian-policy)$/

/** @throws BadAnswer when it is empty, or a page that has no end. */
export async function finishAnswer({ status, headers, body }: WholeAnswer): Promise<FinishedAnswer> {
  if (status === 200 && body.length === 0) throw new BadAnswer('an answer is empty')
  const finished = finishHeaders(headers)
  const policy = policyOf(headers)
  if (policy === undefined || body.length === 0) return { status, headers: finished, body }
  const page = await finishPage(body.toString(), policy)
  if (page === undefined) throw new BadAnswer('a page was cut off')
  return { status, headers: finished, body: Buffer.from(page) }
}

export function finishHeaders(headers: Given): Headers {
  const finished = without(withoutConnection(headers), (name) => ofBytes.test(name))
  const policy = policyOf(headers)
  if (policy !== undefined) finished['content-security-policy'] = policy
  return finished
}

/** The stricter policy of a page; undefined for what is none. */
const policyOf = (headers: Given): string | undefined =>
  isHtml(headers) ? textOf(headers[policyHeader]) || undefined : undefined
