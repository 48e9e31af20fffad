import { publishedIdOf, releaseDocumentId, releaseOf } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { type ActionContext, contentOf, recordCreation } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'

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
  requireOpenRelease(context, content._id)
  context.staging.create(content)
  recordCreation(context, content._id)
}

export function replaceVersion(context: ActionContext, action: ActionOf<'document.version.replace'>): void {
  const { document } = action
  const existed = context.staging.read(document._id) !== undefined
  requireOpenRelease(context, document._id)
  context.staging.createOrReplace(document)
  if (!existed) recordCreation(context, document._id)
}

/** Marks that the document will be taken back when the release is published. */
export function unpublishVersion(
  context: ActionContext,
  action: ActionOf<'document.version.unpublish'>,
): void {
  const { versionId, publishedId } = action
  requireOpenRelease(context, versionId)
  if (!context.staging.read(versionId)) {
    context.staging.create(contentOf(context.staging.require(publishedId), versionId))
    recordCreation(context, versionId)
  }
  context.staging.patch({ id: versionId, set: { '_system.delete': true } })
}

/** A release that is published or archived takes no more documents. */
function requireOpenRelease(context: ActionContext, versionId: string): void {
  const release = releaseOf(versionId)
  if (release === undefined) return
  const document = context.staging.require(releaseDocumentId(release))
  if (document.state !== 'active') {
    throw failures.invalid(`Release "${release}" is ${String(document.state)} and takes no more documents`)
  }
}
