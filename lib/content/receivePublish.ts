import { z } from 'zod'
import { getEnvironment } from '../../sanity/env.ts'
import { createDeliveries } from '../freshness/deliveries.ts'
import { parseJson } from '../freshness/parseJson.ts'
import type { Receipt } from '../freshness/receipt.ts'
import type { Purge } from '../freshness/tagsOfChange.ts'
import { SIGNATURE_HEADER, signBody, verifySignature } from '../freshness/verifySignature.ts'
import { informWorker } from './informWorker.ts'
import { publishChange } from './publishChange.ts'

const DELIVERY_HEADER = 'idempotency-key'
const PURGE_ADDRESS = '/api/revalidate/purge'

const body = z.object({ before: z.unknown(), after: z.unknown() })
const deliveries = createDeliveries<Receipt>(Date.now)

/**
 * A webhook's answer: 401 with the reason when it is not the content lake's, 400 when it says nothing, else a receipt;
 * with 503 when the worker did not have its part, so that the content lake sends the notice again.
 */
export const receivePublish = async (request: Request): Promise<Response> => {
  const raw = await request.text()
  const refusal = await refuseUnsigned(request, raw)
  if (refusal) return refusal
  const change = body.safeParse(parseJson(raw))
  if (!change.success)
    return Response.json({ error: 'The body must be {"before": …, "after": …}.' }, { status: 400 })
  const key = request.headers.get(DELIVERY_HEADER) ?? request.headers.get(SIGNATURE_HEADER) ?? raw
  try {
    const receipt = await deliveries.once(key, () => deliver(change.data, raw, request))
    console.info(summaryOf(receipt))
    return Response.json(receipt)
  } catch (error) {
    if (!(error instanceof WorkerMissed)) throw error
    console.error(`${error.message} ${summaryOf(error.receipt)}`)
    return Response.json({ ...error.receipt, error: error.message }, { status: 503 })
  }
}

/** Thrown after the pages were refreshed all the same, so that the delivery is not remembered as done. */
class WorkerMissed extends Error {
  receipt: Receipt

  constructor(reason: string, receipt: Receipt) {
    super(`The worker has not kept the addresses of this change: ${reason}. Send the notice again.`)
    this.receipt = receipt
  }
}

/** First the worker, whose redirects the pages then show. */
const deliver = async (
  { before, after }: z.infer<typeof body>,
  raw: string,
  request: Request,
): Promise<Receipt> => {
  const { port, workerUrl } = getEnvironment()
  const origin = `http://localhost:${port}`
  const missed = await informWorker(workerUrl, raw, request.headers.get(SIGNATURE_HEADER) ?? '')
  const receipt = await publishChange({ before, after }, origin, (purges, left) =>
    askForPurge(origin, purges, left),
  )
  if (missed !== undefined) throw new WorkerMissed(missed, receipt)
  return receipt
}

/** 401 with the reason for a request that the content lake did not sign; undefined for one that it did. */
export const refuseUnsigned = async (request: Request, raw: string): Promise<Response | undefined> => {
  const { webhookSecret } = getEnvironment()
  const verdict = await verifySignature(raw, request.headers.get(SIGNATURE_HEADER), webhookSecret, new Date())
  if (verdict === 'valid') return undefined
  console.warn(`A publish notice was refused: ${verdict}. Nothing was purged.`)
  return Response.json({ error: `Refused: ${verdict}.` }, { status: 401 })
}

/**
 * Purges by a request of its own: Next purges when a request has been answered, and pages can only be refreshed
 * after that. What stands before Next sees it pass, and trusts nothing that it stored before.
 */
const askForPurge = async (origin: string, purges: Purge[], left: string[]) => {
  const raw = JSON.stringify({ purges, left })
  const signature = await signBody(raw, getEnvironment().webhookSecret ?? '', new Date())
  const response = await fetch(`${origin}${PURGE_ADDRESS}`, {
    method: 'POST',
    body: raw,
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
    cache: 'no-store',
    signal: AbortSignal.timeout(5000),
  })
  if (!response.ok) throw new Error(`The purge was answered with ${response.status}.`)
}

const summaryOf = ({ tags, addresses, ms }: Receipt) => {
  const stale = addresses.filter(({ fresh }) => !fresh).map(({ address }) => address)
  const seen = `${addresses.length - stale.length} of ${addresses.length} addresses fresh`
  return `Publish: ${tags.length} tags purged, ${seen} after ${ms} ms.${stale.length > 0 ? ` Not fresh: ${stale.join(' ')}` : ''}`
}
