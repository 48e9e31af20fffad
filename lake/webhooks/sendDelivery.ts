import { types } from 'node:util'
import type { Delivery } from '../store/deliveries.ts'
import type { DeliveryAttempt } from '../store/deliveryAttempts.ts'
import type { Webhook } from '../store/webhooks.ts'
import { sendRequest } from './sendRequest.ts'
import { signWebhook } from './signWebhook.ts'

const { isNativeError } = types
const longest = 30_000

/** How an attempt ended. */
export interface SendOutcome
  extends Pick<
    DeliveryAttempt,
    'createdAt' | 'duration' | 'responseStatus' | 'responseBody' | 'failureReason' | 'failure'
  > {
  /** Whether another attempt may do better. */
  mayRecover: boolean
}

interface SendOptions {
  projectId: string
  now: () => number
  signal: AbortSignal
}

/** Sends one message and says how it went. A redirect is a failure: the body must not go where nobody chose. */
export async function sendDelivery(
  webhook: Webhook,
  delivery: Delivery,
  { projectId, now, signal }: SendOptions,
): Promise<SendOutcome> {
  const began = now()
  const took = performance.now()
  const ended = (outcome: Omit<SendOutcome, 'createdAt' | 'duration'>): SendOutcome => ({
    createdAt: new Date(began).toISOString(),
    duration: Math.round(performance.now() - took),
    ...outcome,
  })
  try {
    const { status, body } = await sendRequest({
      url: webhook.url,
      method: webhook.httpMethod,
      headers: headersOf(webhook, delivery, projectId, began),
      body: delivery.payload,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]),
    })
    const answer = { responseStatus: status, responseBody: body }
    if (status >= 200 && status < 300) {
      return ended({ ...answer, failureReason: undefined, failure: undefined, mayRecover: false })
    }
    // A receiver that understood and refused will refuse again; one that is busy or broken may recover.
    const mayRecover = status >= 500 || status === 429
    return ended({
      ...answer,
      failureReason: 'http',
      failure: `The receiver answered ${status}.`,
      mayRecover,
    })
  } catch (error) {
    const isLate = isNativeError(error) && error.name === 'TimeoutError'
    return ended({
      responseStatus: undefined,
      responseBody: undefined,
      failureReason: isLate ? 'timeout' : 'network',
      failure: isLate ? 'The receiver did not answer within 30 seconds.' : inWords(error),
      mayRecover: true,
    })
  }
}

function headersOf(
  webhook: Webhook,
  delivery: Delivery,
  projectId: string,
  now: number,
): Record<string, string> {
  return {
    ...webhook.headers,
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Meridian content lake webhook',
    'idempotency-key': delivery.id,
    'sanity-webhook-id': webhook.id,
    'sanity-project-id': projectId,
    'sanity-dataset': delivery.dataset,
    'sanity-document-id': delivery.documentId,
    'sanity-transaction-id': delivery.transactionId,
    'sanity-transaction-time': delivery.transactionTime,
    'sanity-operation': delivery.operation,
    ...(webhook.secret
      ? { 'sanity-webhook-signature': signWebhook(delivery.payload, webhook.secret, now) }
      : {}),
  }
}

function inWords(error: unknown): string {
  if (!isNativeError(error)) return String(error)
  // Several addresses were tried: the first failure tells enough.
  const [first] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [error]
  return isNativeError(first) && first.message ? first.message : error.name
}
