import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { LakeError } from '../http/errors.ts'

/** What was wrong with one mutation, as Sanity's clients read it. */
export interface FailureDetails {
  type: string
  description: string
  [detail: string]: unknown
}

/** One mutation of a transaction cannot be carried out, so none of it is. */
export class MutationFailure extends Error {
  readonly status: ContentfulStatusCode
  readonly details: FailureDetails
  /** Place in the request's list, where known. */
  index: number | undefined

  constructor(status: ContentfulStatusCode, details: FailureDetails, index?: number) {
    super(details.description)
    this.name = 'MutationFailure'
    this.status = status
    this.details = details
    this.index = index
  }
}

/** Puts a failure into the shape of its endpoint: `mutationError` of mutate, `actionError` of actions. */
export function toLakeError(failure: MutationFailure, type: 'mutationError' | 'actionError'): LakeError {
  const { details, index = 0, status } = failure
  const what = type === 'mutationError' ? 'mutation(s)' : 'action(s)'
  return new LakeError(status, {
    error: {
      type,
      description: `The ${what} failed: ${details.description}`,
      items: [{ error: details, index }],
    },
  })
}

export const failures = {
  invalid: (description: string, index?: number) =>
    new MutationFailure(400, { type: 'validationError', description }, index),
  notFound: (id: string) =>
    new MutationFailure(404, {
      type: 'documentNotFoundError',
      description: `The document with the ID "${id}" was not found`,
      id,
    }),
  exists: (id: string) =>
    new MutationFailure(409, {
      type: 'documentAlreadyExistsError',
      description: `Document by ID "${id}" already exists`,
      id,
    }),
  revision: (id: string, expected: string, current: string | undefined) =>
    new MutationFailure(409, {
      type: 'documentRevisionIDDoesNotMatchError',
      description: `Document "${id}" has unexpected revision ID (${JSON.stringify(current ?? null)}), expected ${JSON.stringify(expected)}`,
      id,
      expectedRevisionID: expected,
      currentRevisionID: current,
    }),
  referenced: (id: string, referringIDs: readonly string[]) =>
    new MutationFailure(409, {
      type: 'documentHasExistingReferencesError',
      description: `Document "${id}" cannot be deleted as there are references to it from "${referringIDs[0]}"`,
      id,
      referencingIDs: referringIDs,
    }),
  dangling: (id: string, referenceID: string) =>
    new MutationFailure(409, {
      type: 'documentReferenceDoesNotExistError',
      description: `Document "${id}" references non-existent document "${referenceID}"`,
      id,
      referenceID,
    }),
  locked: (id: string, releaseID: string) =>
    new MutationFailure(409, {
      type: 'documentLockedError',
      description: `Document "${id}" is locked while release "${releaseID}" is scheduled; unschedule the release to change it`,
      id,
      releaseID,
    }),
  forbidden: (permission: 'create' | 'update', id: string) =>
    new MutationFailure(403, {
      type: 'insufficientPermissionsError',
      description: `Insufficient permissions; permission "${permission}" required`,
      permission,
      id,
    }),
} as const
