import { countryNames } from '../../sanity/queries/countries.ts'
import { relations } from '../../sanity/queries/relations.ts'
import type { RelationSummary } from '../model/article.ts'
import { toRelation } from '../model/toRelation.ts'
import { inOrder, loadDocuments } from './loadDocuments.ts'

/** Relations by id, in the order of the ids; those of which a country is not published are left out. */
export const loadRelations = async (ids: string[]): Promise<Map<string, RelationSummary>> => {
  const stored = await loadDocuments(relations, ids)
  const names = await loadDocuments(
    countryNames,
    [...stored.values()].flatMap((relation) => relation.countries),
  )
  const summaries = inOrder([...new Set(ids)], stored).flatMap((each) => toRelation(each, names) ?? [])
  return new Map(summaries.map((summary) => [summary.id, summary]))
}
