import type { LakeContext } from '../context.ts'
import { deleteFinishedDeliveries } from '../store/deliveries.ts'
import { listWebhooks } from '../store/webhooks.ts'
import { openDeltaProcess } from './openDeltaProcess.ts'
import { openLane } from './openLane.ts'

const keepFinished = 7 * 24 * 60 * 60_000
const tidyEvery = 60 * 60_000

/**
 * Sends webhooks from the change log: at once when something is committed, and after a restart whatever
 * was not sent before it. Each webhook has a cursor in the log, so no acknowledged change is ever lost; a
 * message that was sent just before a crash may be sent again, with the same `idempotency-key`.
 *
 * Messages about one document arrive in the order of its changes: one that must be tried again holds up
 * those behind it, until it arrives or is given up. Messages about different documents go side by side.
 */
export function openDispatcher(context: LakeContext) {
  const { database } = context
  const schedule = context.schedule ?? afterMilliseconds
  const stopping = new AbortController()
  const deltas = openDeltaProcess(context)
  const lanes = new Map<string, ReturnType<typeof openLane>>()

  const wake = () => {
    const ids = listWebhooks(database).map(({ id }) => id)
    for (const id of ids) {
      const lane = lanes.get(id) ?? openLane(context, id, { deltas, signal: stopping.signal, schedule })
      lanes.set(id, lane)
      lane.wake()
    }
    for (const [id, lane] of lanes) {
      if (ids.includes(id)) continue
      lanes.delete(id)
      lane.callOff()
    }
  }

  const tidy = () => deleteFinishedDeliveries(database, new Date(context.now() - keepFinished).toISOString())
  const tidying = setInterval(tidy, tidyEvery)
  tidying.unref()

  context.bus.on('transaction', wake)
  context.bus.on('webhooks', wake)
  tidy()
  wake()

  return {
    close: async (): Promise<void> => {
      context.bus.off('transaction', wake)
      context.bus.off('webhooks', wake)
      clearInterval(tidying)
      stopping.abort(new Error('The lake is stopping.'))
      await deltas.close()
      await Promise.all([...lanes.values()].map((lane) => lane.close()))
    },
  }
}

function afterMilliseconds(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
