import type { CommittedTransaction, DocumentChange, LakeContext } from '../context.ts'
import { canTellSince, type LogPlace, newestPlace, nextTransaction } from '../store/changeFeed.ts'

/** Changes that somebody who was away may have missed and still be told one by one. */
export const mostMissed = 10_000
/** Transactions that are held for a follower that is busy; what is more it reads from the log. */
const mostHeld = 256
/** Transactions that are read from the log at once before others get their turn. */
const turn = 16

export interface ChangeFollower {
  context: LakeContext
  dataset: string
  /** The last change that is known already. */
  after: number
  /** Tells what is new of a transaction. The next one waits for it. */
  tell: (transaction: CommittedTransaction, news: readonly DocumentChange[]) => Promise<void>
  /** Some of what is next was purged, or it is too much: what follows begins after `newest`. */
  lost: (newest: LogPlace) => void
  failed: (error: unknown) => void
}

/**
 * Follows a dataset from a place in its log: first what was missed, read from the log, then what is committed,
 * as the bus tells it. Nothing is left out, told twice or out of order, also when it is committed meanwhile:
 * the log is read until its end, and a transaction that the bus tells of is passed over when it was read.
 */
export function followChanges(follower: ChangeFollower) {
  const { context, dataset, tell, lost, failed } = follower
  let place = { seq: follower.after, transactionId: '' }
  let held: CommittedTransaction[] = []
  let behind = true
  let running = false
  let stopped = false

  const hear = (transaction: CommittedTransaction) => {
    if (transaction.dataset !== dataset) return
    // Whoever is behind finds it in the log.
    if (!behind) held.push(transaction)
    if (held.length > mostHeld) {
      held = []
      behind = true
    }
    void run()
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    try {
      while (!stopped) {
        if (behind) await readLog()
        else {
          const next = held.shift()
          // Nothing may be awaited between this look and `running = false`: who commits meanwhile must find either.
          if (!next) break
          await tellNews(next)
        }
      }
    } catch (error) {
      if (!stopped) failed(error)
    }
    running = false
  }

  async function readLog(): Promise<void> {
    if (!canTellSince(context.database, dataset, place.seq, mostMissed)) {
      place = newestPlace(context.database, dataset)
      behind = false
      lost(place)
      return
    }
    for (let read = 0; read < turn && !stopped; read += 1) {
      const next = nextTransaction(context.database, dataset, place.seq)
      if (!next) {
        behind = false
        return
      }
      await tellNews(next)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }

  async function tellNews(transaction: CommittedTransaction): Promise<void> {
    const news = transaction.changes.filter((change) => change.seq > place.seq)
    const last = news.at(-1)
    if (!last) return
    await tell(transaction, news)
    place = { seq: last.seq, transactionId: transaction.transactionId }
  }

  context.bus.on('transaction', hear)
  return {
    /** Begins with what was missed. Not before the follower has said whom it is. */
    begin: () => void run(),
    place: (): LogPlace => place,
    stop: () => {
      stopped = true
      held = []
      context.bus.off('transaction', hear)
    },
  }
}
