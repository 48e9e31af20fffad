import type { LakeContext } from '../context.ts'
import { HttpError } from '../http/errors.ts'
import { lastSeq } from '../store/changes.ts'
import { readDataset } from '../store/datasets.ts'
import { type Delivery, findDelivery, requeueDelivery } from '../store/deliveries.ts'
import {
  disableWebhook,
  enableWebhook,
  findWebhook,
  findWebhookByName,
  insertWebhook,
  updateWebhook,
  type Webhook,
  type WebhookChoices,
} from '../store/webhooks.ts'

type Given = Pick<LakeContext, 'database' | 'newId' | 'now' | 'bus'>

/** Sets a webhook up; it tells of changes from now on. @throws HttpError 404 for an unknown dataset, 409 for a name that is taken */
export function addWebhook(
  context: Given,
  choices: WebhookChoices,
  { createdBy, enabled = true }: { createdBy?: string; enabled?: boolean } = {},
): Webhook {
  const { database } = context
  requireFreeName(context, choices.name)
  requireKnownDataset(context, choices.dataset)
  const id = context.newId()
  const createdAt = new Date(context.now()).toISOString()
  const cursor = lastSeq(database)
  insertWebhook(database, { ...choices, id, createdAt, cursor, ...(createdBy ? { createdBy } : {}) })
  if (!enabled) disableWebhook(database, id, cursor)
  context.bus.emit('webhooks')
  return requireWebhook(context, id)
}

/** @throws HttpError as `addWebhook` does */
export function changeWebhook(context: Given, webhook: Webhook, choices: WebhookChoices): Webhook {
  if (choices.name !== webhook.name) requireFreeName(context, choices.name)
  requireKnownDataset(context, choices.dataset)
  updateWebhook(context.database, webhook.id, choices)
  context.bus.emit('webhooks')
  return requireWebhook(context, webhook.id)
}

/**
 * While it is disabled nothing is sent, and it will never tell of what changed meanwhile; messages that
 * were waiting go on waiting and leave when it is enabled again.
 */
export function switchWebhook(context: Given, { id }: Webhook, enabled: boolean): void {
  const { database } = context
  if (enabled) enableWebhook(database, id, lastSeq(database))
  else disableWebhook(database, id, lastSeq(database))
  context.bus.emit('webhooks')
}

/** Sends a message anew, with the same `idempotency-key`. @throws HttpError 404 */
export function resendMessage(context: Given, webhook: Webhook, messageId: string): Delivery {
  const found = findDelivery(context.database, messageId)
  if (found?.webhookId !== webhook.id) {
    throw new HttpError(404, 'Not Found', `The webhook "${webhook.name}" has no message "${messageId}".`)
  }
  requeueDelivery(context.database, messageId)
  context.bus.emit('webhooks')
  return findDelivery(context.database, messageId) ?? found
}

/** @throws HttpError 404 */
export function requireWebhook({ database }: Pick<LakeContext, 'database'>, id: string): Webhook {
  const webhook = findWebhook(database, id)
  if (webhook) return webhook
  throw new HttpError(404, 'Not Found', `There is no webhook "${id}".`)
}

function requireFreeName({ database }: Given, name: string): void {
  if (!findWebhookByName(database, name)) return
  throw new HttpError(409, 'Conflict', `There is a webhook "${name}" already.`)
}

function requireKnownDataset({ database }: Given, dataset: string): void {
  if (dataset === '*' || readDataset(database, dataset)) return
  throw new HttpError(404, 'Not Found', `Dataset "${dataset}" not found for this project.`)
}
