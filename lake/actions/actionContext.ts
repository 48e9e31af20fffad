import type { SanityDocument } from '../context.ts'
import { publishedIdOf, releaseOf } from '../mutations/documentIds.ts'
import type { Content } from '../mutations/parseMutations.ts'
import type { Staging } from '../mutations/staging.ts'
import type { DocumentEvent } from '../store/documentEvents.ts'

/** What carrying out an action needs to know and may do. */
export interface ActionContext {
  staging: Staging
  transactionId: string
  /** ISO 8601. */
  now: string
  /** Ids of existing documents that begin so. */
  idsWithPrefix: (prefix: string) => string[]
  /** A document as it was before it was deleted. */
  readDeleted: (id: string) => SanityDocument | undefined
  /** Adds to the timeline. */
  record: (event: DocumentEvent) => void
}

/** A stored document as the content of a new one: without what the lake itself keeps about it. */
export function contentOf(document: SanityDocument, id: string): Content {
  const { _rev, _updatedAt, _system, ...content } = document
  return { ...content, _id: id, _type: document._type }
}

/** Tells that a draft or version has come to be. */
export function recordCreation(context: ActionContext, versionId: string): void {
  context.record({
    type: 'createDocumentVersion',
    documentId: publishedIdOf(versionId),
    versionId,
    details: { versionRevisionId: context.transactionId, ...releaseDetails(versionId) },
  })
}

/** Tells that a draft or version is gone. `revision` is its last. */
export function recordDeletion(context: ActionContext, versionId: string, revision: string): void {
  context.record({
    type: 'deleteDocumentVersion',
    documentId: publishedIdOf(versionId),
    versionId,
    details: { versionRevisionId: revision, ...releaseDetails(versionId) },
  })
}

export function releaseDetails(versionId: string): { releaseId?: string } {
  const releaseId = releaseOf(versionId)
  return releaseId === undefined ? {} : { releaseId }
}
