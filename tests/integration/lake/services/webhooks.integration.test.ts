import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { isValidSignature } from '@sanity/webhook'
import type { LakeContext } from '../../../../lake/context.ts'
import { setupLake } from '../../../../lake/setupLake.ts'
import { lastSeq } from '../../../../lake/store/changes.ts'
import { listDeliveries } from '../../../../lake/store/deliveries.ts'
import { insertWebhook, listWebhooks, type NewWebhook } from '../../../../lake/store/webhooks.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

// Setting a newsroom up hashes a password, and the machine may be busy.
jest.setTimeout(60_000)

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

let receiver: Server
let receiverUrl: string
let received: Received[] = []
/** What the receiver answers next, in order; 200 when there is nothing here. */
let answers: number[] = []
let lake: TestLake

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  receiverUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`
})
beforeEach(() => {
  received = []
  answers = []
})
afterEach(() => lake.close())
afterAll(() => new Promise((resolve) => receiver.close(resolve)))

function addWebhook(context: LakeContext, webhook: Partial<NewWebhook> = {}): void {
  insertWebhook(context.database, {
    id: context.newId(),
    name: 'Test',
    dataset: 'production',
    url: receiverUrl,
    secret: 'a secret',
    createdAt: new Date(0).toISOString(),
    cursor: lastSeq(context.database),
    ...webhook,
  })
}

const heardOf = ({ headers }: Received) => `${headers['sanity-operation']} ${headers['sanity-document-id']}`
const arrived = (count: number) => waitFor(async () => expect(received).toHaveLength(count))
const states = () => {
  const [webhook] = listWebhooks(lake.lake.context.database)
  return listDeliveries(lake.lake.context.database, webhook?.id ?? '', 50)
}
/** The oldest message has been sent so often and waits for its next turn; its timer was set in the same breath. */
const attempted = (times: number) =>
  waitFor(async () => expect(states().at(-1)).toMatchObject({ status: 'pending', attempts: times }))
const delivered = (count: number) =>
  waitFor(async () => expect(states().filter(({ status }) => status === 'delivered')).toHaveLength(count))

/** Timers that stand still until the test moves them. */
function handClock() {
  let now = Date.parse('2026-11-22T12:00:00Z')
  const waiting = new Map<() => void, number>()
  return {
    options: {
      now: () => now,
      schedule: (milliseconds: number, work: () => void) => {
        waiting.set(work, now + milliseconds)
        return () => waiting.delete(work)
      },
    },
    waiting,
    advance: (milliseconds: number) => {
      now += milliseconds
      for (const [work, at] of waiting) {
        if (at > now) continue
        waiting.delete(work)
        work()
      }
    },
  }
}

describe('telling the portal what was published', () => {
  it('sends both states, signed as the receiver verifies it', async () => {
    lake = await startLake()
    const { webhookSecret } = await setupLake(lake.lake.context, {
      dataset: 'production',
      webhookUrl: receiverUrl,
    })
    const client = lake.client('editor')
    const made = await client.create({ _id: 'article-1', _type: 'article', headline: 'First' })
    await client.patch('article-1').set({ headline: 'Second' }).commit()
    await client.delete('article-1')
    await arrived(3)
    const [created, updated, deleted] = received
    if (!created || !updated || !deleted) throw new Error('three messages were expected')

    for (const { body, headers } of received) {
      expect(await isValidSignature(body, String(headers['sanity-webhook-signature']), webhookSecret)).toBe(
        true,
      )
      expect(
        await isValidSignature(`${body} `, String(headers['sanity-webhook-signature']), webhookSecret),
      ).toBe(false)
      expect(headers).toMatchObject({
        'sanity-project-id': 'meridian',
        'sanity-dataset': 'production',
        'sanity-document-id': 'article-1',
        'content-type': 'application/json; charset=utf-8',
      })
    }
    expect(created.headers['sanity-transaction-id']).toBe(made._rev)
    expect(received.map(({ headers }) => headers['sanity-operation'])).toEqual(['create', 'update', 'delete'])
    expect(JSON.parse(created.body)).toMatchObject({ before: null, after: { headline: 'First' } })
    expect(JSON.parse(updated.body)).toMatchObject({
      before: { headline: 'First' },
      after: { headline: 'Second' },
    })
    expect(JSON.parse(deleted.body)).toMatchObject({ before: { headline: 'Second' }, after: null })
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(3)
  })

  it('says nothing of drafts and versions', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context)
    const client = lake.client('editor')
    await client.create({ _id: 'drafts.article-1', _type: 'article' })
    await client.create({ _id: 'versions.r1.article-1', _type: 'article' })
    await client.create({ _id: 'article-2', _type: 'article' })
    await delivered(1)
    expect(received.map(({ headers }) => headers['sanity-document-id'])).toEqual(['article-2'])
  })

  it('says of drafts too where that was asked for', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context, { includeDrafts: true })
    await lake.client('editor').create({ _id: 'drafts.article-1', _type: 'article' })
    await arrived(1)
  })

  it('sends what the filter lets through, in the shape of the projection', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context, {
      filter: '_type == "article" && delta::changedAny(headline)',
      projection: '{"slug": after().slug.current, "was": before().headline, "how": delta::operation()}',
      triggers: ['update'],
    })
    const client = lake.client('editor')
    await client.create({ _id: 'a', _type: 'article', headline: 'One', slug: { current: 'one' } })
    await client.create({ _id: 'b', _type: 'country', headline: 'One' })
    await client.patch('a').set({ kicker: 'not the headline' }).commit()
    await client.patch('b').set({ headline: 'Two' }).commit()
    await client.patch('a').set({ headline: 'Two' }).commit()
    await delivered(1)
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([{ slug: 'one', was: 'One', how: 'update' }])
  })

  it('sends the document itself when no shape was asked for', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context)
    await lake.client('editor').create({ _id: 'a', _type: 'article', headline: 'One' })
    await arrived(1)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ _id: 'a', _type: 'article', headline: 'One' })
  })
})

describe('a receiver that is not well', () => {
  it('is tried again after half a minute, with a fresh signature and the same key', async () => {
    const clock = handClock()
    lake = await startLake(clock.options)
    addWebhook(lake.lake.context)
    answers = [503]
    await lake.client('editor').create({ _id: 'a', _type: 'article' })
    await attempted(1)
    expect(states()).toMatchObject([
      { status: 'pending', attempts: 1, failure: 'The receiver answered 503.' },
    ])
    clock.advance(29_000)
    expect(received).toHaveLength(1)
    clock.advance(1_000)
    await delivered(1)
    const [first, second] = received
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    expect(second?.headers['sanity-webhook-signature']).not.toBe(first?.headers['sanity-webhook-signature'])
  })

  it('is given up after three attempts, and the next message goes out', async () => {
    const clock = handClock()
    lake = await startLake(clock.options)
    addWebhook(lake.lake.context)
    answers = [500, 500, 500]
    const client = lake.client('editor')
    await client.create({ _id: 'a', _type: 'article' })
    for (const attempts of [1, 2]) {
      await attempted(attempts)
      clock.advance(30_000)
    }
    await waitFor(async () => expect(states()).toMatchObject([{ status: 'failed', attempts: 3 }]))
    await client.create({ _id: 'b', _type: 'article' })
    await delivered(1)
    expect(received.map(({ headers }) => headers['sanity-document-id'])).toEqual(['a', 'a', 'a', 'b'])
  })

  it('hears of one document in the order of its changes, also when one had to wait, and of others meanwhile', async () => {
    const clock = handClock()
    lake = await startLake(clock.options)
    addWebhook(lake.lake.context)
    answers = [500]
    const client = lake.client('editor')
    await client.create({ _id: 'a', _type: 'article' })
    await attempted(1)
    await client.patch('a').set({ headline: 'Two' }).commit()
    await client.create({ _id: 'b', _type: 'article' })
    await delivered(1)
    expect(received.map(heardOf)).toEqual(['create a', 'create b'])
    clock.advance(30_000)
    await delivered(3)
    expect(received.map(heardOf)).toEqual(['create a', 'create b', 'create a', 'update a'])
  })

  it('is not asked again when it has understood and refused', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context)
    answers = [401]
    await lake.client('editor').create({ _id: 'a', _type: 'article' })
    await waitFor(async () =>
      expect(states()).toMatchObject([{ status: 'failed', attempts: 1, responseStatus: 401 }]),
    )
  })

  it('is not followed to another address', async () => {
    lake = await startLake()
    addWebhook(lake.lake.context)
    answers = [307]
    await lake.client('editor').create({ _id: 'a', _type: 'article' })
    await waitFor(async () => expect(states()).toMatchObject([{ status: 'failed', responseStatus: 307 }]))
    expect(received).toHaveLength(1)
  })
})

describe('a lake that was stopped', () => {
  it('tells after its start what it could not tell before', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'meridian-lake-'))
    const clock = handClock()
    lake = await startLake({ dataDir, ...clock.options })
    addWebhook(lake.lake.context)
    answers = [503]
    const client = lake.client('editor')
    await client.create({ _id: 'a', _type: 'article' })
    await attempted(1)
    await client.create({ _id: 'b', _type: 'article' })
    await delivered(1)
    await lake.close()
    expect(received).toHaveLength(2)

    clock.advance(30_000)
    lake = await startLake({ dataDir, ...clock.options })
    await delivered(2)
    expect(received.map(heardOf)).toEqual(['create a', 'create b', 'create a'])
    await rm(dataDir, { recursive: true, force: true })
  })
})
