import type { SanityDocument } from '../context.ts'
import { releaseDocumentId } from '../mutations/documentIds.ts'
import { isRecord } from '../store/documents.ts'
import type { ActionContext } from './actionContext.ts'
import { publishVersion, unpublishWithRelease } from './publishVersion.ts'
import { recordRelease, requireRelease, versionsOf } from './releaseRules.ts'

/** Publishes every version of the release at once; those marked for it are unpublished. */
export function publishRelease(
  context: ActionContext,
  releaseId: string,
  cause: 'release.publish' | 'release.schedule' = 'release.publish',
): void {
  requireRelease(context, releaseId, [cause === 'release.schedule' ? 'scheduled' : 'active'])
  const versions = versionsOf(context, releaseId)
  for (const version of versions) {
    if (isRecord(version._system) && version._system.delete === true) unpublishWithRelease(context, version)
    else publishVersion(context, version._id, cause)
  }
  closeRelease(context, releaseId, { state: 'published', publishedAt: context.now }, versions)
  recordRelease(context, 'publishRelease', releaseId)
}

/** Ends a release, which remembers what it held. */
export function closeRelease(
  context: ActionContext,
  releaseId: string,
  fields: Record<string, unknown>,
  versions: readonly SanityDocument[],
): void {
  const finalDocumentStates = versions.map(({ _id }) => ({ _key: _id.replaceAll('.', '-'), id: _id }))
  const id = releaseDocumentId(releaseId)
  context.staging.patch({ id, set: { ...fields, finalDocumentStates }, unset: ['error'] })
}
