import type { Identity, LakeContext } from '../context.ts'
import { atIndex } from '../mutations/commitMutations.ts'
import { commitTransaction, type TransactionOutcome } from '../mutations/commitTransaction.ts'
import { MutationFailure, toLakeError } from '../mutations/mutationFailure.ts'
import type { DocumentEvent } from '../store/documentEvents.ts'
import { lastBodyOf } from '../store/documentHistory.ts'
import { idsWithPrefix } from '../store/documents.ts'
import { addPurge, purgeHistories } from '../store/purges.ts'
import type { ActionContext } from './actionContext.ts'
import { carryOut } from './carryOut.ts'
import { parseActions } from './parseActions.ts'

export interface ActionRequest {
  dataset: string
  actions: unknown[]
  identity: Identity
  transactionId: string | undefined
  dryRun: boolean
}

/**
 * Carries out actions in one transaction, and adds what they mean to the documents' timelines.
 *
 * @throws LakeError in the `actionError` shape; 404 for an unknown dataset, 501 for actions that are not carried out
 */
export function commitActions(context: LakeContext, request: ActionRequest): TransactionOutcome<undefined> {
  const { dataset, identity, dryRun } = request
  try {
    const actions = parseActions(request.actions)
    return runActions(context, {
      dataset,
      author: identity.id,
      identity,
      dryRun,
      transactionId: request.transactionId ?? context.newId(),
      work: (scope) => {
        actions.forEach((action, index) => {
          atIndex(index, () => carryOut(scope, action))
        })
      },
    })
  } catch (error) {
    throw error instanceof MutationFailure ? toLakeError(error, 'actionError') : error
  }
}

export interface ActionRun {
  dataset: string
  author: string
  /** Whose rights count; without one the lake itself is at work. */
  identity: Identity | undefined
  transactionId: string
  dryRun: boolean
  work: (scope: ActionContext) => void
}

/** One transaction of actions. @throws MutationFailure, HttpError 404 */
export function runActions(context: LakeContext, run: ActionRun): TransactionOutcome<undefined> {
  const { database } = context
  const { dataset, transactionId, work, ...request } = run
  const forgotten: string[] = []
  const committed = commitTransaction(context, {
    ...request,
    dataset,
    transactionId,
    plan: (staging) => {
      const events: DocumentEvent[] = []
      work({
        staging,
        transactionId,
        now: new Date(context.now()).toISOString(),
        idsWithPrefix: (prefix) => idsWithPrefix(database, dataset, prefix),
        readDeleted: (id) => lastBodyOf(database, dataset, id),
        record: (event) => events.push(event),
        forget: (id) => forgotten.push(id),
        newKey: () => context.newId().slice(0, 12),
      })
      // In the same transaction: a lake that is killed now finds it when it starts again.
      if (!run.dryRun) for (const id of forgotten) addPurge(database, dataset, id, transactionId)
      return { outcome: undefined, events }
    },
  })
  if (forgotten.length > 0 && !run.dryRun) purgeHistories(database)
  return committed
}
