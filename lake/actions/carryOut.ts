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
import type { Action } from './parseActions.ts'
import { publishRelease } from './publishRelease.ts'
import {
  archiveRelease,
  createRelease,
  deleteRelease,
  editRelease,
  importRelease,
  unarchiveRelease,
} from './releaseActions.ts'
import { scheduleRelease, unscheduleRelease } from './scheduleRelease.ts'
import { createVersion, replaceVersion, unpublishVersion } from './versionActions.ts'

/** Carries out one action of a transaction. @throws MutationFailure */
export function carryOut(context: ActionContext, action: Action): void {
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
      discardVersion(context, action.draftId, action.purge)
      break
    case 'sanity.action.document.delete':
      deleteDocument(context, action)
      break
    case 'sanity.action.document.version.create':
      createVersion(context, action)
      break
    case 'sanity.action.document.version.discard':
      discardVersion(context, action.versionId, action.purge)
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
    case 'sanity.action.release.schedule':
      scheduleRelease(context, action)
      break
    case 'sanity.action.release.unschedule':
      unscheduleRelease(context, action.releaseId)
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
    case 'sanity.action.release.import':
      importRelease(context, action)
      break
  }
}
