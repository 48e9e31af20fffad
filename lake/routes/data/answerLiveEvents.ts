import type { Context } from 'hono'
import { isReadable, type Reach, reachOf } from '../../auth/access.ts'
import type { CommittedTransaction, DocumentChange, LakeContext, LakeRequest } from '../../context.ts'
import { answerEventStream, type EventStream } from '../../events/eventStream.ts'
import { tagsOfChange } from '../../groq/syncTags.ts'
import { UnauthorizedError } from '../../http/errors.ts'
import { changesAfter, lastSeq } from '../../store/changes.ts'
import { requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { endWhenRevoked } from './endWhenRevoked.ts'

/** Changes that a client may have missed and still be told one by one. */
const mostMissed = 200

/** GET `/data/live/events/:dataset`: the sync tags of whatever changes. `includeDrafts` needs an account or a token. */
export function answerLiveEvents(c: Context<LakeRequest>, { context, streams }: DataServices): Response {
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  if (includeDrafts && identity.kind === 'anonymous') throw new UnauthorizedError()
  const reach = includeDrafts ? 'all' : reachOf({ kind: 'anonymous', id: 'anonymous' }, dataset.aclMode)
  const lastHeard = Number(c.req.header('last-event-id') ?? Number.NaN)
  return answerEventStream({
    signal: c.req.raw.signal,
    open: streams,
    start: (stream) => {
      const tell = createTeller(stream, dataset.name, identity.kind === 'anonymous' ? reach : widened(reach))
      const hear = (transaction: CommittedTransaction) => tell(transaction.changes)
      context.bus.on('transaction', hear)
      const forget = endWhenRevoked(context, identity, stream)
      stream.send({ id: String(lastSeq(context.database)), event: 'welcome', data: {} })
      if (Number.isInteger(lastHeard)) tellMissed(context, stream, lastHeard, tell)
      return () => {
        context.bus.off('transaction', hear)
        forget()
      }
    },
  })
}

/** In a private dataset somebody with an account follows what is published without asking for drafts. */
function widened(reach: Reach): Reach {
  return reach === 'none' ? 'public' : reach
}

function createTeller(stream: EventStream, dataset: string, reach: Reach) {
  return (changes: readonly DocumentChange[]): void => {
    const seen = changes.filter(
      (change) =>
        change.dataset === dataset &&
        [change.before, change.after].some((document) => document && isReadable(document, reach)),
    )
    const last = seen.at(-1)
    if (!last) return
    const tags = [...new Set(seen.flatMap(tagsOfChange))]
    stream.send({ id: String(last.seq), event: 'message', data: { tags } })
  }
}

function tellMissed(
  { database }: LakeContext,
  stream: EventStream,
  lastHeard: number,
  tell: (changes: readonly DocumentChange[]) => void,
): void {
  const missed = changesAfter(database, lastHeard, mostMissed + 1)
  if (missed.length <= mostMissed) tell(missed)
  else stream.send({ id: String(lastSeq(database)), event: 'restart', data: {} })
}
