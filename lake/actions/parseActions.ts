import { z } from 'zod'
import { NotImplementedError } from '../http/errors.ts'
import { isDocumentId, isDraftId, isVersionId } from '../mutations/documentIds.ts'
import { failures } from '../mutations/mutationFailure.ts'
import { patchOperations } from '../mutations/parseMutations.ts'
import { releaseMetadata } from './releaseMetadata.ts'

const id = z.string().refine(isDocumentId, 'is not a valid document id')
const publishedId = id.refine((value) => !isDraftId(value) && !isVersionId(value), 'is not a published id')
const workingId = id.refine((value) => isDraftId(value) || isVersionId(value), 'is not a draft or a version')
const versionId = id.refine(isVersionId, 'is not a version in a release')
const content = z.looseObject({ _id: workingId, _type: z.string().min(1) })
const releaseId = z.string().regex(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,99}$/, 'is not a release name')
/** Whether the history goes with the document. */
const purge = z.boolean().nullish()
const revision = z.string().nullish()
const time = z.iso.datetime({ offset: true, error: 'is not a time such as 2030-01-01T12:00:00Z' })
const ifExists = z.enum(['fail', 'ignore', 'replace']).default('fail')
const releaseDocument = z.looseObject({ _id: z.string(), _type: z.literal('system.release') })

const action = z.discriminatedUnion('actionType', [
  z.object({
    actionType: z.literal('sanity.action.document.create'),
    publishedId,
    attributes: content,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  z.object({
    actionType: z.literal('sanity.action.document.edit'),
    draftId: workingId,
    publishedId,
    patch: patchOperations,
  }),
  z.object({
    actionType: z.literal('sanity.action.document.replaceDraft'),
    publishedId,
    attributes: content,
  }),
  z.object({
    actionType: z.literal('sanity.action.document.publish'),
    draftId: workingId,
    publishedId,
    ifDraftRevisionId: revision,
    ifPublishedRevisionId: revision,
  }),
  z.object({
    actionType: z.literal('sanity.action.document.unpublish'),
    draftId: workingId,
    publishedId,
  }),
  z.object({ actionType: z.literal('sanity.action.document.discard'), draftId: workingId, purge }),
  z.object({
    actionType: z.literal('sanity.action.document.delete'),
    publishedId,
    includeDrafts: z.array(workingId).default([]),
    purge,
  }),
  z.object({
    actionType: z.literal('sanity.action.document.version.create'),
    publishedId,
    document: content.optional(),
    baseId: id.optional(),
    versionId: workingId.optional(),
    ifBaseRevisionId: revision,
  }),
  z.object({ actionType: z.literal('sanity.action.document.version.discard'), versionId: workingId, purge }),
  z.object({ actionType: z.literal('sanity.action.document.version.replace'), document: content }),
  z.object({
    actionType: z.literal('sanity.action.document.version.unpublish'),
    versionId,
    publishedId,
  }),
  z.object({
    actionType: z.literal('sanity.action.release.create'),
    releaseId,
    metadata: releaseMetadata.default({}),
  }),
  z.object({ actionType: z.literal('sanity.action.release.edit'), releaseId, patch: patchOperations }),
  z.object({ actionType: z.literal('sanity.action.release.publish'), releaseId }),
  z.object({ actionType: z.literal('sanity.action.release.schedule'), releaseId, publishAt: time }),
  z.object({ actionType: z.literal('sanity.action.release.unschedule'), releaseId }),
  z.object({ actionType: z.literal('sanity.action.release.archive'), releaseId }),
  z.object({ actionType: z.literal('sanity.action.release.unarchive'), releaseId }),
  z.object({ actionType: z.literal('sanity.action.release.delete'), releaseId }),
  z.object({
    actionType: z.literal('sanity.action.release.import'),
    releaseId,
    attributes: releaseDocument.optional(),
    document: releaseDocument.optional(),
    ifExists,
  }),
])

export type Action = z.infer<typeof action>
/** The action of one type: `ActionOf<'document.edit'>`. */
export type ActionOf<T extends string> = Extract<Action, { actionType: `sanity.action.${T}` }>

/** Kinds of actions of the hosted service that are not carried out here: variants are its beta. */
const elsewhere = /^sanity\.action\.(document\.variant|variant)\b/

/**
 * The actions of a request, checked.
 *
 * @throws MutationFailure 400 @throws NotImplementedError 501
 */
export function parseActions(input: readonly unknown[]): Action[] {
  return input.map((value, index) => {
    const named = z.object({ actionType: z.string() }).safeParse(value)
    if (named.success && elsewhere.test(named.data.actionType)) {
      throw new NotImplementedError(`The action "${named.data.actionType}"`)
    }
    const parsed = action.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw failures.invalid(
      `Action ${index} is malformed: ${issue?.path.join('.')}: ${issue?.message ?? 'not understood'}`,
      index,
    )
  })
}
