import type { LakeContext } from '../context.ts'
import { changesAfter } from '../store/changes.ts'
import { inTransaction } from '../store/database.ts'
import {
  type Delivery,
  deleteFinishedDeliveries,
  nextDelivery,
  queueDelivery,
  recordAttempt,
} from '../store/deliveries.ts'
import { findWebhook, listWebhooks, moveCursor, type Webhook } from '../store/webhooks.ts'
import { sendDelivery } from './sendDelivery.ts'
import { webhookPayload } from './webhookPayload.ts'

const retryAfter = 30_000
const mostAttempts = 3
const changesAtOnce = 100
const keepFinished = 7 * 24 * 60 * 60_000

/**
 * Sends webhooks from the change log: at once when something is committed, and after a restart whatever
 * was not sent before it. Each webhook has a cursor in the log, so no acknowledged change is ever lost; a
 * message that was sent just before a crash may be sent again, with the same `idempotency-key`.
 *
 * Messages of one webhook arrive in the order of the changes: one that must be tried again holds up those
 * behind it, until it arrives or is given up after three attempts.
 */
export function openDispatcher(context: LakeContext) {
  const { database, log } = context
  const schedule = context.schedule ?? afterMilliseconds
  const stopping = new AbortController()
  const lanes = new Map<string, Promise<void>>()
  const timers = new Map<string, () => void>()
  const wokenMeanwhile = new Set<string>()

  const wake = () => {
    if (stopping.signal.aborted) return
    for (const { id, enabled } of listWebhooks(database)) if (enabled) startLane(id)
  }

  /** One lane a webhook, one message at a time. A lane that is woken while it runs looks into the log once more. */
  function startLane(id: string): void {
    timers.get(id)?.()
    timers.delete(id)
    if (lanes.has(id)) {
      wokenMeanwhile.add(id)
      return
    }
    const lane = runLane(id)
      .catch((error: unknown) =>
        log.error({ err: error, webhook: id }, 'a webhook stopped; the next change starts it again'),
      )
      .finally(() => {
        lanes.delete(id)
        if (wokenMeanwhile.delete(id) && !stopping.signal.aborted) startLane(id)
      })
    lanes.set(id, lane)
  }

  async function runLane(id: string): Promise<void> {
    for (;;) {
      // The first look happens after the committing request has been answered.
      await new Promise((resolve) => setImmediate(resolve))
      const webhook = stopping.signal.aborted ? undefined : findWebhook(database, id)
      if (!webhook?.enabled) return
      await collect(webhook)
      const delivery = stopping.signal.aborted ? undefined : nextDelivery(database, id)
      if (!delivery) return
      const wait = delivery.nextAttemptAt ? Date.parse(delivery.nextAttemptAt) - context.now() : 0
      if (wait > 0) {
        timers.set(
          id,
          schedule(wait, () => startLane(id)),
        )
        return
      }
      await attempt(webhook, delivery)
    }
  }

  /** Reads the log from the cursor on and queues what concerns the webhook; cursor and queue move together. */
  async function collect(webhook: Webhook): Promise<void> {
    let { cursor } = webhook
    for (;;) {
      const changes = changesAfter(database, cursor, changesAtOnce)
      const last = changes.at(-1)
      if (!last) return
      const queued: Pick<Delivery, 'changeSeq' | 'payload'>[] = []
      for (const change of changes) {
        const payload = await webhookPayload(webhook, change, context.publicUrl).catch((error: unknown) => {
          log.error(
            { err: error, webhook: webhook.name, document: change.documentId },
            'a webhook could not be evaluated',
          )
          return undefined
        })
        if (payload !== undefined) queued.push({ changeSeq: change.seq, payload })
      }
      if (stopping.signal.aborted) return
      const createdAt = isoTime(context.now())
      inTransaction(database, () => {
        for (const message of queued) {
          queueDelivery(database, { ...message, id: context.newId(), webhookId: webhook.id, createdAt })
        }
        moveCursor(database, webhook.id, last.seq)
      })
      cursor = last.seq
    }
  }

  async function attempt(webhook: Webhook, delivery: Delivery): Promise<void> {
    const [change] = changesAfter(database, delivery.changeSeq - 1, 1)
    if (!change) return give(delivery, { failure: 'The change is no longer in the log.' })
    const { projectId, now } = context
    const outcome = await sendDelivery(webhook, delivery, change, { projectId, now, signal: stopping.signal })
    // Told to stop in mid-flight: it stays due, and the next start sends it.
    if (stopping.signal.aborted) return
    const attempts = delivery.attempts + 1
    const { responseStatus } = outcome
    if (outcome.arrived) {
      return recordAttempt(database, delivery.id, {
        status: 'delivered',
        attempts,
        responseStatus,
        nextAttemptAt: undefined,
        failure: undefined,
      })
    }
    const { failure } = outcome
    if (outcome.isFinal || attempts >= mostAttempts) {
      log.warn(
        { webhook: webhook.name, document: change.documentId, failure },
        'a webhook message was given up',
      )
      return give({ ...delivery, attempts }, { failure, responseStatus })
    }
    const nextAttemptAt = isoTime(context.now() + retryAfter)
    recordAttempt(database, delivery.id, {
      status: 'pending',
      attempts,
      responseStatus,
      nextAttemptAt,
      failure,
    })
  }

  function give(delivery: Delivery, ended: { failure: string; responseStatus?: number | undefined }): void {
    const { attempts } = delivery
    const { failure, responseStatus } = ended
    recordAttempt(database, delivery.id, {
      status: 'failed',
      attempts,
      responseStatus,
      nextAttemptAt: undefined,
      failure,
    })
  }

  context.bus.on('transaction', wake)
  deleteFinishedDeliveries(database, isoTime(context.now() - keepFinished))
  wake()

  return {
    close: async (): Promise<void> => {
      context.bus.off('transaction', wake)
      stopping.abort()
      for (const cancel of timers.values()) cancel()
      await Promise.all(lanes.values())
    },
  }
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function afterMilliseconds(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
