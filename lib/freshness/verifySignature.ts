import { timingSafeEqual } from 'node:crypto'
import { decodeSignatureHeader, encodeSignatureHeader } from '@sanity/webhook'

/** The header that carries the signature. */
export const SIGNATURE_HEADER = 'sanity-webhook-signature'

const MOST_AGE_MS = 5 * 60_000

export type Verdict = 'valid' | 'no secret is set' | 'not signed' | 'signature too old' | 'signature is wrong'

/**
 * Whether a webhook's raw body was signed by the content lake, in the format of Sanity's webhooks
 * (`t=<ms>,v1=<hash>`), no more than five minutes before or after `now`.
 */
export const verifySignature = async (
  body: string,
  header: string | null,
  secret: string | undefined,
  now: Date,
): Promise<Verdict> => {
  if (secret === undefined || secret === '') return 'no secret is set'
  const timestamp = timestampIn(header)
  if (header === null || timestamp === undefined) return 'not signed'
  const expected = await encodeSignatureHeader(body, timestamp, secret).catch(() => undefined)
  if (expected === undefined || !isSame(expected, header)) return 'signature is wrong'
  return Math.abs(now.getTime() - timestamp) > MOST_AGE_MS ? 'signature too old' : 'valid'
}

/** The signature that `verifySignature` expects. */
export const signBody = (body: string, secret: string, now: Date): Promise<string> =>
  encodeSignatureHeader(body, now.getTime(), secret)

const timestampIn = (header: string | null): number | undefined => {
  try {
    return header === null ? undefined : decodeSignatureHeader(header).timestamp
  } catch {
    return undefined
  }
}

/** Compares without telling by its duration how much was right. */
const isSame = (expected: string, given: string) => {
  const [a, b] = [Buffer.from(expected), Buffer.from(given.trim())]
  return a.length === b.length && timingSafeEqual(a, b)
}
