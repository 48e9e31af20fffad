import { jest } from '@jest/globals'
import { isValidSignature } from '@sanity/webhook'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'
import { changeOf, openReceiver } from '../../../support/webhookReceiver.ts'

// The machine may be busy.
jest.setTimeout(60_000)

let lake: TestLake
let receiver: Awaited<ReturnType<typeof openReceiver>>
/** What the receiver answers next, in order; 200 when there is nothing here. */
let answers: number[] = []

beforeEach(async () => {
  answers = []
  receiver = await openReceiver((response) => response.writeHead(answers.shift() ?? 200).end('so be it'))
  lake = await startLake()
})
afterEach(async () => {
  await lake.close()
  await receiver.close()
})

async function ask(method: string, path: string, body?: object) {
  const response = await fetch(`${lake.url}/v2025-02-19/hooks/projects/meridian${path}`, {
    method,
    headers: { authorization: `Bearer ${lake.tokens.administrator}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}
const create = async (fields: object = {}) => {
  const made = await ask('POST', '', { name: 'Test', url: receiver.url, dataset: 'production', ...fields })
  expect(made.status).toBe(201)
  return made.body
}
const editor = () => lake.client('editor')
const heard = (...changes: string[]) =>
  waitFor(async () => expect(receiver.received.map(changeOf)).toEqual(changes))
/** The log, once so many messages in it have come to an end. */
const ended = (id: string, count: number) =>
  waitFor(async () => {
    const { body } = await ask('GET', `/${id}/messages`)
    expect(body.filter(({ status }: { status: string }) => status !== 'queued')).toHaveLength(count)
    return body
  })

describe('a webhook over HTTP', () => {
  it('is made, read, changed in part and deleted in the hosted service’s shapes', async () => {
    const made = await create({
      description: 'For the portal',
      rule: { on: ['create', 'update'], filter: '_type == "article"', projection: '{_id}' },
      headers: { 'X-Desk': 'world' },
      secret: 'a secret',
    })
    expect(made).toMatchObject({
      type: 'document',
      name: 'Test',
      description: 'For the portal',
      projectId: 'meridian',
      dataset: 'production',
      url: receiver.url,
      httpMethod: 'POST',
      apiVersion: 'v2025-02-19',
      includeDrafts: false,
      includeAllVersions: false,
      headers: { 'x-desk': 'world' },
      rule: { on: ['create', 'update'], filter: '_type == "article"', projection: '{_id}' },
      secret: 'a secret',
      isDisabled: false,
      isDisabledByUser: false,
      deletedAt: null,
      createdByUserId: expect.any(String),
    })
    expect((await ask('GET', '')).body).toEqual([made])
    expect((await ask('GET', `/${made.id}`)).body).toEqual(made)

    const changed = await ask('PATCH', `/${made.id}`, { name: 'Renamed', rule: { filter: null } })
    expect(changed.body).toEqual({ ...made, name: 'Renamed', rule: { ...made.rule, filter: null } })
    expect((await ask('DELETE', `/${made.id}`)).body).toEqual({ id: made.id, deleted: true })
    expect((await ask('GET', `/${made.id}`)).status).toBe(404)
  })

  it.each([
    [{ url: 'ftp://x' }, 'goes to an address'],
    [{ url: 'file:///etc/passwd' }, 'goes to an address'],
    [{ dataset: 'nowhere' }, 'Dataset "nowhere"'],
    [{ rule: { on: [] } }, 'on which of create, update and delete'],
    [{ rule: { on: ['create'], filter: '_type ==' } }, 'Not GROQ'],
    [{ rule: { on: ['create'], projection: '*[0]' } }, 'Not GROQ'],
    [{ rule: { on: ['create'], filter: `a${' '.repeat(3_000)}` } }, 'Longer than'],
    [{ headers: { 'Sanity-Webhook-Signature': 'forged' } }, "the lake's own"],
    [{ headers: { Host: 'elsewhere' } }, "the lake's own"],
    [{ headers: { 'X-A': 'one\r\nX-B: two' } }, 'no header that can be sent'],
    [{ httpMethod: 'BREW' }, 'httpMethod'],
    [{ type: 'transaction' }, '"document" only'],
    [{ name: ' ' }, 'needs a name'],
  ])('is not made from %j', async (fields, sentence) => {
    const wanted = { name: 'Test', url: receiver.url, dataset: 'production', ...fields }
    const { status, body } = await ask('POST', '', wanted)
    expect([400, 404]).toContain(status)
    expect(body.message).toContain(sentence)
  })

  it('has a name of its own', async () => {
    await create()
    const second = await ask('POST', '', { name: 'Test', url: receiver.url, dataset: 'production' })
    expect(second.status).toBe(409)
  })
})

describe('what a webhook sends', () => {
  it('goes by its method, with its headers, a body even with GET, signed', async () => {
    const made = await create({
      httpMethod: 'GET',
      headers: { Authorization: 'Basic abc' },
      secret: 'a secret',
    })
    await editor().create({ _id: 'a', _type: 'article', headline: 'One' })
    await heard('create a')
    const [message] = receiver.received
    expect(message?.method).toBe('GET')
    expect(message?.headers).toMatchObject({
      authorization: 'Basic abc',
      'sanity-webhook-id': made.id,
      'sanity-dataset': 'production',
      'sanity-project-id': 'meridian',
      'sanity-transaction-time': expect.stringMatching(/^\d{4}-/),
    })
    const signature = String(message?.headers['sanity-webhook-signature'])
    expect(await isValidSignature(message?.body ?? '', signature, 'a secret')).toBe(true)
  })

  it('is about all datasets where all were asked for, and says which', async () => {
    await lake.client('administrator').datasets.create('staging', { aclMode: 'public' })
    await create({ dataset: '*', rule: { on: ['create'], projection: '{"in": sanity::dataset()}' } })
    await editor().create({ _id: 'a', _type: 'article' })
    await lake.client('editor', { dataset: 'staging' }).create({ _id: 'b', _type: 'article' })
    await waitFor(async () => expect(receiver.received).toHaveLength(2))
    expect(receiver.received.map(({ body }) => body).toSorted()).toEqual([
      '{"in":"production"}',
      '{"in":"staging"}',
    ])
  })

  it('is told of versions where versions were asked for, and of drafts not', async () => {
    await create({ includeAllVersions: true })
    await editor().create({ _id: 'drafts.a', _type: 'article' })
    await editor().create({ _id: 'versions.r.a', _type: 'article' })
    await editor().create({ _id: 'a', _type: 'article' })
    await waitFor(async () => expect(receiver.received).toHaveLength(2))
    expect(receiver.received.map(changeOf).toSorted()).toEqual(['create a', 'create versions.r.a'])
  })

  it('follows references, and compares what was with what is', async () => {
    await editor().create({ _id: 'c', _type: 'category', title: 'Conflict' })
    await create({
      rule: {
        on: ['update'],
        filter: 'delta::changedAny(headline) && category->title match "conf*"',
        projection: '{"category": category->title, "was": before().headline, "is": after().headline}',
      },
    })
    const category = { _type: 'reference', _ref: 'c' }
    await editor().create({ _id: 'a', _type: 'article', headline: 'One', category })
    await editor().patch('a').set({ kicker: 'no matter' }).commit()
    await editor().patch('a').set({ headline: 'Two' }).commit()
    await heard('update a')
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toEqual({
      category: 'Conflict',
      was: 'One',
      is: 'Two',
    })
  })
})

describe('an expression that takes too long', () => {
  it('is stopped, is seen in the log, and holds up neither the lake nor the next message', async () => {
    const made = await create({
      rule: { on: ['create'], filter: 'bomb != true || count(words[@ in ^.words[@ match "a*"]]) > 0' },
    })
    const words = Array.from({ length: 4_000 }, (_, index) => `word ${index}`)
    await editor().create({ _id: 'bomb', _type: 'article', bomb: true, words })
    await editor().create({ _id: 'next', _type: 'article' })
    expect((await fetch(`${lake.url}/health`)).status).toBe(200)
    await heard('create next')
    expect(await ended(made.id, 2)).toMatchObject([
      { documentId: 'next', status: 'success' },
      { documentId: 'bomb', status: 'failure', failure: expect.stringContaining('longer than 1 s') },
    ])
  })
})

describe('the log of a webhook', () => {
  it('says how each attempt went, and what the receiver answered', async () => {
    answers = [403]
    const made = await create()
    await editor().create({ _id: 'a', _type: 'article' })
    await ended(made.id, 1)
    await editor().create({ _id: 'b', _type: 'article' })
    const [second, first] = await ended(made.id, 2)
    expect(first).toMatchObject({ status: 'failure', resultCode: 403, failureCount: 1, hookId: made.id })
    expect(second).toMatchObject({ status: 'success', resultCode: 200, failureCount: 0 })
    expect(JSON.parse(second.payload)).toMatchObject({ _id: 'b' })

    const attempts = (await ask('GET', `/${made.id}/attempts`)).body
    expect(attempts).toMatchObject([
      {
        messageId: second.id,
        isFailure: false,
        resultCode: 200,
        resultBody: 'so be it',
        failureReason: null,
      },
      { messageId: first.id, isFailure: true, resultCode: 403, failureReason: 'http', inProgress: false },
    ])
    expect(attempts[0].duration).toEqual(expect.any(Number))
    expect((await ask('GET', `/attempts/${attempts[1].id}`)).body).toEqual(attempts[1])
    expect((await ask('GET', '/attempts/nobody')).status).toBe(404)
    expect((await ask('GET', `/${made.id}/messages?limit=1&offset=1`)).body).toEqual([first])
  })

  it('sends a message again when asked to, with the same key', async () => {
    answers = [400]
    const made = await create()
    await editor().create({ _id: 'a', _type: 'article' })
    const [message] = await ended(made.id, 1)
    expect((await ask('POST', `/${made.id}/messages/${message.id}/resend`)).status).toBe(202)
    await heard('create a', 'create a')
    const [first, second] = receiver.received
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
    await waitFor(async () =>
      expect((await ask('GET', `/${made.id}/messages`)).body).toMatchObject([{ status: 'success' }]),
    )
    expect((await ask('POST', `/${made.id}/messages/nobody/resend`)).status).toBe(404)
  })
})

describe('a webhook that is switched off', () => {
  it('keeps what waits, never tells what changes meanwhile, and goes on from there', async () => {
    answers = [503]
    const made = await create()
    await editor().create({ _id: 'waiting', _type: 'article' })
    await heard('create waiting')
    await ask('PATCH', `/${made.id}`, { isDisabledByUser: true })
    await editor().create({ _id: 'meanwhile', _type: 'article' })
    const [message] = (await ask('GET', `/${made.id}/messages`)).body
    await ask('POST', `/${made.id}/messages/${message.id}/resend`)
    await ask('PATCH', `/${made.id}`, { isDisabledByUser: false })
    await heard('create waiting', 'create waiting')
    await editor().create({ _id: 'afterwards', _type: 'article' })
    await heard('create waiting', 'create waiting', 'create afterwards')
    expect((await ask('GET', `/${made.id}/messages`)).body).toHaveLength(2)
  })

  it('and deleted takes what waits with it', async () => {
    answers = [503]
    const made = await create()
    await editor().create({ _id: 'a', _type: 'article' })
    await heard('create a')
    await ask('DELETE', `/${made.id}`)
    const { database } = lake.lake.context
    const left = database.prepare('SELECT count(*) AS n FROM webhook_deliveries').get()
    expect(left?.n).toBe(0)
  })
})
