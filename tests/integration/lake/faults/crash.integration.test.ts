import { lastSeq } from '../../../../lake/store/changes.ts'
import { insertWebhook } from '../../../../lake/store/webhooks.ts'
import {
  beginFaultRun,
  faultTimeout,
  inMilliseconds,
  median,
  sized,
} from '../../../support/faults/faultScale.ts'
import { compareIndexes } from '../../../support/faults/indexState.ts'
import { insist, isTransient, type LakeConnection } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { findIndexFaults } from '../../../support/faults/scanAgrees.ts'
import { otherThan, presenceOf, readStore } from '../../../support/faults/storeState.ts'
import { type LoadedTransaction, makeLoad } from '../../../support/faults/transactionLoad.ts'

const rounds = sized({ small: 2, full: 20 })
const transactionsAtOnce = sized({ small: 120, full: 1_000 })
/** From the start of the process to the first answered query, in milliseconds. */
const longestRestart = 2_000

let folder: LakeFolder

beforeAll(async () => {
  folder = await prepareLakeFolder((context) =>
    insertWebhook(context.database, {
      id: 'every-change',
      name: 'Every change',
      dataset: 'production',
      // Nobody listens there: what is to be sent stays in the outbox, where it can be counted.
      url: 'http://127.0.0.1:9/hook',
      secret: undefined,
      filter: undefined,
      projection: '{_id}',
      triggers: ['create', 'update', 'delete'],
      includeDrafts: false,
      enabled: true,
      createdAt: new Date(0).toISOString(),
      cursor: lastSeq(context.database),
    }),
  )
})
afterAll(() => folder.remove())

function send(lake: LakeConnection, { by, body, id }: LoadedTransaction, isImpatient = false) {
  const [path, key] = by === 'mutate' ? ['mutate', 'mutations'] : ['actions', 'actions']
  return lake.post(`/data/${path}/production`, { [key]: body, transactionId: id }, { isImpatient })
}

describe('a lake that is killed among many transactions', () => {
  it(
    'keeps every acknowledged one whole, no other in part, and carries out none twice',
    async () => {
      const run = beginFaultRun('kill -9 among transactions')
      const { random } = run
      const restarts: LakeProcess['startedIn'][] = []
      let acknowledged = 0
      let cutOff = 0
      let appliedUnacknowledged = 0
      let lake = await startLakeProcess(folder)
      try {
        for (let round = 0; round < rounds; round += 1) {
          const { seed, transactions } = makeLoad(round, transactionsAtOnce, random)
          const { status } = await insist(() => lake.mutate(seed, `seed-${round}`))
          expect(status).toBe(200)

          // Killed by the answer to one of them, while the others are under way.
          const last = 1 + random.below(Math.floor(transactionsAtOnce * 0.8))
          let answered = 0
          let killed: Promise<void> | undefined
          const outcomes = await Promise.all(
            transactions.map(async (transaction) => {
              // One in eight hangs up at once: nobody but the store knows what became of what it sent.
              const answer = await send(lake, transaction, random.below(8) === 0).catch(() => undefined)
              if (answer?.status === 200) answered += 1
              if (answered === last) killed ??= lake.kill()
              return { transaction, answer }
            }),
          )
          await (killed ?? lake.kill())
          const refused = outcomes.filter(({ answer }) => answer?.status !== 200 && !isTransient(answer))
          expect(refused).toEqual([])

          const store = readStore(folder.dataDir)
          expect(store.contradictions).toEqual([])
          // Making all indexes anew takes longer than the rest of a round.
          if (round % sized({ small: 1, full: 7 }) === 0) expect(compareIndexes(folder.dataDir)).toEqual([])
          const found = outcomes.map(({ transaction, answer }) => ({
            id: transaction.id,
            acknowledged: answer?.status === 200,
            presence: presenceOf(transaction, store),
          }))
          expect(found.filter(({ presence }) => presence === 'half')).toEqual([])
          expect(found.filter((each) => each.acknowledged && each.presence !== 'whole')).toEqual([])
          acknowledged += found.filter((each) => each.acknowledged).length
          cutOff += found.filter((each) => !each.acknowledged).length
          appliedUnacknowledged += found.filter(
            (each) => !each.acknowledged && each.presence === 'whole',
          ).length

          lake = await startLakeProcess(folder, { port: lake.port })
          restarts.push(lake.startedIn)
          // Their senders cannot know: they send all of it again, under the same ids.
          const again = await Promise.all(
            transactions.map((transaction) => insist(() => send(lake, transaction))),
          )
          expect(again.filter(({ status }) => status !== 200)).toEqual([])
          const repaired = readStore(folder.dataDir)
          expect(repaired.contradictions).toEqual([])
          expect(otherThan('whole', transactions, repaired)).toEqual([])
          const counters = await lake.query('array::unique(*[_type == "counter"].count)')
          expect(counters).toEqual([1])
        }
        expect(await findIndexFaults(lake)).toEqual([])
        // On a machine that has more to do than it can, the processor's time is what the lake is answerable for.
        expect(median(restarts.map(({ clock, processor }) => Math.min(clock, processor)))).toBeLessThan(
          longestRestart,
        )
      } finally {
        await lake.kill()
        run.note('rounds of transactions', `${rounds} × ${transactionsAtOnce}`)
        run.note('acknowledged', acknowledged)
        run.note('not acknowledged', `${cutOff}, of which ${appliedUnacknowledged} were committed`)
        run.note('restart to the first answered query', inMilliseconds(restarts.map(({ clock }) => clock)))
        run.note('of which computing', inMilliseconds(restarts.map(({ processor }) => processor)))
        run.print()
      }
    },
    faultTimeout,
  )
})
