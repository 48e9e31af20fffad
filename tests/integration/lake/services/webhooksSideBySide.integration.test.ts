import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { createClient, type SanityClient } from '@sanity/client'
import { issueToken } from '../../../../lake/auth/issueToken.ts'
import { openLakeData } from '../../../../lake/openLakeData.ts'
import { parseSettings } from '../../../../lake/settings.ts'
import { ensureDataset } from '../../../../lake/store/datasets.ts'
import { insertWebhook } from '../../../../lake/store/webhooks.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { seededRandom } from '../../../support/seededRandom.ts'
import { waitFor } from '../../../support/waitFor.ts'
import { changeOf, openReceiver, type ReceivedMessage } from '../../../support/webhookReceiver.ts'

jest.setTimeout(120_000)

const bulk = Number(process.env.WEBHOOK_BULK) || 120

function webhookTo(url: string) {
  const createdAt = new Date(0).toISOString()
  return { id: 'hook', name: 'Test', dataset: 'production', url, secret: undefined, createdAt, cursor: 0 }
}

describe('messages about many documents', () => {
  let lake: TestLake
  afterEach(() => lake.close())

  it('are on their way side by side, eight at most, and one document’s never at once', async () => {
    const held: ServerResponse[] = []
    const receiver = await openReceiver((response) => held.push(response))
    lake = await startLake()
    insertWebhook(lake.lake.context.database, webhookTo(receiver.url))
    const client = lake.client('editor')
    await client.create({ _id: 'a0', _type: 'article' })
    await client.patch('a0').set({ headline: 'Two' }).commit()
    for (let index = 1; index < 12; index += 1) await client.create({ _id: `a${index}`, _type: 'article' })
    await waitFor(async () => expect(held).toHaveLength(8))
    expect(receiver.received.map(changeOf).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, index) => `create a${index}`),
    )

    held.splice(0).map((response) => response.end())
    await waitFor(async () => expect(receiver.received).toHaveLength(13))
    expect(receiver.received.slice(8).map(changeOf).toSorted()).toEqual(
      ['create a10', 'create a11', 'create a8', 'create a9', 'update a0'].toSorted(),
    )
    expect(Math.max(...receiver.received.map(({ atOnce }) => atOnce))).toBe(8)
    held.map((response) => response.end())
    await receiver.close()
  })

  it('arrive once each and in the order of each document’s changes, whatever the receiver does', async () => {
    const random = seededRandom()
    console.info(`seed ${random.seed}, some ${bulk} changes`)
    const receiver = await openReceiver((response) => answerAfter(random.below(40), response))
    lake = await startLake()
    insertWebhook(lake.lake.context.database, webhookTo(receiver.url))
    const client = lake.client('editor')
    const written: string[] = []
    for (let done = 0; done < bulk; done += 10) {
      const transaction = client.transaction()
      const ids = new Set(Array.from({ length: 10 }, () => `a${random.below(15)}`))
      for (const id of ids) {
        transaction.createOrReplace({ _id: id, _type: 'article', round: done })
        written.push(`${id} ${done}`)
      }
      await transaction.commit()
    }
    const health = (await fetch(`${lake.url}/health`)).status
    await waitFor(async () => expect(receiver.received).toHaveLength(written.length), 60_000)
    expect(health).toBe(200)
    const told = receiver.received
      .map(({ body }) => JSON.parse(body))
      .map(({ _id, round }) => `${_id} ${round}`)
    expect(perDocument(told)).toEqual(perDocument(written))
    await receiver.close()
  })
})

describe('a lake that is killed while messages are on their way', () => {
  it('tells every change at least once, with the same keys, each document’s in order', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'meridian-lake-'))
    let holds = true
    const held: ServerResponse[] = []
    const receiver = await openReceiver((response) => {
      if (holds) held.push(response)
      else response.end()
    })
    const { port, token } = await prepare(dataDir, receiver.url)
    const first = await serve(dataDir, port)
    const client = clientOf(port, token)
    const written = Array.from({ length: 20 }, (_, index) => `a${index}`)
    for (const _id of written) await client.create({ _id, _type: 'article' })
    for (const _id of written) await client.patch(_id).set({ headline: 'Two' }).commit()
    await waitFor(async () => expect(held).toHaveLength(8))
    held.slice(0, 3).map((response) => response.end())
    await waitFor(async () => expect(receiver.received.length).toBeGreaterThanOrEqual(11))
    first.kill('SIGKILL')
    await once(first, 'exit')

    holds = false
    const second = await serve(dataDir, port)
    const expected = written.flatMap((id) => [`create ${id}`, `update ${id}`])
    await waitFor(async () => {
      const told = new Set(receiver.received.map(changeOf))
      expect([...told].toSorted()).toEqual(expected.toSorted())
    }, 30_000)
    expect(keysOf(receiver.received).size).toBe(expected.length)
    for (const id of written) {
      const changes = receiver.received.map(changeOf).filter((change) => change.endsWith(` ${id}`))
      expect(changes.lastIndexOf(`create ${id}`)).toBeLessThan(changes.indexOf(`update ${id}`))
    }
    second.kill('SIGTERM')
    await once(second, 'exit')
    await receiver.close()
    await rm(dataDir, { recursive: true, force: true })
  })
})

/** Answers after so many turns of the loop, so that answers overtake one another. */
function answerAfter(turns: number, response: ServerResponse): void {
  if (turns > 0) setImmediate(() => answerAfter(turns - 1, response))
  else response.end()
}

/** Of each document the rounds in which it was written, in order. */
function perDocument(lines: readonly string[]): Record<string, string[]> {
  const rounds: Record<string, string[]> = {}
  for (const line of lines) {
    const [id = '', round = ''] = line.split(' ')
    rounds[id] = [...(rounds[id] ?? []), round]
  }
  return rounds
}

function keysOf(received: readonly ReceivedMessage[]): Set<string> {
  return new Set(received.map(({ headers }) => String(headers['idempotency-key'])))
}

async function prepare(dataDir: string, url: string): Promise<{ port: number; token: string }> {
  const context = openLakeData({ ...parseSettings({ LAKE_DATA_DIR: dataDir }), logLevel: 'silent' })
  ensureDataset(context.database, 'production', 'public', new Date().toISOString())
  insertWebhook(context.database, webhookTo(url))
  const token = issueToken(context, { name: 'test', role: 'editor' })
  context.database.close()
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => probe.close(resolve))
  return { port, token }
}

async function serve(dataDir: string, port: number): Promise<ChildProcess> {
  const env = { ...process.env, LAKE_DATA_DIR: dataDir, LAKE_PORT: String(port), LOG_LEVEL: 'silent' }
  const lake = spawn(process.execPath, ['lake/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const text of lake.stdout) if (String(text).includes('is ready')) break
  return lake
}

function clientOf(port: number, token: string): SanityClient {
  return createClient({
    projectId: 'meridian',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: `http://localhost:${port}`,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
}
