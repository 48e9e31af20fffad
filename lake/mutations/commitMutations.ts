import { z } from 'zod'
import type { CommittedTransaction, Identity, LakeContext } from '../context.ts'
import { readResults } from '../store/transactions.ts'
import { withArrayKeys } from './arrayKeys.ts'
import { commitTransaction } from './commitTransaction.ts'
import { eventsOfMutations } from './eventsOfMutations.ts'
import { MutationFailure, toLakeError } from './mutationFailure.ts'
import { parseMutations } from './parseMutations.ts'
import type { MutationResult } from './staging.ts'

const storedResults = z.array(
  z.object({ id: z.string(), operation: z.enum(['create', 'update', 'delete', 'none']) }),
)

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
  /** Where each mutation stood in the request; without it, where it stands. */
  places?: readonly number[]
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
      plan: (staging) => {
        const results = mutations.map((mutation, index) =>
          atIndex(request.places?.[index] ?? index, () => staging.apply(mutation)),
        )
        return {
          outcome: results,
          events: eventsOfMutations(staging.touched, transactionId),
          // Only an id that the client has chosen can come again.
          results: request.transactionId
            ? results.map(({ id, operation }) => ({ id, operation }))
            : undefined,
        }
      },
    })
    return { ...committed, results: withDocuments(outcome ?? earlierResults(context, committed), committed) }
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

/** What the transaction was answered when it was carried out. */
function earlierResults(
  { database }: LakeContext,
  { dataset, transactionId, changes }: CommittedTransaction,
): Omit<MutationResult, 'document'>[] {
  const stored = readResults(database, dataset, transactionId)
  return stored === undefined ? changes.map(toResult) : storedResults.parse(JSON.parse(stored))
}

/** With the document as the transaction left it; of a deletion, and of one that was left alone, as it was. */
function withDocuments(
  results: readonly MutationResult[],
  { changes }: CommittedTransaction,
): MutationResult[] {
  const changed = new Map(changes.map((change) => [change.documentId, change.after ?? change.before]))
  return results.map((result) => {
    const document = changed.get(result.id) ?? result.document
    return { ...result, ...(document && { document }) }
  })
}

const operations = { appear: 'create', update: 'update', disappear: 'delete' } as const

function toResult(change: CommittedTransaction['changes'][number]): MutationResult {
  return { id: change.documentId, operation: operations[change.transition] }
}
