import type { LakeContext } from '../context.ts'
import { inTransaction } from '../store/database.ts'
import { readDataset } from '../store/datasets.ts'
import { queueDelivery } from '../store/deliveries.ts'
import { type WebhookChange, webhookChangesAfter } from '../store/webhookChanges.ts'
import { findWebhook, moveCursor, type Webhook } from '../store/webhooks.ts'
import type { DeltaProcess } from './openDeltaProcess.ts'
import { webhookPayload } from './webhookPayload.ts'

const changesAtOnce = 25

interface Message {
  change: WebhookChange
  payload: string
  /** Why there is no body to send, in words. */
  failure?: string
}

/**
 * Reads the log a little further from a webhook's cursor and queues what concerns it; cursor and queue move
 * in one transaction. Answers whether there may be more.
 */
export async function collectMessages(
  context: LakeContext,
  webhook: Webhook,
  deltas: DeltaProcess,
  signal: AbortSignal,
): Promise<boolean> {
  const { database } = context
  const { dataset, cursor, pausedAt = Number.POSITIVE_INFINITY } = webhook
  const found = webhookChangesAfter(database, { dataset, seq: cursor, limit: changesAtOnce })
  const changes = found.filter(({ seq }) => seq <= pausedAt)
  const last = changes.at(-1)
  if (!last) return false
  const messages: Message[] = []
  for (const change of changes) {
    const message = await toMessage(context, webhook, change, deltas)
    if (message) messages.push(message)
  }
  if (signal.aborted) return false
  inTransaction(database, () => {
    // Webhook or dataset may have been deleted meanwhile, also by somebody else's process.
    if (!findWebhook(database, webhook.id)) return
    for (const message of messages) queue(context, webhook, message)
    moveCursor(database, webhook.id, last.seq)
  })
  return changes.length === changesAtOnce
}

async function toMessage(
  context: LakeContext,
  webhook: Webhook,
  change: WebhookChange,
  deltas: DeltaProcess,
): Promise<Message | undefined> {
  try {
    const payload = await webhookPayload(webhook, change, context, deltas)
    return payload === undefined ? undefined : { change, payload }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const failure = `Its filter or projection could not be evaluated: ${reason}`
    context.log.error({ webhook: webhook.name, document: change.documentId, reason }, failure)
    return { change, payload: 'null', failure }
  }
}

function queue({ database, newId, now }: LakeContext, webhook: Webhook, message: Message): void {
  const { change, payload, failure } = message
  const { dataset, documentId, operation, transactionId } = change
  if (!readDataset(database, dataset)) return
  queueDelivery(database, {
    id: newId(),
    webhookId: webhook.id,
    changeSeq: change.seq,
    dataset,
    documentId,
    operation,
    transactionId,
    transactionTime: change.timestamp,
    payload,
    failure,
    createdAt: new Date(now()).toISOString(),
  })
}
