import { isReadable, type Reach } from '../auth/access.ts'
import type { DocumentChange, LakeContext, SanityDocument } from '../context.ts'
import { isCheapFilter, matchesFilter } from '../groq/matchesFilter.ts'
import { compileFilter } from '../groq/plan/compileQuery.ts'
import { longestLightQuery } from '../groq/queryLimits.ts'
import type { QueryProcesses } from '../groq/queryProcesses.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import { toOutward } from '../store/outward.ts'
import type { MatchedChange } from './mutationEvents.ts'

interface FilterOptions {
  context: LakeContext
  processes: QueryProcesses
  dataset: string
  query: string
  params: Record<string, unknown>
  identity: string
  /** Whose share of the query processes it takes. */
  caller: string
  reach: Reach
  /** Drafts and versions, too; without it only what is published. */
  allVersions: boolean
}

/**
 * Picks from a transaction the changes that a listener's query is about and its caller may see. Without any changes it
 * only looks whether the query can be understood, for a long one is not parsed before.
 */
export type DocumentFilter = (changes: readonly DocumentChange[]) => Promise<MatchedChange[]>

/**
 * A filter for changes. Simple queries, as the Studio's are, are answered here and now; others go to a
 * query process, where they have a budget: parsing alone can take minutes.
 *
 * @throws LakeError 400 for a short query that cannot be parsed; for a long one the filter throws it
 */
export function createDocumentFilter(options: FilterOptions): DocumentFilter {
  const { context, reach, allVersions } = options
  const match = createMatcher(options)
  return async (changes) => {
    const candidates = changes.map((change) => ({
      change,
      before: visible(change.before),
      after: visible(change.after),
    }))
    const relevant = candidates.filter(({ before, after }) => before ?? after)
    if (relevant.length === 0 && changes.length > 0) return []
    const matches = await match(relevant.flatMap(({ before, after }) => [before, after]))
    return relevant
      .map(({ change }, index) => ({
        change,
        matchedBefore: matches[2 * index] ?? false,
        matchesNow: matches[2 * index + 1] ?? false,
      }))
      .filter(({ matchedBefore, matchesNow }) => matchedBefore || matchesNow)
  }

  function visible(document: SanityDocument | undefined): SanityDocument | undefined {
    if (!document || !isReadable(document, reach)) return undefined
    const isShown = allVersions || publishedIdOf(document._id) === document._id
    return isShown ? toOutward(document, context.publicUrl) : undefined
  }
}

type Matcher = (documents: (SanityDocument | undefined)[]) => Promise<boolean[]>

function createMatcher({
  context,
  processes,
  dataset,
  query,
  params,
  identity,
  caller,
}: FilterOptions): Matcher {
  const inProcess: Matcher = (documents) =>
    processes.match({ dataset, query, params, identity, caller, documents, now: context.now() })
  if (query.length > longestLightQuery) return inProcess
  const filter = compileFilter(query, params)
  if (filter.type === 'Everything') {
    return async (documents) => documents.map((document) => document !== undefined)
  }
  if (!isCheapFilter(filter)) return inProcess
  const sanity = { projectId: context.projectId, dataset }
  return async (documents) => {
    const scope = { identity, sanity, now: new Date(context.now()) }
    return documents.map((document) => document !== undefined && matchesFilter(filter, document, scope))
  }
}
