import type { SanityDocument } from '../context.ts'
import { releaseDocumentId, releaseOf } from '../mutations/documentIds.ts'
import { limits } from '../mutations/limits.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { isRecord } from '../store/documents.ts'
import type { ActionContext } from './actionContext.ts'

/** The release, in one of these states. @throws MutationFailure 404, 400 */
export function requireRelease(
  context: ActionContext,
  releaseId: string,
  states: readonly string[],
): SanityDocument {
  const release = context.staging.require(releaseDocumentId(releaseId))
  if (!states.includes(String(release.state))) {
    throw failures.invalid(
      `Release "${releaseId}" is ${String(release.state)}; it would have to be ${states.join(' or ')}`,
    )
  }
  return release
}

/** The versions in a release, as they stand in this transaction. */
export function versionsOf(context: ActionContext, releaseId: string): SanityDocument[] {
  return [...versionIds(context, releaseId)].flatMap((id) => context.staging.read(id) ?? [])
}

/**
 * A release lets its documents be changed while it is active. A version that has lost its release, or never had
 * one, is nobody's to lock.
 *
 * @throws MutationFailure 409, 400
 */
export function requireOpenRelease(context: ActionContext, versionId: string): SanityDocument | undefined {
  const releaseId = releaseOf(versionId)
  const release = releaseId === undefined ? undefined : context.staging.read(releaseDocumentId(releaseId))
  if (releaseId === undefined || !release) return undefined
  if (release.state === 'scheduled') throw failures.locked(versionId, releaseId)
  if (release.state !== 'active') {
    throw failures.invalid(`Release "${releaseId}" is ${String(release.state)} and takes no more documents`)
  }
  return release
}

/** One document for the release of one, a thousand for any other. @throws MutationFailure 400, 404 */
export function requireRoom(context: ActionContext, versionId: string): void {
  const releaseId = releaseOf(versionId)
  if (releaseId === undefined) return
  const release = context.staging.require(releaseDocumentId(releaseId))
  requireOpenRelease(context, versionId)
  const others = versionsOf(context, releaseId).filter(({ _id }) => _id !== versionId).length
  const isForOne = isRecord(release.metadata) && release.metadata.cardinality === 'one'
  if (isForOne && others > 0) {
    throw failures.invalid(`Release "${releaseId}" has cardinality "one" and holds its document already`)
  }
  if (others >= limits.documentsInRelease) {
    throw failures.invalid(
      `Release "${releaseId}" holds ${others} documents; the limit is ${limits.documentsInRelease} documents in a release`,
    )
  }
}

/** Adds to the release's own timeline. */
export function recordRelease(
  context: ActionContext,
  type: string,
  releaseName: string,
  details: Record<string, unknown> = {},
): void {
  const documentId = releaseDocumentId(releaseName)
  context.record({ type, documentId, versionId: documentId, details: { releaseName, ...details } })
}

/** Stored ones and those that this transaction has made. */
function versionIds(context: ActionContext, releaseId: string): Set<string> {
  const prefix = `versions.${releaseId}.`
  const made = context.staging.touched.map(({ id }) => id).filter((id) => id.startsWith(prefix))
  return new Set([...context.idsWithPrefix(prefix), ...made])
}
