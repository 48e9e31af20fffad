import type { Context } from 'hono'
import { reachOf } from '../../auth/access.ts'
import type { CommittedTransaction, Identity, LakeRequest } from '../../context.ts'
import { createDocumentFilter, type DocumentFilter } from '../../events/documentFilter.ts'
import { answerEventStream, type EventStream } from '../../events/eventStream.ts'
import { type EventDetail, toMutationEvents } from '../../events/mutationEvents.ts'
import { LakeError } from '../../http/errors.ts'
import { requireDataset } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'
import { endWhenRevoked } from './endWhenRevoked.ts'
import { readQueryRequest } from './readQueryRequest.ts'

/** GET `/data/listen/:dataset`: server-sent events for every change that the query is about. */
export async function answerListen(c: Context<LakeRequest>, services: DataServices): Promise<Response> {
  const { context, workers, streams } = services
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const identity = c.get('identity')
  const { query, params } = await readQueryRequest(c.req)
  const reach = reachOf(identity, dataset.aclMode)
  const detail = readDetail((name) => c.req.query(name))
  return answerEventStream({
    signal: c.req.raw.signal,
    open: streams,
    start: (stream) => {
      try {
        const filter = createDocumentFilter({
          context,
          workers,
          dataset: dataset.name,
          query,
          params,
          identity: identity.id,
          reach,
        })
        return listen(services, stream, { dataset: dataset.name, filter, detail, identity })
      } catch (error) {
        sendChannelError(stream, error)
        return () => {}
      }
    },
  })
}

interface Listener {
  dataset: string
  filter: DocumentFilter
  detail: EventDetail
  identity: Identity
}

function listen({ context }: DataServices, stream: EventStream, listener: Listener): () => void {
  const { dataset, filter, detail, identity } = listener
  let told = Promise.resolve()
  const hear = (transaction: CommittedTransaction) => {
    if (transaction.dataset !== dataset) return
    // One after the other: a worker may take longer for one transaction than for the next.
    told = told
      .then(() => filter(transaction.changes))
      .then((matched) => {
        for (const event of toMutationEvents(transaction, matched, detail, context.publicUrl))
          stream.send(event)
      })
      .catch((error: unknown) => sendChannelError(stream, error))
  }
  context.bus.on('transaction', hear)
  const forget = endWhenRevoked(context, identity, stream)
  stream.send({ event: 'welcome', data: { listenerName: context.newId() } })
  return () => {
    context.bus.off('transaction', hear)
    forget()
  }
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
    includeResult: param('includeResult') !== 'false',
    includePrevious: param('includePreviousRevision') === 'true',
    includeMutations: param('includeMutations') !== 'false',
    includeEffects: param('effectFormat') === 'mendoza',
  }
}
