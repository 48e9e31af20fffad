import { publishedIdOf, releaseDocumentId } from '../mutations/documentIds.ts'
import type { ActionContext } from './actionContext.ts'
import type { ActionOf } from './parseActions.ts'
import { recordRelease, requireRelease, versionsOf } from './releaseRules.ts'

/**
 * Says when a release is to be published, and locks it until then. One that is scheduled already is moved; a
 * time that has passed means at once. `schedule/releaseClock.ts` publishes it.
 */
export function scheduleRelease(context: ActionContext, action: ActionOf<'release.schedule'>): void {
  const { releaseId } = action
  const publishAt = new Date(action.publishAt).toISOString()
  const before = requireRelease(context, releaseId, ['active', 'scheduled'])
  if (before.state === 'scheduled') recordUnscheduling(context, releaseId)
  const id = releaseDocumentId(releaseId)
  context.staging.patch({ id, set: { state: 'scheduled', publishAt }, unset: ['error'] })
  for (const { _id, _rev } of versionsOf(context, releaseId)) {
    context.record({
      type: 'scheduleDocumentVersion',
      documentId: publishedIdOf(_id),
      versionId: _id,
      details: { releaseId, versionRevisionId: _rev, publishAt },
    })
  }
  recordRelease(context, 'scheduleRelease', releaseId, { publishAt })
}

export function unscheduleRelease(context: ActionContext, releaseId: string): void {
  requireRelease(context, releaseId, ['scheduled'])
  reopen(context, releaseId)
}

/** Gives a release back to the editors that could not be published in its time, and says why. */
export function failSchedule(context: ActionContext, releaseId: string, message: string): void {
  requireRelease(context, releaseId, ['scheduled'])
  reopen(context, releaseId, { error: { message } })
}

function reopen(context: ActionContext, releaseId: string, fields: Record<string, unknown> = {}): void {
  const id = releaseDocumentId(releaseId)
  context.staging.patch({ id, set: { state: 'active', ...fields }, unset: ['publishAt'] })
  recordUnscheduling(context, releaseId)
  recordRelease(context, 'unscheduleRelease', releaseId)
}

function recordUnscheduling(context: ActionContext, releaseId: string): void {
  for (const { _id, _rev } of versionsOf(context, releaseId)) {
    context.record({
      type: 'unscheduleDocumentVersion',
      documentId: publishedIdOf(_id),
      versionId: _id,
      details: { releaseId, versionRevisionId: _rev },
    })
  }
}
