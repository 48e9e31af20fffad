import { keyFields } from '../mutations/arrayKeys.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { type ActionContext, contentOf, recordCreation } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { requireOpenRelease, requireRoom } from './releaseRules.ts'

/** A new version: from content that came along, or as a copy of another version. */
export function createVersion(context: ActionContext, action: ActionOf<'document.version.create'>): void {
  const { document, baseId, versionId, ifBaseRevisionId, publishedId } = action
  if (ifBaseRevisionId && baseId) context.staging.requireRevision(baseId, ifBaseRevisionId)
  const content =
    document ?? (baseId && versionId ? contentOf(context.staging.require(baseId), versionId) : undefined)
  if (!content?._id) throw failures.invalid('A version needs a "document", or a "baseId" and a "versionId"')
  if (publishedIdOf(content._id) !== publishedId) {
    throw failures.invalid(`"${content._id}" is not a version of "${publishedId}"`)
  }
  requireRoom(context, content._id)
  context.staging.create(keyFields(content, context.newKey))
  recordCreation(context, content._id)
}

/** Puts other content in the place of a version. @throws MutationFailure 404 when there is none */
export function replaceVersion(context: ActionContext, action: ActionOf<'document.version.replace'>): void {
  const { document } = action
  requireOpenRelease(context, document._id)
  context.staging.require(document._id)
  context.staging.createOrReplace(keyFields(document, context.newKey))
}

/** Marks that the document will be taken back when the release is published. */
export function unpublishVersion(
  context: ActionContext,
  action: ActionOf<'document.version.unpublish'>,
): void {
  const { versionId, publishedId } = action
  if (publishedIdOf(versionId) !== publishedId) {
    throw failures.invalid(`"${versionId}" is not a version of "${publishedId}"`)
  }
  if (context.staging.read(versionId)) requireOpenRelease(context, versionId)
  else {
    requireRoom(context, versionId)
    context.staging.create(contentOf(context.staging.require(publishedId), versionId))
    recordCreation(context, versionId)
  }
  context.staging.patch({ id: versionId, set: { '_system.delete': true } })
}
