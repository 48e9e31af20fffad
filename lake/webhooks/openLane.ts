import type { LakeContext } from '../context.ts'
import { inTransaction } from '../store/database.ts'
import { type Delivery, dueDeliveries, nextDue, recordOutcome } from '../store/deliveries.ts'
import { addAttempt } from '../store/deliveryAttempts.ts'
import { findWebhook, type Webhook } from '../store/webhooks.ts'
import { collectMessages } from './collectMessages.ts'
import type { DeltaProcess } from './openDeltaProcess.ts'
import { type SendOutcome, sendDelivery } from './sendDelivery.ts'

/** As the hosted service tries: at once, and twice again half a minute apart. */
const retryAfter = 30_000
const mostAttempts = 3
/** A full disk or a busy database may be well again by then. */
const afterFailure = 5_000
/** Messages of one webhook that are on their way at once, each about another document. */
const sideBySide = 8

interface LaneOptions {
  deltas: DeltaProcess
  signal: AbortSignal
  schedule: NonNullable<LakeContext['schedule']>
}

interface Attempted {
  delivery: Delivery
  outcome: SendOutcome
}

/** The messages of one webhook on their way from the change log to the receiver. */
export function openLane(context: LakeContext, webhookId: string, { deltas, signal, schedule }: LaneOptions) {
  const { database, log } = context
  const sending = new Map<string, Promise<void>>()
  const attempted: Attempted[] = []
  const timers = { due: () => {}, again: () => {}, writing: () => {} }
  let collecting: Promise<void> | undefined
  let wokenMeanwhile = false

  /** Looks into the log and sends what is due. Woken while it looks, it looks once more. */
  const wake = (): void => {
    if (signal.aborted) return
    if (collecting) {
      wokenMeanwhile = true
      return
    }
    collecting = collect()
      .catch((error: unknown) => {
        log.error({ err: error, webhook: webhookId }, 'a webhook stopped; it goes on in a few seconds')
        setTimer('again', afterFailure, wake)
      })
      .finally(() => {
        collecting = undefined
        if (!wokenMeanwhile) return
        wokenMeanwhile = false
        wake()
      })
  }

  async function collect(): Promise<void> {
    for (;;) {
      // The first look happens after the committing request was answered, and each further one after whatever came meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
      const webhook = signal.aborted ? undefined : findWebhook(database, webhookId)
      if (!webhook) return
      const isMore = await collectMessages(context, webhook, deltas, signal)
      sendWhatIsDue()
      if (!isMore) return
    }
  }

  function sendWhatIsDue(): void {
    const webhook = signal.aborted ? undefined : findWebhook(database, webhookId)
    if (!webhook?.enabled) return
    const now = new Date(context.now()).toISOString()
    const due = dueDeliveries(database, webhookId, { now, limit: sideBySide + sending.size })
    for (const delivery of due.filter(({ id }) => !sending.has(id))) {
      if (sending.size >= sideBySide) break
      sending.set(delivery.id, send(webhook, delivery))
    }
    const next = nextDue(database, webhookId, now)
    if (next !== undefined) setTimer('due', Math.max(0, Date.parse(next) - context.now()), wake)
  }

  async function send(webhook: Webhook, delivery: Delivery): Promise<void> {
    const { projectId, now } = context
    const outcome = await sendDelivery(webhook, delivery, { projectId, now, signal })
    // Told to stop in mid-flight: it stays due, and the next start sends it.
    if (signal.aborted) return
    attempted.push({ delivery, outcome })
    if (attempted.length === 1) setImmediate(writeDown)
  }

  /**
   * Writes down what ended together in one transaction, for each costs the disk a flush. What cannot be written
   * is kept in mind until it can: sent again at once, it would arrive again and again.
   */
  function writeDown(): void {
    if (signal.aborted) return
    try {
      inTransaction(database, () => {
        for (const { delivery, outcome } of attempted) record(delivery, outcome)
      })
      for (const { delivery } of attempted.splice(0)) sending.delete(delivery.id)
      sendWhatIsDue()
    } catch (error) {
      log.error({ err: error, webhook: webhookId }, 'what became of messages could not be written down')
      if (attempted.length > 0) setTimer('writing', afterFailure, writeDown)
      else setTimer('again', afterFailure, wake)
    }
  }

  function record(delivery: Delivery, outcome: SendOutcome): void {
    const { mayRecover, ...attempt } = outcome
    const { responseStatus, failure } = outcome
    const attempts = delivery.attempts + 1
    const isLast = !mayRecover || attempts >= mostAttempts
    const waits = failure !== undefined && !isLast
    addAttempt(database, { id: context.newId(), deliveryId: delivery.id, webhookId, ...attempt })
    recordOutcome(database, delivery.id, {
      status: failure === undefined ? 'delivered' : waits ? 'pending' : 'failed',
      attempts,
      nextAttemptAt: waits ? new Date(context.now() + retryAfter).toISOString() : undefined,
      responseStatus,
      failure,
    })
    if (failure !== undefined && !waits) {
      log.warn(
        { webhook: webhookId, document: delivery.documentId, failure },
        'a webhook message was given up',
      )
    }
  }

  function setTimer(name: keyof typeof timers, milliseconds: number, work: () => void): void {
    timers[name]()
    timers[name] = schedule(milliseconds, work)
  }

  const callOff = (): void => {
    for (const stop of Object.values(timers)) stop()
  }

  return {
    wake,
    /** No timer of it is left. */
    callOff,
    /** After `signal`: nothing is on its way any more. */
    close: async (): Promise<void> => {
      callOff()
      await collecting
      await Promise.all(sending.values())
    },
  }
}
