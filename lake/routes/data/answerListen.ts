import type { Context } from 'hono'
import { type Reach, reachOf } from '../../auth/access.ts'
import type { Identity, LakeRequest } from '../../context.ts'
import { createDocumentFilter, type DocumentFilter } from '../../events/documentFilter.ts'
import { answerEventStream, type EventStream, type StreamSource } from '../../events/eventStream.ts'
import { followChanges, mostMissed } from '../../events/followChanges.ts'
import { placeIdOf, readPlace } from '../../events/logPlaces.ts'
import { type EventDetail, toMutationEvents } from '../../events/mutationEvents.ts'
import { parsePerspective } from '../../groq/perspective.ts'
import { apiVersionOf } from '../../http/apiVersion.ts'
import { callerOf } from '../../http/callers.ts'
import { HttpError, LakeError } from '../../http/errors.ts'
import { limitsOf } from '../../limits.ts'
import { canTellSince, newestPlace } from '../../store/changeFeed.ts'
import { type Dataset, requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { followUntilEnded } from './followUntilEnded.ts'
import { lastEventIdOf } from './lastEventId.ts'
import { readQueryRequest } from './readQueryRequest.ts'

/** GET `/data/listen/:dataset`: server-sent events for every change that the query is about. */
export async function answerListen(c: Context<LakeRequest>, services: DataServices): Promise<Response> {
  const { context, processes, streams } = services
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const { query, params } = await readQueryRequest(c.req)
  const reach = reachOf(identity, dataset.aclMode)
  const detail = readDetail((name) => c.req.query(name))
  const resumes = c.req.query('enableResume') === 'true'
  const lastEventId = lastEventIdOf(c.req)
  if (streams.size >= limitsOf(context).streams) {
    c.header('retry-after', '10')
    throw new HttpError(429, 'Too Many Requests', 'The lake has as many listeners as it can serve.')
  }
  return answerEventStream({
    signal: c.req.raw.signal,
    open: streams,
    lastEventId,
    schedule: context.schedule,
    start: (stream) => {
      try {
        const filter = createDocumentFilter({
          context,
          processes,
          dataset: dataset.name,
          query,
          params,
          identity: identity.id,
          caller: callerOf(identity, c.req.raw),
          reach,
          allVersions: includesAllVersions(c),
        })
        const listener = { dataset, filter, detail, identity, reach, resumes, lastEventId }
        return listen(services, stream, listener)
      } catch (error) {
        sendChannelError(stream, error)
        return { stop: () => {} }
      }
    },
  })
}

interface Listener {
  dataset: Dataset
  filter: DocumentFilter
  detail: EventDetail
  identity: Identity
  reach: Reach
  resumes: boolean
  lastEventId: string | undefined
}

function listen({ context }: DataServices, stream: EventStream, listener: Listener): StreamSource {
  const { dataset, filter, detail, reach, resumes } = listener
  const after = greet()
  const follower = followChanges({
    context,
    dataset: dataset.name,
    after,
    tell: async (transaction, news) => {
      const matched = await filter(transaction.changes)
      for (const { change, ...event } of toMutationEvents(transaction, matched, detail, context.publicUrl)) {
        if (!news.includes(change)) continue
        stream.send(event)
        await stream.room()
      }
    },
    lost: (newest) => {
      // A listener that cannot be told of a gap is ended: it begins anew, which closes the gap as well.
      if (!resumes) return stream.end()
      stream.send({ event: 'reset', data: { listenerName: context.newId() } })
      stream.mark(placeIdOf(context.database, newest))
    },
    failed: (error) => sendChannelError(stream, error),
  })
  // A long query is parsed in a process of its own: what is wrong with it is said now, not with the first change.
  filter([]).catch((error: unknown) => sendChannelError(stream, error))
  return followUntilEnded(context, listener, stream, follower)

  /** Says how the listener was taken up, and answers from where in the log it is told. */
  function greet(): number {
    const { lastEventId } = listener
    const known =
      resumes && lastEventId
        ? readPlace(context.database, { dataset: dataset.name, reach }, lastEventId)
        : undefined
    const data = { listenerName: context.newId() }
    if (known !== undefined && canTellSince(context.database, dataset.name, known, mostMissed)) {
      stream.send({ event: 'welcomeback', data })
      return known
    }
    const newest = newestPlace(context.database, dataset.name)
    stream.send({ event: resumes && lastEventId ? 'reset' : 'welcome', data })
    if (resumes) stream.mark(placeIdOf(context.database, newest))
    return newest.seq
  }
}

/** Newer versions of the API leave drafts and versions out unless they are asked for, as queries do. */
function includesAllVersions(c: Context<LakeRequest>): boolean {
  const asked = c.req.query('includeAllVersions')
  return asked === undefined
    ? parsePerspective(undefined, apiVersionOf(c.req.url)) === 'raw'
    : asked === 'true'
}

function sendChannelError(stream: EventStream, error: unknown): void {
  const message = error instanceof LakeError ? explain(error) : 'The listener cannot go on.'
  stream.send({ event: 'channelError', data: { message } })
  stream.end()
}

function explain({ body }: LakeError): string {
  const error: unknown = 'error' in body ? body.error : undefined
  const described = typeof error === 'object' && error !== null && 'description' in error
  return described ? String(error.description) : 'The query cannot be listened to.'
}

function readDetail(param: (name: string) => string | undefined): EventDetail {
  return {
    // Clients send what is true and leave out what is false; only `includeMutations` is told when it is false.
    includeResult: param('includeResult') === 'true',
    includePrevious: param('includePreviousRevision') === 'true',
    includeMutations: param('includeMutations') !== 'false',
    includeEffects: param('effectFormat') === 'mendoza',
  }
}
