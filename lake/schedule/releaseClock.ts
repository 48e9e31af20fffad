import { z } from 'zod'
import { type ActionRun, runActions } from '../actions/commitActions.ts'
import { publishRelease } from '../actions/publishRelease.ts'
import { failSchedule } from '../actions/scheduleRelease.ts'
import type { CommittedTransaction, LakeContext } from '../context.ts'
import { releaseDocumentId } from '../mutations/documentIds.ts'
import { MutationFailure } from '../mutations/mutationFailure.ts'
import { listDatasets } from '../store/datasets.ts'
import { authorOfLastChange } from '../store/documentHistory.ts'
import { idsWithPrefix, readDocument } from '../store/documents.ts'

/** The clock is looked at this often whatever is due: a machine may have slept, or its clock been set. */
const longestWait = 60_000
/** Before a release is tried again that could not be published for reasons of the machine. */
const patience = 10_000
const afterPrefix = releaseDocumentId('').length

const scheduled = z.object({
  state: z.literal('scheduled'),
  publishAt: z.iso.datetime({ offset: true }).transform((time) => Date.parse(time)),
})

interface DueRelease {
  dataset: string
  releaseId: string
  /** Milliseconds since 1970. */
  publishAt: number
}

/**
 * Publishes scheduled releases when their time has come, and at the start those whose time came while the lake
 * was stopped. A release is published and marked as published in one transaction, which looks at its state
 * first: killed before it the lake does it again, killed after it there is nothing left to do.
 */
export function openReleaseClock(context: LakeContext) {
  const { bus, log } = context
  const schedule = context.schedule ?? afterMilliseconds
  let cancel = () => {}
  let closed = false

  function look(): void {
    cancel()
    if (closed) return
    let wait = longestWait
    try {
      const due = scheduledReleases(context).filter(({ publishAt }) => publishAt <= context.now())
      const failed = due.map((release) => publishDue(context, release)).includes('later')
      const [next] = scheduledReleases(context)
      if (next) wait = Math.min(wait, Math.max(next.publishAt - context.now(), failed ? patience : 0))
    } catch (error) {
      log.error({ err: error }, 'scheduled releases could not be read; they are looked for again in a while')
      wait = patience
    }
    cancel = schedule(wait, look)
  }

  /** A schedule was made, moved or called off. Looked at when the request that did it has been answered. */
  const hear = ({ changes }: CommittedTransaction) => {
    if (changes.some(({ documentId }) => documentId.startsWith(releaseDocumentId('')))) setImmediate(look)
  }
  bus.on('transaction', hear)
  const start = setImmediate(look)

  return {
    close: () => {
      closed = true
      clearImmediate(start)
      cancel()
      bus.off('transaction', hear)
    },
  }
}

/** Those of all datasets, the next one first. */
function scheduledReleases({ database }: LakeContext): DueRelease[] {
  const found = listDatasets(database).flatMap(({ name: dataset }) =>
    idsWithPrefix(database, dataset, releaseDocumentId('')).flatMap((id) => {
      const parsed = scheduled.safeParse(readDocument(database, dataset, id))
      if (!parsed.success) return []
      return [{ dataset, releaseId: id.slice(afterPrefix), publishAt: parsed.data.publishAt }]
    }),
  )
  return found.sort((a, b) => a.publishAt - b.publishAt)
}

function publishDue(context: LakeContext, { dataset, releaseId }: DueRelease): 'done' | 'later' {
  const { database, log } = context
  const run = (work: ActionRun['work']) =>
    runActions(context, {
      dataset,
      // In whose name the release was scheduled: nothing in it has changed since.
      author: authorOfLastChange(database, dataset, releaseDocumentId(releaseId)) ?? 'lake',
      identity: undefined,
      transactionId: context.newId(),
      dryRun: false,
      work,
    })
  try {
    run((scope) => publishRelease(scope, releaseId, 'release.schedule'))
    log.info({ dataset, release: releaseId }, 'a scheduled release was published')
    return 'done'
  } catch (error) {
    if (!(error instanceof MutationFailure)) {
      log.error({ err: error, dataset, release: releaseId }, 'a scheduled release has to wait')
      return 'later'
    }
    const message = error.details.description
    log.error({ dataset, release: releaseId, failure: message }, 'a scheduled release cannot be published')
    run((scope) => failSchedule(scope, releaseId, message))
    return 'done'
  }
}

function afterMilliseconds(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
