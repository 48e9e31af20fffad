import { draftIdOf, publishedIdOf } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { type ActionContext, contentOf, recordCreation, recordDeletion } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { publishVersion } from './publishVersion.ts'

export function createDocument(context: ActionContext, action: ActionOf<'document.create'>): void {
  const { attributes, publishedId, ifExists } = action
  requireGroup(attributes._id, publishedId)
  if (context.staging.read(attributes._id)) {
    if (ifExists === 'ignore') return
    throw failures.exists(attributes._id)
  }
  context.staging.create(attributes)
  recordCreation(context, attributes._id)
}

/** Changes a draft or version; the first edit makes it, as a copy of what is published. */
export function editDocument(context: ActionContext, action: ActionOf<'document.edit'>): void {
  const { draftId, publishedId, patch } = action
  requireGroup(draftId, publishedId)
  if (!context.staging.read(draftId)) {
    context.staging.create(contentOf(context.staging.require(publishedId), draftId))
    recordCreation(context, draftId)
  }
  context.staging.patch({ id: draftId, ...patch })
}

export function replaceDraft(context: ActionContext, action: ActionOf<'document.replaceDraft'>): void {
  const { attributes, publishedId } = action
  requireGroup(attributes._id, publishedId)
  const isNew = !context.staging.read(attributes._id)
  if (isNew) context.staging.require(publishedId)
  context.staging.createOrReplace(attributes)
  if (isNew) recordCreation(context, attributes._id)
}

export function publishDocument(context: ActionContext, action: ActionOf<'document.publish'>): void {
  const { draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId } = action
  requireGroup(draftId, publishedId)
  if (ifDraftRevisionId) context.staging.requireRevision(draftId, ifDraftRevisionId)
  if (ifPublishedRevisionId) context.staging.requireRevision(publishedId, ifPublishedRevisionId)
  publishVersion(context, draftId, 'document.publish')
}

/** Takes a document back: it lives on as a draft. */
export function unpublishDocument(context: ActionContext, action: ActionOf<'document.unpublish'>): void {
  const { draftId, publishedId } = action
  requireGroup(draftId, publishedId)
  const published = context.staging.require(publishedId)
  const draft = context.staging.read(draftId)
  if (!draft) context.staging.create(contentOf(published, draftId))
  context.staging.delete(publishedId)
  context.record({
    type: 'unpublishDocument',
    documentId: publishedId,
    versionId: draftId,
    details: { versionRevisionId: draft?._rev ?? context.transactionId },
  })
}

/** Deletes a draft or version. @throws MutationFailure 404 when there is none */
export function discardVersion(context: ActionContext, versionId: string): void {
  const version = context.staging.require(versionId)
  context.staging.delete(versionId)
  recordDeletion(context, versionId, version._rev)
}

/** Deletes what is published and the drafts and versions that are named; a draft that is not named forbids it. */
export function deleteDocument(context: ActionContext, action: ActionOf<'document.delete'>): void {
  const { publishedId, includeDrafts } = action
  for (const id of includeDrafts) requireGroup(id, publishedId)
  const draftId = draftIdOf(publishedId)
  if (!includeDrafts.includes(draftId) && context.staging.read(draftId)) {
    throw failures.invalid(`Document "${publishedId}" has a draft that is not included in the deletion`)
  }
  const present = [publishedId, ...includeDrafts].filter((id) => context.staging.read(id))
  if (present.length === 0) throw failures.notFound(publishedId)
  for (const id of present) context.staging.delete(id)
  context.record({
    type: 'deleteDocumentGroup',
    documentId: publishedId,
    versionId: present.find((id) => id !== publishedId),
    details: {},
  })
}

function requireGroup(versionId: string, publishedId: string): void {
  if (publishedIdOf(versionId) !== publishedId) {
    throw failures.invalid(`"${versionId}" is not a draft or version of "${publishedId}"`)
  }
}
