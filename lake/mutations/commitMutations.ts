import type { CommittedTransaction, Identity, LakeContext } from '../context.ts'
import { withArrayKeys } from './arrayKeys.ts'
import { commitTransaction } from './commitTransaction.ts'
import { eventsOfMutations } from './eventsOfMutations.ts'
import { MutationFailure, toLakeError } from './mutationFailure.ts'
import { parseMutations } from './parseMutations.ts'
import type { MutationResult } from './staging.ts'

export interface MutationRequest {
  dataset: string
  /** As they came over the wire; those by query already resolved to ids (`resolveQueries`). */
  mutations: unknown[]
  /** What history records: an identity's `id`. */
  author: string
  transactionId?: string
  /** Whose rights count; without one the lake itself is writing. */
  identity?: Identity
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
}

/**
 * Carries out mutations in one transaction and tells the bus. A transaction id that was used before is
 * answered with what it did then.
 *
 * @throws LakeError in the `mutationError` shape that Sanity's clients draw; 404 for an unknown dataset
 */
export function commitMutations(
  context: LakeContext,
  request: MutationRequest,
): CommittedTransaction & { results: MutationResult[] } {
  try {
    const parsed = parseMutations(request.mutations)
    const newKey = () => context.newId().slice(0, 12)
    const mutations = request.autoGenerateArrayKeys
      ? parsed.map((mutation) => withArrayKeys(mutation, newKey))
      : parsed
    const transactionId = request.transactionId ?? context.newId()
    const { outcome, ...committed } = commitTransaction(context, {
      dataset: request.dataset,
      author: request.author,
      transactionId,
      identity: request.identity,
      dryRun: request.dryRun ?? false,
      plan: (staging) => ({
        outcome: mutations.map((mutation, index) => atIndex(index, () => staging.apply(mutation))),
        events: eventsOfMutations(staging.touched, transactionId),
      }),
    })
    return { ...committed, results: outcome ?? committed.changes.map(toResult) }
  } catch (error) {
    if (error instanceof MutationFailure) throw toLakeError(error, 'mutationError')
    throw error
  }
}

/** Adds the place in the request to a failure that does not know it. */
export function atIndex<T>(index: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof MutationFailure) error.index ??= index
    throw error
  }
}

const operations = { appear: 'create', update: 'update', disappear: 'delete' } as const

function toResult(change: CommittedTransaction['changes'][number]): MutationResult {
  const document = change.after ?? change.before
  return { id: change.documentId, operation: operations[change.transition], ...(document && { document }) }
}
