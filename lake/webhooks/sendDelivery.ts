import type { DocumentChange } from '../context.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { Webhook } from '../store/webhooks.ts'
import { signWebhook } from './signWebhook.ts'
import { operationOf } from './webhookPayload.ts'

const longest = 30_000

export type SendOutcome =
  | { arrived: true; responseStatus: number }
  | { arrived: false; responseStatus?: number; failure: string; isFinal: boolean }

/** Sends one message and says how it went. A redirect is a failure: the body must not go where nobody chose. */
export async function sendDelivery(
  webhook: Webhook,
  delivery: Delivery,
  change: DocumentChange,
  { projectId, now, signal }: { projectId: string; now: () => number; signal: AbortSignal },
): Promise<SendOutcome> {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]),
      body: delivery.payload,
      headers: headersOf(webhook, delivery, change, projectId, now()),
    })
    await response.body?.cancel()
    const { status } = response
    if (response.ok) return { arrived: true, responseStatus: status }
    // A receiver that understood and refused will refuse again; one that is busy or broken may recover.
    const isFinal = status < 500 && status !== 408 && status !== 429
    return { arrived: false, responseStatus: status, failure: `The receiver answered ${status}.`, isFinal }
  } catch (error) {
    return { arrived: false, failure: inWords(error), isFinal: false }
  }
}

function headersOf(
  webhook: Webhook,
  delivery: Delivery,
  change: DocumentChange,
  projectId: string,
  now: number,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Meridian content lake webhook',
    'idempotency-key': delivery.id,
    'sanity-webhook-id': webhook.id,
    'sanity-project-id': projectId,
    'sanity-dataset': change.dataset,
    'sanity-document-id': change.documentId,
    'sanity-transaction-id': change.transactionId,
    'sanity-transaction-time': change.timestamp,
    'sanity-operation': operationOf(change),
    ...(webhook.secret
      ? { 'sanity-webhook-signature': signWebhook(delivery.payload, webhook.secret, now) }
      : {}),
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'The receiver did not answer within 30 seconds.'
  const { cause } = error
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message
}
