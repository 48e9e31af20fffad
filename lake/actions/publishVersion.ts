import type { SanityDocument } from '../context.ts'
import { publishedIdOf } from '../mutations/documentIds.ts'
import { isRecord } from '../store/documents.ts'
import { type ActionContext, contentOf, releaseDetails } from './actionContext.ts'

/** Makes a draft or version the published document, which keeps the day it was first made. */
export function publishVersion(
  context: ActionContext,
  versionId: string,
  publishCause: 'document.publish' | 'release.publish' | 'release.schedule',
): void {
  const { staging } = context
  const version = staging.require(versionId)
  const publishedId = publishedIdOf(versionId)
  const { _createdAt } = staging.read(publishedId) ?? version
  staging.createOrReplace({ ...strengthened(contentOf(version, publishedId)), _createdAt })
  staging.delete(versionId)
  context.record({
    type: 'publishDocumentVersion',
    documentId: publishedId,
    versionId,
    details: {
      versionRevisionId: version._rev,
      revisionId: context.transactionId,
      publishCause,
      ...releaseDetails(versionId),
    },
  })
}

/** Carries out what a version in a release says about a document that will be taken back. */
export function unpublishWithRelease(context: ActionContext, version: SanityDocument): void {
  const publishedId = publishedIdOf(version._id)
  context.staging.delete(publishedId)
  context.staging.delete(version._id)
  context.record({
    type: 'unpublishDocument',
    documentId: publishedId,
    versionId: version._id,
    details: { versionRevisionId: version._rev, ...releaseDetails(version._id) },
  })
}

/** A draft may point at drafts, weakly; published, such a reference holds unless its field is weak by design. */
function strengthened<T extends Record<string, unknown>>(fields: T): T {
  const strong = Object.entries(fields).map(([name, value]) => [name, strengthenValue(value)] as const)
  return { ...fields, ...Object.fromEntries(strong) }
}

function strengthenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenValue)
  if (!isRecord(value)) return value
  const { _strengthenOnPublish: wish, ...rest } = value
  if (typeof value._ref !== 'string' || !isRecord(wish)) return strengthened(value)
  if (wish.weak === true) return rest
  const { _weak, ...reference } = rest
  return reference
}
