import type { CommittedTransaction, LakeContext } from '../context.ts'

const waiting = new WeakMap<LakeContext['bus'], CommittedTransaction[]>()

/**
 * Tells the bus what was committed. A listener that throws is written down and keeps nobody from hearing:
 * the transaction stands, whatever becomes of the telling. What a listener commits itself is told after it,
 * so that everybody hears of changes in the order of the log.
 */
export function announce(
  { bus, log }: Pick<LakeContext, 'bus' | 'log'>,
  committed: CommittedTransaction,
): void {
  const before = waiting.get(bus)
  if (before) {
    before.push(committed)
    return
  }
  const queue = [committed]
  waiting.set(bus, queue)
  for (const transaction of queue) {
    for (const hear of bus.rawListeners('transaction')) {
      try {
        hear(transaction)
      } catch (error) {
        log.error({ err: error, transaction: transaction.transactionId }, 'a listener could not be told')
      }
    }
  }
  waiting.delete(bus)
}
