import { z } from 'zod'
import type { MutationRequest } from '../../mutations/commitMutations.ts'
import { MutationFailure, toLakeError } from '../../mutations/mutationFailure.ts'
import { type Mutation, parseMutations } from '../../mutations/parseMutations.ts'
import { requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'

const identified = z.object({ _id: z.string() })
const selection = z.union([z.array(z.unknown()), identified.transform((document) => [document]), z.null()])

interface Resolved {
  mutations: unknown[]
  /** The change up to which the queries saw the dataset; undefined when there were none. */
  seq: number | undefined
}

/**
 * Turns mutations by query into mutations by id. The queries run in a worker, within their budget, and
 * all of them see the dataset as it was before the transaction.
 */
export async function resolveQueries(services: DataServices, request: MutationRequest): Promise<Resolved> {
  const mutations = parse(request.mutations)
  if (!mutations.some(selects)) return { mutations: request.mutations, seq: undefined }
  let seq: number | undefined
  const resolved: unknown[] = []
  for (const mutation of mutations) {
    if ('delete' in mutation && 'query' in mutation.delete) {
      const found = await select(services, request, mutation.delete)
      seq = Math.min(seq ?? found.seq, found.seq)
      resolved.push(...found.ids.map((id) => ({ delete: { id } })))
    } else if ('patch' in mutation && 'query' in mutation.patch) {
      const { query, params, ...operations } = mutation.patch
      const found = await select(services, request, { query, params })
      seq = Math.min(seq ?? found.seq, found.seq)
      resolved.push(...found.ids.map((id) => ({ patch: { id, ...operations } })))
    } else resolved.push(mutation)
  }
  return { mutations: resolved, seq }
}

function selects(mutation: Mutation): boolean {
  return (
    ('delete' in mutation && 'query' in mutation.delete) || ('patch' in mutation && 'query' in mutation.patch)
  )
}

async function select(
  { context, workers }: DataServices,
  request: MutationRequest,
  { query, params }: { query: string; params?: Record<string, unknown> | undefined },
) {
  const dataset = requireDataset(context.database, request.dataset)
  const answer = await workers.query({
    dataset: dataset.name,
    query,
    params: params ?? {},
    perspective: 'raw',
    reach: 'all',
    identity: request.author,
    now: context.now(),
    sourceMap: 'none',
  })
  const found = selection.catch(null).parse(JSON.parse(answer.result)) ?? []
  const ids = found.flatMap((document) => identified.safeParse(document).data?._id ?? [])
  return { ids: [...new Set(ids)], seq: answer.seq }
}

function parse(mutations: unknown[]): Mutation[] {
  try {
    return parseMutations(mutations)
  } catch (error) {
    throw error instanceof MutationFailure ? toLakeError(error, 'mutationError') : error
  }
}
