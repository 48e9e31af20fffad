import { z } from 'zod'
import { releaseDocumentId } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import type { PatchOperations } from '../mutations/parseMutations.ts'
import { type ActionContext, contentOf, recordCreation, recordDeletion } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { closeRelease } from './publishRelease.ts'
import { releaseMetadata } from './releaseMetadata.ts'
import { recordRelease, requireRelease, versionsOf } from './releaseRules.ts'

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
  recordRelease(context, 'createRelease', releaseId, changeOf(metadata))
}

/** Changes what people say about a release. Its state and its documents have actions of their own. */
export function editRelease(context: ActionContext, action: ActionOf<'release.edit'>): void {
  const { releaseId, patch } = action
  requireRelease(context, releaseId, ['active', 'scheduled'])
  const elsewhere = pathsOf(patch).find((path) => !/^metadata(?:[.[]|$)/.test(path))
  if (elsewhere !== undefined) {
    throw failures.invalid(`Of a release only "metadata" can be edited, not "${elsewhere}"`)
  }
  const id = releaseDocumentId(releaseId)
  context.staging.patch({ id, ...patch })
  const metadata = releaseMetadata.safeParse(context.staging.require(id).metadata)
  if (!metadata.success) {
    const [issue] = metadata.error.issues
    throw failures.invalid(`metadata.${issue?.path.join('.')}: ${issue?.message}`)
  }
  recordRelease(context, 'editRelease', releaseId, changeOf(metadata.data))
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

/**
 * Takes a release over from another dataset. One that was scheduled there comes paused: nothing is published
 * here before somebody has looked at it, and its versions, which may arrive later, are not locked out.
 */
export function importRelease(context: ActionContext, action: ActionOf<'release.import'>): void {
  const { releaseId, ifExists } = action
  const given = action.attributes ?? action.document
  if (!given) throw failures.invalid('A release to import needs its "attributes"')
  const id = releaseDocumentId(releaseId)
  if (given._id !== id) throw failures.invalid(`"${given._id}" is not the document of release "${releaseId}"`)
  if (context.staging.read(id)) {
    if (ifExists === 'ignore') return
    if (ifExists === 'fail') throw failures.exists(id)
  }
  const metadata = releaseMetadata.safeParse(given.metadata ?? {})
  if (!metadata.success) throw failures.invalid(`The metadata of release "${releaseId}" cannot be read`)
  const { publishAt, error: _failed, _rev, _updatedAt, ...kept } = given
  const isClosed = given.state === 'archived' || given.state === 'published'
  const intended = typeof publishAt === 'string' && !isClosed ? { intendedPublishAt: publishAt } : {}
  context.staging.createOrReplace({
    ...kept,
    ...(isClosed && typeof publishAt === 'string' ? { publishAt } : {}),
    _id: id,
    name: releaseId,
    state: isClosed ? given.state : 'active',
    metadata: { releaseType: 'undecided', ...metadata.data, ...intended },
  })
  recordRelease(context, 'createRelease', releaseId, changeOf(metadata.data))
}

function changeOf({ releaseType, intendedPublishAt }: z.infer<typeof releaseMetadata>) {
  return {
    change: {
      ...(releaseType && { releaseType }),
      ...(intendedPublishAt && { intendedPublishDate: intendedPublishAt }),
    },
  }
}

function pathsOf({ set, setIfMissing, unset, inc, dec, diffMatchPatch, insert }: PatchOperations): string[] {
  const inserted = insert
    ? Object.entries(insert).flatMap(([place, path]) => (place === 'items' ? [] : [String(path)]))
    : []
  const named = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((fields) => Object.keys(fields ?? {}))
  return [...named, ...(unset ?? []), ...inserted]
}
