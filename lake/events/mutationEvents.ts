import type { CommittedTransaction, DocumentChange } from '../context.ts'
import { isDocument } from '../store/documents.ts'
import { toOutward } from '../store/outward.ts'
import type { ServerSentEvent } from './eventStream.ts'
import { eventIdOf } from './logPlaces.ts'

/** What a listener asked to be told besides that something happened. */
export interface EventDetail {
  includeResult: boolean
  includePrevious: boolean
  includeMutations: boolean
  includeEffects: boolean
}

export interface MatchedChange {
  change: DocumentChange
  matchedBefore: boolean
  matchesNow: boolean
}

/** The events of one transaction for one listener, numbered among themselves. */
export function* toMutationEvents(
  { transactionId }: CommittedTransaction,
  matched: readonly MatchedChange[],
  detail: EventDetail,
  publicUrl: string,
): Generator<ServerSentEvent & { change: DocumentChange }> {
  for (const [index, { change, matchedBefore, matchesNow }] of matched.entries()) {
    const id = eventIdOf(change)
    const data = {
      eventId: id,
      documentId: change.documentId,
      transactionId,
      transition: matchesNow ? (matchedBefore ? 'update' : 'appear') : 'disappear',
      identity: change.author,
      ...(detail.includeMutations && {
        mutations: change.mutations.map((mutation) => toOutwardMutation(mutation, publicUrl)),
      }),
      ...(change.previousRev !== undefined && { previousRev: change.previousRev }),
      // A deletion has one, too: listeners chain events by it, and the Studio drops one that it cannot chain.
      resultRev: change.resultRev ?? transactionId,
      ...(detail.includeResult && change.after && { result: toOutward(change.after, publicUrl) }),
      ...(detail.includePrevious && change.before && { previous: toOutward(change.before, publicUrl) }),
      ...(detail.includeEffects && { effects: change.effects }),
      timestamp: change.timestamp,
      // Queries see every commit at once, so there is nothing to wait for.
      visibility: 'query',
      transactionTotalEvents: matched.length,
      transactionCurrentEvent: index,
    }
    yield { id, event: 'mutation', data, change }
  }
}

function toOutwardMutation(mutation: object, publicUrl: string): object {
  const outward = Object.entries(mutation).map(([kind, content]: [string, unknown]) => [
    kind,
    isDocument(content) ? toOutward(content, publicUrl) : content,
  ])
  return Object.fromEntries(outward)
}
