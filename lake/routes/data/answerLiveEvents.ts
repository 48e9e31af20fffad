import type { Context } from 'hono'
import { isReadable, type Reach, reachOf } from '../../auth/access.ts'
import type { DocumentChange, Identity, LakeRequest } from '../../context.ts'
import { answerEventStream, type EventStream, type StreamSource } from '../../events/eventStream.ts'
import { followChanges, mostMissed } from '../../events/followChanges.ts'
import { placeIdOf, readPlace } from '../../events/logPlaces.ts'
import { versionsBeside } from '../../events/versionsBeside.ts'
import { tagsOfChange } from '../../groq/syncTags.ts'
import { UnauthorizedError } from '../../http/errors.ts'
import { limitsOf } from '../../limits.ts'
import { canTellSince, type LogPlace, newestPlace } from '../../store/changeFeed.ts'
import { type Dataset, requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { followUntilEnded } from './followUntilEnded.ts'
import { lastEventIdOf } from './lastEventId.ts'

/**
 * GET `/data/live/events/:dataset`: the sync tags of whatever changes. `includeDrafts` needs an account or a
 * token. There are no functions to wait for, so `waitFor` delays nothing.
 */
export function answerLiveEvents(c: Context<LakeRequest>, services: DataServices): Response {
  const { context, streams } = services
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  if (includeDrafts && identity.kind === 'anonymous') throw new UnauthorizedError()
  const reach = includeDrafts ? 'all' : reachOf({ kind: 'anonymous', id: 'anonymous' }, dataset.aclMode)
  const lastEventId = lastEventIdOf(c.req)
  const audience = {
    dataset,
    identity,
    reach: identity.kind === 'anonymous' ? reach : widened(reach),
    lastEventId,
  }
  return answerEventStream({
    signal: c.req.raw.signal,
    open: streams,
    lastEventId,
    schedule: context.schedule,
    start: (stream) => {
      if (streams.size <= limitsOf(context).streams) return follow(services, stream, audience)
      // Whoever is sent away asks for itself from time to time instead.
      stream.send({ event: 'goaway', data: { reason: 'The lake has as many listeners as it can serve.' } })
      stream.end()
      return { stop: () => {} }
    },
  })
}

interface Audience {
  dataset: Dataset
  identity: Identity
  reach: Reach
  lastEventId: string | undefined
}

function follow({ context }: DataServices, stream: EventStream, audience: Audience): StreamSource {
  const { dataset, reach } = audience
  const follower = followChanges({
    context,
    dataset: dataset.name,
    after: greet(),
    // Told whole even where the beginning is known: a tag too many is harmless.
    tell: async ({ changes, transactionId }, news) => {
      const seen = changes.filter((change) => isSeen(change, reach))
      const last = changes.at(-1)
      // What is new may be hidden from this reader: then nothing is.
      if (!last || !news.some((change) => isSeen(change, reach))) return
      const id = placeIdOf(context.database, { seq: last.seq, transactionId })
      const tags = seen.flatMap((change) =>
        tagsOfChange(change, versionsBeside(context.database, dataset.name, change.documentId, reach)),
      )
      stream.send({ id, event: 'message', data: { tags: [...new Set(tags)] } })
      await stream.room()
    },
    lost: restart,
    failed: (error) => {
      context.log.error({ err: error }, 'live events broke off')
      stream.end()
    },
  })
  return followUntilEnded(context, audience, stream, follower)

  /** Answers from where in the log the stream goes on. */
  function greet(): number {
    const { lastEventId } = audience
    const known = lastEventId && readPlace(context.database, { dataset: dataset.name, reach }, lastEventId)
    const isKnown =
      typeof known === 'number' && canTellSince(context.database, dataset.name, known, mostMissed)
    const newest = newestPlace(context.database, dataset.name)
    const welcome = isKnown && lastEventId ? lastEventId : placeIdOf(context.database, newest)
    stream.send({ id: welcome, event: 'welcome', data: {} })
    if (isKnown) return known
    if (lastEventId) restart(newest)
    return newest.seq
  }

  function restart(newest: LogPlace): void {
    stream.send({ id: placeIdOf(context.database, newest), event: 'restart', data: {} })
  }
}

/** In a private dataset somebody with an account follows what is published without asking for drafts. */
function widened(reach: Reach): Reach {
  return reach === 'none' ? 'public' : reach
}

function isSeen({ before, after }: DocumentChange, reach: Reach): boolean {
  return [before, after].some((document) => document && isReadable(document, reach))
}
