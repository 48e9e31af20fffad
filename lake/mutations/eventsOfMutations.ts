import type { DocumentEvent } from '../store/documentEvents.ts'
import { draftIdOf, publishedIdOf, releaseOf } from './documentIds.ts'
import type { StagedDocument } from './staging.ts'

/**
 * What mutations that came without an action mean to the timelines: an importer or the desk's worker makes
 * documents live, and a draft that ends as its document changes was published.
 */
export function eventsOfMutations(
  touched: readonly StagedDocument[],
  transactionId: string,
): DocumentEvent[] {
  const staged = new Map(touched.map((document) => [document.id, document]))
  return touched.flatMap(({ id, before, after }) => {
    if (!before && !after) return []
    const documentId = publishedIdOf(id)
    if (id === documentId) {
      const draft = staged.get(draftIdOf(id))
      if (after && draft?.before && !draft.after) return [published(id, draft.before, transactionId)]
      return [liveEvent(documentId, before !== undefined, after !== undefined, transactionId)]
    }
    const release = releaseOf(id)
    const releaseDetails = release === undefined ? {} : { releaseId: release }
    if (!before)
      return [version('createDocumentVersion', id, { versionRevisionId: transactionId, ...releaseDetails })]
    // The end of a draft whose document was written is told by `publishDocumentVersion`.
    if (after || staged.get(documentId)?.after) return []
    return [version('deleteDocumentVersion', id, { versionRevisionId: before._rev, ...releaseDetails })]
  })
}

function published(
  documentId: string,
  draft: { _id: string; _rev: string },
  revisionId: string,
): DocumentEvent {
  const details = { versionRevisionId: draft._rev, revisionId, publishCause: 'document.publish' }
  return { type: 'publishDocumentVersion', documentId, versionId: draft._id, details }
}

/** The event of a document that was made and never was a draft. */
export function createdEvent(documentId: string, revisionId: string): DocumentEvent {
  return liveEvent(documentId, false, true, revisionId)
}

function liveEvent(documentId: string, existed: boolean, exists: boolean, revisionId: string): DocumentEvent {
  if (!exists) return { type: 'deleteDocumentGroup', documentId, versionId: undefined, details: {} }
  const type = existed ? 'updateLiveDocument' : 'createLiveDocument'
  return { type, documentId, versionId: undefined, details: { revisionId } }
}

function version(type: string, id: string, details: Record<string, unknown>): DocumentEvent {
  return { type, documentId: publishedIdOf(id), versionId: id, details }
}
