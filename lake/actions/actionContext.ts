import type { SanityDocument } from '../context.ts'
import { publishedIdOf, releaseDocumentId, releaseOf } from '../mutations/documentIds.ts'
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
  /** Has a document's history forgotten once this transaction, which deletes it, is committed. */
  forget: (id: string) => void
  /** A key for an object in a list. */
  newKey: () => string
}

/** A stored document as the content of a new one: without what the lake itself keeps about it. */
export function contentOf(document: SanityDocument, id: string): Content {
  const { _rev, _updatedAt, _system, ...content } = document
  return { ...content, _id: id, _type: document._type }
}

/** Tells that a draft or version has come to be. */
export function recordCreation(context: ActionContext, versionId: string): void {
  const details = { versionRevisionId: context.transactionId, ...releaseDetails(versionId) }
  const documentId = publishedIdOf(versionId)
  context.record({ type: 'createDocumentVersion', documentId, versionId, details })
  recordInRelease(context, 'addDocumentToRelease', versionId, details)
}

/** Tells that a draft or version is gone. `revision` is its last. */
export function recordDeletion(context: ActionContext, versionId: string, revision: string): void {
  const details = { versionRevisionId: revision, ...releaseDetails(versionId) }
  const documentId = publishedIdOf(versionId)
  context.record({ type: 'deleteDocumentVersion', documentId, versionId, details })
  recordInRelease(context, 'discardDocumentFromRelease', versionId, details)
}

/** The timeline of a release also tells of the documents that come into it and leave it. */
function recordInRelease(context: ActionContext, type: string, versionId: string, details: object): void {
  const releaseName = releaseOf(versionId)
  if (releaseName === undefined) return
  const release = releaseDocumentId(releaseName)
  const about = { ...details, releaseName, versionId, documentId: publishedIdOf(versionId) }
  context.record({ type, documentId: release, versionId: release, details: about })
}

export function releaseDetails(versionId: string): { releaseId?: string } {
  const releaseId = releaseOf(versionId)
  return releaseId === undefined ? {} : { releaseId }
}
