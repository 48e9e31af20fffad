import { createServer, type Server } from 'node:http'
import { isValidSignature } from '@sanity/webhook'
import { insertWebhook } from '../../../../lake/store/webhooks.ts'
import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import { freePort } from '../../../support/faults/freePort.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { readLog, readStore } from '../../../support/faults/storeState.ts'
import type { SeededRandom } from '../../../support/seededRandom.ts'
import { waitFor } from '../../../support/waitFor.ts'

const rounds = sized({ small: 2, full: 20 })
const transactions = sized({ small: 40, full: 200 })
const secret = 'the secret of the fault tests'
const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `article-${name}`)

interface Message {
  /** `transaction#document` */
  change: string
  key: string
  body: string
  signature: string
}

let receiver: Server
const received: Message[] = []
let takesTime = () => 0
let folder: LakeFolder
let lake: LakeProcess

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    try {
      for await (const piece of request) body += piece
    } catch {
      return
    }
    const header = (name: string) => String(request.headers[name])
    const message = {
      change: `${header('sanity-transaction-id')}#${header('sanity-document-id')}`,
      key: header('idempotency-key'),
      body,
      signature: header('sanity-webhook-signature'),
    }
    // It takes in a message for a while, in which the lake may be killed, and has it when it answers.
    setTimeout(() => {
      received.push(message)
      response.end()
    }, takesTime())
  })
  const port = await freePort()
  await new Promise<void>((resolve) => receiver.listen(port, '127.0.0.1', resolve))
  folder = await prepareLakeFolder((context) =>
    insertWebhook(context.database, {
      id: 'portal',
      name: 'Portal',
      dataset: 'production',
      url: `http://127.0.0.1:${port}/hook`,
      secret,
      filter: '_type == "article"',
      projection: '{"before": before(), "after": after()}',
      triggers: ['create', 'update', 'delete'],
      includeDrafts: false,
      enabled: true,
      createdAt: new Date(0).toISOString(),
      cursor: 0,
    }),
  )
  lake = await startLakeProcess(folder)
}, faultTimeout)
afterAll(async () => {
  await lake.stop()
  await folder.remove()
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
})

/** A transaction about two of a few articles, so that messages about one of them must wait for each other. */
function someChange(random: SeededRandom, turn: number): object[] {
  const [first, second] = [random.below(ids.length), random.below(ids.length)].map((index) => ids[index])
  return [
    { createIfNotExists: { _id: first, _type: 'article', count: 0 } },
    { patch: { id: first, inc: { count: 1 } } },
    random.below(4) === 0
      ? { delete: { id: second } }
      : { createOrReplace: { _id: second, _type: 'article', count: turn } },
    { createOrReplace: { _id: 'drafts.article-a', _type: 'article', count: turn } },
  ]
}

describe('a lake that is killed while it tells a receiver', () => {
  it(
    'tells of every change at least once, of each document in order, and of none that is not there',
    async () => {
      const run = beginFaultRun('webhooks over kill -9')
      const { random } = run
      takesTime = () => random.below(40)
      let cutOff = 0
      try {
        for (let round = 0; round < rounds; round += 1) {
          const last = 1 + random.below(transactions - 1)
          let answered = 0
          let killed: Promise<void> | undefined
          await Promise.all(
            Array.from({ length: transactions }, async (_, turn) => {
              const answer = await lake
                .mutate(someChange(random, turn), `tx-${round}-${turn}`)
                .catch(() => undefined)
              if (answer) answered += 1
              else cutOff += 1
              // Some rounds end while messages are under way that nobody waits for.
              if (answered === last) killed ??= lake.kill()
            }),
          )
          await (killed ?? lake.kill())
          lake = await startLakeProcess(folder, { port: lake.port })
        }
        await waitFor(async () => {
          const told = new Set(received.map(({ change }) => change))
          expect(published(readLog(folder.dataDir)).filter((change) => !told.has(change))).toEqual([])
        }, faultTimeout / 2)

        const log = published(readLog(folder.dataDir))
        expect(received.filter(({ change }) => !log.includes(change))).toEqual([])
        const once = [...new Set(received.map(({ change }) => change))]
        for (const id of ids) {
          const about = (change: string) => change.endsWith(`#${id}`)
          expect(once.filter(about)).toEqual(log.filter(about))
        }
        // A receiver knows by its key what it has had already, and the signature holds every time.
        const keys = new Map(received.map(({ change, key }) => [change, key]))
        expect(received.filter(({ change, key }) => keys.get(change) !== key)).toEqual([])
        const valid = await Promise.all(
          received.map(({ body, signature }) => isValidSignature(body, signature, secret)),
        )
        expect(valid).not.toContain(false)
        expect(readStore(folder.dataDir).contradictions).toEqual([])
        run.note('changes', log.length)
      } finally {
        run.note('rounds of transactions', `${rounds} × ${transactions}, ${cutOff} of them cut off`)
        run.note('messages', received.length)
        run.note('told twice', received.length - new Set(received.map(({ change }) => change)).size)
        run.print()
      }
    },
    faultTimeout,
  )
})

function published(log: readonly string[]): string[] {
  return log.filter((change) => !change.includes('#drafts.'))
}
