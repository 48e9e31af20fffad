import { createServer, type Server } from 'node:http'
import { jest } from '@jest/globals'
import { receivePublish } from '../../../lib/content/receivePublish.ts'
import { receivePurge } from '../../../lib/content/receivePurge.ts'
import type { Purge } from '../../../lib/freshness/tagsOfChange.ts'
import { signBody } from '../../../lib/freshness/verifySignature.ts'
import { storedPoint, storedPointsSection } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake } from './newsroomLake.ts'

const secret = 'the secret of this newsroom'

let lake: TestLake
let portal: Server
let worker: Server
/** What the worker was handed, and how it answers. */
let handed: { body: string; signature: string }[] = []
let workerStatus = 200
/** What the portal was asked to purge, and the revision that its pages print. */
let purged: Purge[] = []
let printed: string | undefined

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  lake = await startNewsroomLake()
  portal = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    if (request.url !== '/api/revalidate/purge') {
      response.end(`<head><meta name="revision" content="${printed}"/></head>`)
      return
    }
    const answer = await receivePurge(
      new Request('http://portal/', {
        method: 'POST',
        body: Buffer.concat(parts).toString(),
        headers: { 'sanity-webhook-signature': String(request.headers['sanity-webhook-signature']) },
      }),
      (each) => purged.push(each),
    )
    // A portal whose first purge had no effect: the page is made anew only after the second.
    printed = purged.length > 1 ? (await lake.client().getDocument('article-road'))?._rev : 'old'
    response.writeHead(answer.status).end()
  })
  worker = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const signature = String(request.headers['sanity-webhook-signature'])
    handed.push({ body: Buffer.concat(parts).toString(), signature })
    response.writeHead(workerStatus).end()
  })
  process.env.PORT = String(await listen(portal))
  process.env.WORKER_URL = `http://localhost:${await listen(worker)}`
  process.env.SANITY_WEBHOOK_SECRET = secret
})
beforeEach(() => {
  purged = []
  handed = []
  workerStatus = 200
  printed = 'old'
})
afterAll(async () => {
  portal.close()
  worker.close()
  await lake.close()
})

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
const sent = async (body: string, { age = 0, key = body, signedWith = secret, header = '' } = {}) =>
  receivePublish(
    new Request('http://portal/api/revalidate', {
      method: 'POST',
      body,
      headers: {
        'idempotency-key': key,
        'sanity-webhook-signature': header || (await signBody(body, signedWith, new Date(Date.now() - age))),
      },
    }),
  )
const edit = async (headline: string) => {
  const before = await lake.client().getDocument('article-road')
  const after = await lake.client('editor').patch('article-road').set({ headline }).commit()
  return JSON.stringify({ before, after })
}

describe('a publish', () => {
  it('is answered with the tags purged and the addresses seen fresh, purging again where it must', async () => {
    const response = await sent(await edit('A new headline'))
    expect(response.status).toBe(200)
    const receipt: unknown = await response.json()
    const article = await lake.client().getDocument('article-road')
    expect(receipt).toMatchObject({ tags: ['doc:article-road'] })
    expect(receipt).toMatchObject({
      addresses: expect.arrayContaining([
        expect.objectContaining({
          address: '/articles/road',
          status: 200,
          revision: article?._rev,
          fresh: true,
        }),
        expect.objectContaining({ address: '/categories/conflict', fresh: true }),
      ]),
    })
    expect(purged.filter(({ tag }) => tag !== 'doc:article-road')).toEqual([])
    expect(purged.length).toBeGreaterThan(1)
  })

  it('of a key point alone is seen in every feed that shows it', async () => {
    const before = await lake.client().getDocument('article-road')
    const sections = [storedPointsSection('k1', { points: [storedPoint('p9')] })]
    const after = await lake.client('editor').patch('article-road').set({ sections }).commit()
    const receipt: unknown = await (await sent(JSON.stringify({ before, after }))).json()
    expect(receipt).toMatchObject({
      addresses: expect.arrayContaining(
        ['/articles/road', '/feed.xml', '/categories/conflict/atom.xml'].map((address) =>
          expect.objectContaining({ address, fresh: true }),
        ),
      ),
    })
  })

  it('that is delivered twice purges once and is answered the same', async () => {
    const body = await edit('Once only')
    purged.push({ tag: 'so that the first purge works', urgency: 'stale' })
    const first: unknown = await (await sent(body, { key: 'delivery-1' })).json()
    const count = purged.length
    expect(await (await sent(body, { key: 'delivery-1' })).json()).toEqual(first)
    expect(purged).toHaveLength(count)
  })

  it('of a draft purges nothing', async () => {
    const response = await sent('{"before":null,"after":{"_id":"drafts.article-x","_type":"article"}}')
    expect(await response.json()).toEqual({ tags: [], addresses: [], ms: 0 })
    expect(purged).toEqual([])
  })
})

describe('the worker', () => {
  it('is handed every notice as it came, before the pages are made anew', async () => {
    const body = await edit('As it came')
    const signature = await signBody(body, secret, new Date())
    expect((await sent(body, { header: signature })).status).toBe(200)
    expect(handed).toEqual([{ body, signature }])
  })

  it('that fails keeps no reader from the new page, and is given the notice again', async () => {
    const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    workerStatus = 500
    const body = await edit('While the worker fails')
    const failed = await sent(body)
    expect(failed.status).toBe(503)
    expect(await failed.json()).toMatchObject({
      tags: ['doc:article-road'],
      error: expect.stringContaining('it answered with 500'),
    })
    expect(purged.length).toBeGreaterThan(0)
    expect(errors).toHaveBeenCalledWith(expect.stringContaining('The worker has not kept the addresses'))
    workerStatus = 200
    expect((await sent(body)).status).toBe(200)
    expect(handed).toHaveLength(2)
  })

  it('hears of no notice that the content lake did not sign', async () => {
    await sent('{"before":null,"after":null}', { signedWith: 'somebody else’s secret' })
    expect(handed).toEqual([])
  })
})

describe('a notice that the content lake did not send', () => {
  const body = '{"before":null,"after":{"_id":"article-road","_type":"article"}}'
  it.each([
    ['signed with another secret', { signedWith: 'somebody else’s secret' }],
    ['signed six minutes ago', { age: 6 * 60_000 }],
    ['not signed', { header: 'nothing' }],
  ])('%s is refused and purges nothing', async (_how, options) => {
    expect((await sent(body, options)).status).toBe(401)
    expect(purged).toEqual([])
  })

  it('cannot purge by the inner door either', async () => {
    const request = new Request('http://portal/', {
      method: 'POST',
      body: '{"purges":[{"tag":"all","urgency":"stale"}]}',
    })
    expect((await receivePurge(request, (each) => purged.push(each))).status).toBe(401)
    expect(purged).toEqual([])
  })

  it('that is signed and says nothing is refused in words', async () => {
    const response = await sent('not json')
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'The body must be {"before": …, "after": …}.' })
  })
})
