import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beginFaultRun, faultTimeout, inMilliseconds, sized } from '../../../support/faults/faultScale.ts'
import type { LakeConnection } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { presenceOf, readStore } from '../../../support/faults/storeState.ts'
import { type LoadedTransaction, makeLoad } from '../../../support/faults/transactionLoad.ts'
import { openSocket } from '../../../support/sockets.ts'
import { waitFor } from '../../../support/waitFor.ts'

const rounds = sized({ small: 2, full: 20 })
const size = sized({ small: 100, full: 500 })
/** Two seconds for what is under way, and the way out. */
const longestStop = 8_000

let folder: LakeFolder

beforeAll(async () => {
  folder = await prepareLakeFolder()
})
afterAll(() => folder.remove())

function send(lake: LakeConnection, { by, body, id }: LoadedTransaction) {
  return by === 'mutate' ? lake.mutate(body, id) : lake.act(body, id)
}

/** An upload that has begun and will not end; answers what it is told. */
function beginUpload(lake: LakeConnection): Promise<number | undefined> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${folder.token}`, 'content-type': 'text/plain' }
    const upload = request(`${lake.url}/assets/files/production?filename=a.txt`, { method: 'POST', headers })
    upload.once('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    upload.on('error', () => resolve(undefined))
    upload.write('the beginning')
  })
}

async function openListener(lake: LakeConnection): Promise<() => Promise<boolean>> {
  const response = await fetch(`${lake.url}/data/listen/production?query=*`, {
    headers: { authorization: `Bearer ${folder.token}` },
  })
  const reader = response.body?.getReader()
  await reader?.read()
  return async () => {
    for (;;) {
      const read = await reader?.read().catch(() => undefined)
      if (!read || read.done) return true
    }
  }
}

describe('a lake that is told to stop', () => {
  it(
    'finishes what it has begun, answers the others with 503, and leaves one whole file',
    async () => {
      const run = beginFaultRun('SIGTERM among writes, uploads and listeners')
      const stops: number[] = []
      let acknowledged = 0
      let refused = 0
      let unanswered = 0
      try {
        for (let round = 0; round < rounds; round += 1) {
          const lake = await startLakeProcess(folder)
          const { seed, transactions } = makeLoad(round, size, run.random)
          expect((await lake.mutate(seed)).status).toBe(200)
          const upload = beginUpload(lake)
          const listenerEnds = await openListener(lake)
          const socket = await openSocket(`${lake.url}/lake-streams`)
          socket.send({ op: 'open', id: 1, url: '/data/listen/production?query=*' })
          await socket.hear('welcome')

          const last = 1 + run.random.below(size - 1)
          let answered = 0
          let stopped: Promise<{ code: number | null; milliseconds: number }> | undefined
          const outcomes = await Promise.all(
            transactions.map(async (transaction) => {
              const answer = await send(lake, transaction).catch(() => undefined)
              if (answer?.status === 200) answered += 1
              if (answered === last) stopped ??= lake.stop()
              return { transaction, status: answer?.status }
            }),
          )
          const ended = await (stopped ?? lake.stop())
          stops.push(ended.milliseconds)
          expect(ended.code).toBe(0)
          expect(lake.errors()).toBe('')
          expect(await listenerEnds()).toBe(true)
          await socket.closed()
          expect([503, undefined]).toContain(await upload)

          const statuses = new Set(outcomes.map(({ status }) => status))
          expect([...statuses].filter((status) => ![200, 503, undefined].includes(status))).toEqual([])
          expect(existsSync(join(folder.dataDir, 'lake.sqlite-wal'))).toBe(false)
          expect((await stat(join(folder.dataDir, 'lake.sqlite'))).size).toBeGreaterThan(0)
          const store = readStore(folder.dataDir)
          expect(store.contradictions).toEqual([])
          for (const { transaction, status } of outcomes) {
            const expected = status === 200 ? ['whole'] : status === 503 ? ['absent'] : ['whole', 'absent']
            expect(expected).toContain(presenceOf(transaction, store))
          }
          const counted = (wanted: number | undefined) =>
            outcomes.filter(({ status }) => status === wanted).length
          acknowledged += counted(200)
          refused += counted(503)
          unanswered += counted(undefined)
        }
        expect(Math.max(...stops)).toBeLessThan(longestStop)
      } finally {
        run.note('rounds of transactions', `${rounds} × ${size}`)
        run.note('acknowledged', acknowledged)
        run.note('answered 503', refused)
        run.note('not connected any more', unanswered)
        run.note('from SIGTERM to the end', inMilliseconds(stops))
        run.print()
      }
    },
    faultTimeout,
  )

  it(
    'tells whoever still asks to come again',
    async () => {
      const lake = await startLakeProcess(folder)
      // What is under way keeps the lake from ending at once, and this line was open before it was told to.
      const upload = beginUpload(lake)
      const line = connect(lake.port, '127.0.0.1')
      let heard = ''
      line.on('data', (piece) => {
        heard += piece
      })
      await once(line, 'connect')
      await waitFor(async () => expect((await lake.get('/health')).status).toBe(200))
      const stopped = lake.stop()
      await waitFor(async () => expect(await refusesCalls(lake.port)).toBe(true))
      line.write('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n')
      await once(line, 'close')
      expect(heard).toMatch(/^HTTP\/1\.1 503 /)
      expect(heard).toMatch(/\r\nretry-after: 1\r\n/i)
      expect(heard).toContain('The lake is stopping.')
      expect([503, undefined]).toContain(await upload)
      expect((await stopped).code).toBe(0)
    },
    faultTimeout,
  )
})

/** Whether nobody listens on the port any more. */
async function refusesCalls(port: number): Promise<boolean> {
  const call = connect(port, '127.0.0.1')
  const outcome = await Promise.race([
    once(call, 'connect').then(() => false),
    once(call, 'error').then(() => true),
  ]).catch(() => true)
  call.destroy()
  return outcome
}
