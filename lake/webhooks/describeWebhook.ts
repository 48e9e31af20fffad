import type { Delivery } from '../store/deliveries.ts'
import type { DeliveryAttempt } from '../store/deliveryAttempts.ts'
import type { Webhook } from '../store/webhooks.ts'
import { toFields } from './webhookFields.ts'

/** A webhook as the hosted service's Webhooks API answers it, with its secret: administrators only. */
export function describeWebhook(webhook: Webhook, projectId: string) {
  return {
    type: 'document',
    ...toFields(webhook),
    id: webhook.id,
    projectId,
    createdAt: webhook.createdAt,
    createdByUserId: webhook.createdBy ?? null,
    isDisabled: false,
    deletedAt: null,
  }
}

const statuses = { pending: 'queued', delivered: 'success', failed: 'failure' } as const

/** A message as the hosted service's log of messages answers it, and which document it was about. */
export function describeMessage(delivery: Delivery, projectId: string) {
  const { id, webhookId, dataset, createdAt, status, attempts, payload } = delivery
  return {
    id,
    hookId: webhookId,
    projectId,
    dataset,
    createdAt,
    updatedAt: null,
    deletedAt: null,
    status: statuses[status],
    resultCode: delivery.responseStatus ?? null,
    failureCount: status === 'delivered' ? Math.max(0, attempts - 1) : attempts,
    payload,
    documentId: delivery.documentId,
    operation: delivery.operation,
    transactionId: delivery.transactionId,
    nextAttemptAt: delivery.nextAttemptAt ?? null,
    failure: delivery.failure ?? null,
  }
}

export function describeAttempt(attempt: DeliveryAttempt, projectId: string) {
  return {
    id: attempt.id,
    messageId: attempt.deliveryId,
    hookId: attempt.webhookId,
    projectId,
    createdAt: attempt.createdAt,
    updatedAt: null,
    duration: attempt.duration,
    inProgress: false,
    isFailure: attempt.failureReason !== undefined,
    failureReason: attempt.failureReason ?? null,
    failure: attempt.failure ?? null,
    resultCode: attempt.responseStatus ?? null,
    resultBody: attempt.responseBody ?? null,
  }
}
