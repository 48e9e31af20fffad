import { z } from 'zod'
import type { SanityDocument } from '../../context.ts'
import type { MutationRequest } from '../../mutations/commitMutations.ts'
import { MutationFailure, toLakeError } from '../../mutations/mutationFailure.ts'
import { type Mutation, parseMutations } from '../../mutations/parseMutations.ts'
import { type StagedDocument, Staging } from '../../mutations/staging.ts'
import { requireDataset } from '../../store/datasets.ts'
import { isRecord } from '../../store/isRecord.ts'
import { toOutward } from '../../store/outward.ts'
import type { DataServices } from './dataServices.ts'

const identified = z.object({ _id: z.string() })
const selection = z.union([z.array(z.unknown()), identified.transform((document) => [document]), z.null()])

interface Resolved {
  mutations: unknown[]
  /** Where each of them stood in the request. */
  places: number[]
  /** The change up to which the queries saw the dataset; undefined when there were none. */
  seq: number | undefined
}

interface Selector {
  query: string
  params?: Record<string, unknown> | undefined
}

/**
 * Turns mutations by query into mutations by id. The queries run in a process of their own, within their budget. Each finds
 * the documents as the mutations before it in the same request leave them; only what else it asks for (other
 * documents behind references and in sub-queries, an order, a slice) is as it was before the transaction.
 */
export async function resolveQueries(services: DataServices, request: MutationRequest): Promise<Resolved> {
  if (!request.mutations.some(asksByQuery)) {
    return { mutations: request.mutations, places: [...request.mutations.keys()], seq: undefined }
  }
  const asked = parse(request.mutations)
  const { newId } = services.context
  const resolved: Resolved = { mutations: [], places: [], seq: undefined }
  const before: Mutation[] = []
  for (const [place, given] of asked.entries()) {
    const mutation = withId(given, newId)
    const selector = selectorOf(mutation)
    const made = selector ? await resolve(selector, mutation) : [mutation]
    before.push(...made)
    resolved.places.push(...made.map(() => place))
  }
  return { ...resolved, mutations: before }

  async function resolve(selector: Selector, mutation: Mutation): Promise<Mutation[]> {
    const found = await select(services, request, selector)
    resolved.seq = Math.min(resolved.seq ?? found.seq, found.seq)
    const touched = stage(services, request, before)
    const matching = await matchTouched(services, request, selector, touched)
    const untouched = found.ids.filter((id) => !touched.some((document) => document.id === id))
    return [...untouched, ...matching].map((id) => byId(mutation, id))
  }
}

/** Told without a look at what documents hold: mutations by id are parsed when they are committed. */
function asksByQuery(mutation: unknown): boolean {
  const what = isRecord(mutation) ? (mutation.patch ?? mutation.delete) : undefined
  return isRecord(what) && 'query' in what
}

function selectorOf(mutation: Mutation): Selector | undefined {
  if ('delete' in mutation) return 'query' in mutation.delete ? mutation.delete : undefined
  return 'patch' in mutation && 'query' in mutation.patch ? mutation.patch : undefined
}

function byId(mutation: Mutation, id: string): Mutation {
  if (!('patch' in mutation)) return { delete: { id } }
  const { query: _query, params: _params, ...operations } = { query: '', params: {}, ...mutation.patch }
  return { patch: { ...operations, id } }
}

/** A document that is yet to be made keeps its id from here on: a later query may find it. */
function withId(mutation: Mutation, newId: () => string): Mutation {
  if (!('create' in mutation)) return mutation
  const { _id = '' } = mutation.create
  if (_id !== '' && !_id.endsWith('.')) return mutation
  return { create: { ...mutation.create, _id: `${_id}${newId()}` } }
}

/** What mutations would make of the documents that they touch. One that fails is left for the commit to refuse. */
function stage(
  { context }: DataServices,
  request: MutationRequest,
  mutations: readonly Mutation[],
): StagedDocument[] {
  const { database, newId, now } = context
  const staging = new Staging({
    database,
    dataset: request.dataset,
    transactionId: request.transactionId ?? 'staged',
    timestamp: new Date(now()).toISOString(),
    newId,
  })
  try {
    for (const mutation of mutations) staging.apply(mutation)
  } catch (error) {
    if (!(error instanceof MutationFailure)) throw error
  }
  return staging.touched
}

async function matchTouched(
  { context, processes }: DataServices,
  request: MutationRequest,
  { query, params = {} }: Selector,
  touched: readonly StagedDocument[],
): Promise<string[]> {
  const left = touched.flatMap(({ after }) => (after ? [after] : []))
  if (left.length === 0) return []
  const matches = await processes.match({
    dataset: request.dataset,
    query,
    params,
    identity: request.author,
    documents: left.map((document) => toOutward(document, context.publicUrl)),
    now: context.now(),
  })
  return left.filter((_document: SanityDocument, index) => matches[index]).map(({ _id }) => _id)
}

async function select(
  { context, processes }: DataServices,
  request: MutationRequest,
  { query, params = {} }: Selector,
) {
  const dataset = requireDataset(context.database, request.dataset)
  const answer = await processes.query({
    dataset: dataset.name,
    query,
    params,
    perspective: 'raw',
    reach: 'all',
    identity: request.author,
    now: context.now(),
    sourceMap: 'none',
  })
  const found = selection.catch(null).parse(JSON.parse(new TextDecoder().decode(answer.result))) ?? []
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
