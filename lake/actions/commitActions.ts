import type { Identity, LakeContext } from '../context.ts'
import { atIndex } from '../mutations/commitMutations.ts'
import { commitTransaction, type TransactionOutcome } from '../mutations/commitTransaction.ts'
import { MutationFailure, toLakeError } from '../mutations/mutationFailure.ts'
import type { DocumentEvent } from '../store/documentEvents.ts'
import { lastBodyOf } from '../store/documentHistory.ts'
import { idsWithPrefix } from '../store/documents.ts'
import type { ActionContext } from './actionContext.ts'
import {
  createDocument,
  deleteDocument,
  discardVersion,
  editDocument,
  publishDocument,
  replaceDraft,
  unpublishDocument,
} from './documentActions.ts'
import { type Action, parseActions } from './parseActions.ts'
import {
  archiveRelease,
  createRelease,
  deleteRelease,
  editRelease,
  publishRelease,
  unarchiveRelease,
} from './releaseActions.ts'
import { createVersion, replaceVersion, unpublishVersion } from './versionActions.ts'

export interface ActionRequest {
  dataset: string
  actions: unknown[]
  identity: Identity
  transactionId: string | undefined
  dryRun: boolean
}

/**
 * Carries out actions in one transaction, and adds what they mean to the documents' timelines.
 *
 * @throws LakeError in the `actionError` shape; 404 for an unknown dataset, 501 for actions that are not carried out
 */
export function commitActions(context: LakeContext, request: ActionRequest): TransactionOutcome<undefined> {
  const { database } = context
  const { dataset, identity, dryRun } = request
  const transactionId = request.transactionId ?? context.newId()
  try {
    const actions = parseActions(request.actions)
    return commitTransaction(context, {
      dataset,
      author: identity.id,
      transactionId,
      identity,
      dryRun,
      plan: (staging) => {
        const events: DocumentEvent[] = []
        const scope: ActionContext = {
          staging,
          transactionId,
          now: new Date(context.now()).toISOString(),
          idsWithPrefix: (prefix) => idsWithPrefix(database, dataset, prefix),
          readDeleted: (id) => lastBodyOf(database, dataset, id),
          record: (event) => events.push(event),
        }
        actions.forEach((action, index) => {
          atIndex(index, () => carryOut(scope, action))
        })
        return { outcome: undefined, events }
      },
    })
  } catch (error) {
    throw error instanceof MutationFailure ? toLakeError(error, 'actionError') : error
  }
}

function carryOut(context: ActionContext, action: Action): void {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      createDocument(context, action)
      break
    case 'sanity.action.document.edit':
      editDocument(context, action)
      break
    case 'sanity.action.document.replaceDraft':
      replaceDraft(context, action)
      break
    case 'sanity.action.document.publish':
      publishDocument(context, action)
      break
    case 'sanity.action.document.unpublish':
      unpublishDocument(context, action)
      break
    case 'sanity.action.document.discard':
      discardVersion(context, action.draftId)
      break
    case 'sanity.action.document.delete':
      deleteDocument(context, action)
      break
    case 'sanity.action.document.version.create':
      createVersion(context, action)
      break
    case 'sanity.action.document.version.discard':
      discardVersion(context, action.versionId)
      break
    case 'sanity.action.document.version.replace':
      replaceVersion(context, action)
      break
    case 'sanity.action.document.version.unpublish':
      unpublishVersion(context, action)
      break
    case 'sanity.action.release.create':
      createRelease(context, action)
      break
    case 'sanity.action.release.edit':
      editRelease(context, action)
      break
    case 'sanity.action.release.publish':
      publishRelease(context, action.releaseId)
      break
    case 'sanity.action.release.archive':
      archiveRelease(context, action.releaseId)
      break
    case 'sanity.action.release.unarchive':
      unarchiveRelease(context, action.releaseId)
      break
    case 'sanity.action.release.delete':
      deleteRelease(context, action.releaseId)
      break
  }
}
