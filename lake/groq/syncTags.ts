import type { DocumentChange } from '../context.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import type { CompiledQuery } from './compiledQuery.ts'
import type { Evaluation } from './evaluateQuery.ts'

/** The tag that every change carries: a missed tag would mean a page that never changes. */
const anything = 's1:all'
const mostMissingIds = 20

const typeTag = (type: string) => `s1:type:${type}`
const documentTag = (id: string) => `s1:doc:${id}`

/** What must change for the answer to a query to change: types and ids it selects by, and the types it followed. */
export function syncTagsOf(query: CompiledQuery, evaluation: Evaluation): string[] {
  if (query.readsEverything || evaluation.missingIds.size > mostMissingIds) return [anything]
  const selected = query.sources.flatMap(({ fixed }) => {
    const ids = fixed.find(({ way }) => way === 'id')
    if (ids) return ids.strings.map((id) => documentTag(publishedIdOf(id)))
    return (fixed.find(({ way }) => way === 'type')?.strings ?? []).map(typeTag)
  })
  const followed = [...evaluation.followedTypes].map(typeTag)
  const missing = [...evaluation.missingIds].map((id) => documentTag(publishedIdOf(id)))
  return [...new Set([...selected, ...followed, ...missing])].sort()
}

/** The tags of a change, in the same words. */
export function tagsOfChange({ documentId, before, after }: DocumentChange): string[] {
  const types = [before?._type, after?._type].filter((type) => type !== undefined)
  return [anything, documentTag(publishedIdOf(documentId)), ...new Set(types.map(typeTag))]
}
