import { isReadable, type Reach } from '../auth/access.ts'
import type { DocumentChange, LakeContext, SanityDocument } from '../context.ts'
import { compileFilter } from '../groq/compileQuery.ts'
import { isCheapFilter, matchesFilter } from '../groq/matchesFilter.ts'
import type { QueryWorkers } from '../groq/queryWorkers.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import { toOutward } from '../store/outward.ts'
import type { MatchedChange } from './mutationEvents.ts'

interface FilterOptions {
  context: LakeContext
  workers: QueryWorkers
  dataset: string
  query: string
  params: Record<string, unknown>
  identity: string
  reach: Reach
  /** Drafts and versions, too; without it only what is published. */
  allVersions: boolean
}

/** Picks from a transaction the changes that a listener's query is about and its caller may see. */
export type DocumentFilter = (changes: readonly DocumentChange[]) => Promise<MatchedChange[]>

/**
 * A filter for changes. Simple queries, as the Studio's are, are answered here and now; others go to a
 * query worker, where they have a budget.
 *
 * @throws LakeError 400 for a query that cannot be parsed
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
    if (relevant.length === 0) return []
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

function createMatcher({ context, workers, dataset, query, params, identity }: FilterOptions): Matcher {
  const filter = compileFilter(query, params)
  if (filter.tree.type === 'Everything') {
    return async (documents) => documents.map((document) => document !== undefined)
  }
  if (!isCheapFilter(filter)) {
    return (documents) => workers.match({ dataset, query, params, identity, documents, now: context.now() })
  }
  const sanity = { projectId: context.projectId, dataset }
  return async (documents) => {
    const scope = { params, identity, sanity, now: new Date(context.now()) }
    return documents.map((document) => document !== undefined && matchesFilter(filter, document, scope))
  }
}
