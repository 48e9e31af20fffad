import type { DatabaseSync } from 'node:sqlite'
import { isReadable, type Reach } from '../auth/access.ts'
import type { SanityDocument } from '../context.ts'
import { draftIdOf, publishedIdOf } from '../mutations/documentIds.ts'
import { readDocument, versionIdsOf } from '../store/documents.ts'

/** The other stored versions of a document that a caller may see: what is published, a draft, those of releases. */
export function versionsBeside(
  database: DatabaseSync,
  dataset: string,
  id: string,
  reach: Reach,
): SanityDocument[] {
  const publishedId = publishedIdOf(id)
  // Whoever sees no drafts looks through no perspective in which one could cover another.
  if (reach !== 'all') return []
  const ids = [publishedId, draftIdOf(publishedId), ...versionIdsOf(database, dataset, publishedId)]
  return ids
    .filter((other) => other !== id)
    .flatMap((other) => readDocument(database, dataset, other) ?? [])
    .filter((document) => isReadable(document, reach))
}
