import { keyFields, keyOperations } from '../mutations/arrayKeys.ts'
import { draftIdOf, isDraftId, publishedIdOf } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { type ActionContext, contentOf, recordCreation, recordDeletion } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { publishVersion } from './publishVersion.ts'
import { requireOpenRelease, requireRoom } from './releaseRules.ts'

/** A new draft of what is not published, or a new version. */
export function createDocument(context: ActionContext, action: ActionOf<'document.create'>): void {
  const { attributes, publishedId, ifExists } = action
  requireGroup(attributes._id, publishedId)
  if (context.staging.read(attributes._id)) {
    if (ifExists === 'ignore') return
    throw failures.exists(attributes._id)
  }
  if (isDraftId(attributes._id) && context.staging.read(publishedId)) throw failures.exists(publishedId)
  requireRoom(context, attributes._id)
  context.staging.create(keyFields(attributes, context.newKey))
  recordCreation(context, attributes._id)
}

/** Changes a draft or version; the first edit makes it, as a copy of what is published. */
export function editDocument(context: ActionContext, action: ActionOf<'document.edit'>): void {
  const { draftId, publishedId, patch } = action
  requireGroup(draftId, publishedId)
  if (context.staging.read(draftId)) requireOpenRelease(context, draftId)
  else {
    const published = context.staging.require(publishedId)
    requireRoom(context, draftId)
    context.staging.create(contentOf(published, draftId))
    recordCreation(context, draftId)
  }
  context.staging.patch({ id: draftId, ...patch, ...keyOperations(patch, context.newKey) })
}

/** Puts other content in the place of a draft; there has to be one, or what is published. */
export function replaceDraft(context: ActionContext, action: ActionOf<'document.replaceDraft'>): void {
  const { attributes, publishedId } = action
  requireGroup(attributes._id, publishedId)
  const isNew = !context.staging.read(attributes._id)
  if (isNew) {
    context.staging.require(publishedId)
    requireRoom(context, attributes._id)
  } else requireOpenRelease(context, attributes._id)
  context.staging.createOrReplace(keyFields(attributes, context.newKey))
  if (isNew) recordCreation(context, attributes._id)
}

export function publishDocument(context: ActionContext, action: ActionOf<'document.publish'>): void {
  const { draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId } = action
  requireGroup(draftId, publishedId)
  requireOpenRelease(context, draftId)
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
  if (!draft) {
    requireRoom(context, draftId)
    context.staging.create(contentOf(published, draftId))
  }
  context.staging.delete(publishedId)
  context.record({
    type: 'unpublishDocument',
    documentId: publishedId,
    versionId: draftId,
    details: { versionRevisionId: draft?._rev ?? context.transactionId },
  })
}

/** Deletes a draft or version, on request with its history. @throws MutationFailure 404 when there is none */
export function discardVersion(
  context: ActionContext,
  versionId: string,
  purge: boolean | null | undefined,
): void {
  const version = context.staging.require(versionId)
  requireOpenRelease(context, versionId)
  context.staging.delete(versionId)
  recordDeletion(context, versionId, version._rev)
  if (purge) context.forget(versionId)
}

/**
 * Deletes what is published and the drafts and versions that are named, on request with their history; a draft
 * that is not named forbids it.
 */
export function deleteDocument(context: ActionContext, action: ActionOf<'document.delete'>): void {
  const { publishedId, includeDrafts, purge } = action
  for (const id of includeDrafts) {
    requireGroup(id, publishedId)
    if (context.staging.read(id)) requireOpenRelease(context, id)
  }
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
  if (purge) for (const id of new Set([publishedId, draftId, ...includeDrafts])) context.forget(id)
}

function requireGroup(versionId: string, publishedId: string): void {
  if (publishedIdOf(versionId) !== publishedId) {
    throw failures.invalid(`"${versionId}" is not a draft or version of "${publishedId}"`)
  }
}
