import { z } from 'zod'
import type { SanityDocument } from '../context.ts'
import { releaseDocumentId } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { isRecord } from '../store/documents.ts'
import { type ActionContext, contentOf, recordCreation, recordDeletion } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { publishVersion, unpublishWithRelease } from './publishVersion.ts'

const finalStates = z.array(z.looseObject({ id: z.string() })).catch([])

export function createRelease(context: ActionContext, action: ActionOf<'release.create'>): void {
  const { releaseId, metadata } = action
  context.staging.create({
    _id: releaseDocumentId(releaseId),
    _type: 'system.release',
    name: releaseId,
    state: 'active',
    metadata: { releaseType: 'undecided', ...metadata },
  })
  recordRelease(context, 'createRelease', releaseId)
}

export function editRelease(context: ActionContext, action: ActionOf<'release.edit'>): void {
  requireRelease(context, action.releaseId, ['active'])
  context.staging.patch({ id: releaseDocumentId(action.releaseId), ...action.patch })
  recordRelease(context, 'editRelease', action.releaseId)
}

/** Publishes every version of the release at once; those marked for it are unpublished. */
export function publishRelease(context: ActionContext, releaseId: string): void {
  requireRelease(context, releaseId, ['active'])
  const versions = versionsOf(context, releaseId)
  for (const version of versions) {
    if (isRecord(version._system) && version._system.delete === true) unpublishWithRelease(context, version)
    else publishVersion(context, version._id, 'release.publish')
  }
  closeRelease(context, releaseId, { state: 'published', publishedAt: context.now }, versions)
  recordRelease(context, 'publishRelease', releaseId)
}

/** Puts a release away. Its versions are deleted and come back when it is unarchived. */
export function archiveRelease(context: ActionContext, releaseId: string): void {
  requireRelease(context, releaseId, ['active'])
  const versions = versionsOf(context, releaseId)
  for (const version of versions) {
    context.staging.delete(version._id)
    recordDeletion(context, version._id, version._rev)
  }
  closeRelease(context, releaseId, { state: 'archived' }, versions)
  recordRelease(context, 'archiveRelease', releaseId)
}

export function unarchiveRelease(context: ActionContext, releaseId: string): void {
  const release = requireRelease(context, releaseId, ['archived'])
  for (const { id } of finalStates.parse(release.finalDocumentStates)) {
    const version = context.readDeleted(id)
    if (!version || context.staging.read(id)) continue
    // `_system` stays: it may say that the document is to be unpublished.
    const { _system } = version
    context.staging.create({ ...contentOf(version, id), ...(_system === undefined ? {} : { _system }) })
    recordCreation(context, id)
  }
  const id = releaseDocumentId(releaseId)
  context.staging.patch({ id, set: { state: 'active' }, unset: ['finalDocumentStates'] })
  recordRelease(context, 'unarchiveRelease', releaseId)
}

export function deleteRelease(context: ActionContext, releaseId: string): void {
  requireRelease(context, releaseId, ['archived', 'published'])
  for (const version of versionsOf(context, releaseId)) context.staging.delete(version._id)
  context.staging.delete(releaseDocumentId(releaseId))
  recordRelease(context, 'deleteRelease', releaseId)
}

function requireRelease(
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

function versionsOf(context: ActionContext, releaseId: string): SanityDocument[] {
  return context.idsWithPrefix(`versions.${releaseId}.`).flatMap((id) => context.staging.read(id) ?? [])
}

function closeRelease(
  context: ActionContext,
  releaseId: string,
  fields: Record<string, unknown>,
  versions: readonly SanityDocument[],
): void {
  const finalDocumentStates = versions.map(({ _id }) => ({ _key: _id.replaceAll('.', '-'), id: _id }))
  context.staging.patch({ id: releaseDocumentId(releaseId), set: { ...fields, finalDocumentStates } })
}

function recordRelease(context: ActionContext, type: string, releaseName: string): void {
  const documentId = releaseDocumentId(releaseName)
  context.record({ type, documentId, versionId: documentId, details: { releaseName } })
}
