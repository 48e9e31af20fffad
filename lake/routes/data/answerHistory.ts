import type { Context } from 'hono'
import type { LakeRequest, SanityDocument } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { releaseDocumentId } from '../../mutations/documentIds.ts'
import { requireDataset } from '../../store/datasets.ts'
import { documentEvents } from '../../store/documentEvents.ts'
import { bodyAtTime, bodyAtTransaction, lastBodyOf } from '../../store/documentHistory.ts'
import { toOutward } from '../../store/outward.ts'
import { transactionsOf } from '../../store/transactionHistory.ts'
import type { DataServices } from './dataServices.ts'
import { requireReader } from './requireReader.ts'

const usualPage = 50
const longestPage = 1_000

/** GET `/data/history/:dataset/transactions/:ids`: NDJSON, one transaction a line. */
export function answerTransactions(c: Context<LakeRequest>, { context }: DataServices): Response {
  requireReader(c.get('identity'))
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const found = transactionsOf(context.database, dataset.name, idsOf(c), {
    fromTransaction: c.req.query('fromTransaction'),
    toTransaction: c.req.query('toTransaction'),
    fromTime: timeOf(c, 'fromTime'),
    toTime: timeOf(c, 'toTime'),
    authors: (c.req.query('authors') ?? '').split(',').filter((author) => author !== ''),
    reverse: c.req.query('reverse') === 'true',
    limit: limitOf(c),
    wholeTransactions: c.req.query('includeIdentifiedDocumentsOnly') !== 'true',
  })
  const withMutations = c.req.query('excludeContent') !== 'true' && c.req.query('excludeMutations') !== 'true'
  const withEffects = c.req.query('effectFormat') === 'mendoza'
  const lines = found.map(({ transaction, changes }) =>
    JSON.stringify({
      id: transaction.id,
      timestamp: transaction.timestamp,
      author: transaction.author,
      documentIDs: changes.map(({ documentId }) => documentId),
      mutations: withMutations ? changes.flatMap(({ mutations }) => mutations) : [],
      ...(withEffects && {
        effects: Object.fromEntries(changes.map(({ documentId, effects }) => [documentId, effects])),
      }),
    }),
  )
  return c.body(lines.map((line) => `${line}\n`).join(''), 200, { 'content-type': 'application/x-ndjson' })
}

/** GET `/data/history/:dataset/documents/:ids?revision=|time=|lastRevision=true` */
export function answerPastDocuments(c: Context<LakeRequest>, { context }: DataServices): Response {
  requireReader(c.get('identity'))
  const { database, publicUrl } = context
  const dataset = requireDataset(database, c.req.param('dataset') ?? '').name
  const { revision, time: givenTime, lastRevision } = c.req.query()
  if ([revision, givenTime, lastRevision === 'true'].filter(Boolean).length > 1) {
    const message = 'Ask by "revision", by "time" or for "lastRevision": they exclude each other.'
    throw new HttpError(400, 'Bad Request', message)
  }
  const time = timeOf(c, 'time')
  const read = (id: string): SanityDocument | undefined => {
    if (lastRevision === 'true') return lastBodyOf(database, dataset, id)
    if (revision) return bodyAtTransaction(database, dataset, id, revision)
    return bodyAtTime(database, dataset, id, time ?? new Date(context.now()).toISOString())
  }
  const documents = idsOf(c).flatMap((id) => {
    const document = read(id)
    return document ? [toOutward(document, publicUrl)] : []
  })
  return c.json({ documents })
}

/** GET `/data/history/:dataset/events/documents/:id`: the timeline, newest first. */
export function answerDocumentEvents(c: Context<LakeRequest>, services: DataServices): Response {
  const id = c.req.param('id') ?? ''
  const { events, nextCursor } = readEvents(c, services, id)
  return c.json({ events: { [id]: events }, nextCursor })
}

/** GET `/data/history/:dataset/events/releases/:id`: what was done with a release, newest first. */
export function answerReleaseEvents(c: Context<LakeRequest>, services: DataServices): Response {
  return c.json(readEvents(c, services, releaseDocumentId(c.req.param('id') ?? '')))
}

function readEvents(c: Context<LakeRequest>, { context }: DataServices, id: string) {
  requireReader(c.get('identity'))
  const dataset = requireDataset(context.database, c.req.param('dataset') ?? '')
  const limit = limitOf(c)
  const beforeSeq = Number(c.req.query('nextCursor')) || Number.MAX_SAFE_INTEGER
  const found = documentEvents(context.database, dataset.name, id, { beforeSeq, limit })
  const last = found.length === limit ? found.at(-1) : undefined
  return { events: found.map(({ event }) => event), nextCursor: last ? String(last.seq) : '' }
}

function idsOf(c: Context<LakeRequest>): string[] {
  return (c.req.param('ids') ?? '').split(',').filter((id) => id !== '')
}

function limitOf(c: Context<LakeRequest>): number {
  const asked = Number(c.req.query('limit') ?? usualPage)
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, longestPage) : usualPage
}

/** A time of the address in the form in which times are stored. @throws HttpError 400 */
function timeOf(c: Context<LakeRequest>, name: string): string | undefined {
  const text = c.req.query(name)
  if (!text) return undefined
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw new HttpError(400, 'Bad Request', `"${name}" is not a time.`)
  return time.toISOString()
}
