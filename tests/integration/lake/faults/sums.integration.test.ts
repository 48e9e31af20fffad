import { z } from 'zod'
import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import { followListen } from '../../../support/faults/followListen.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { waitFor } from '../../../support/waitFor.ts'

const transfers = sized({ small: 300, full: 5_000 })
const accounts = 12
const opening = 1_000

interface AlikeAccounts {
  prefix: string
  first: number
  count: number
}

/**
 * All accounts are published, the first half have drafts, a third have versions, too. Money stays within a layer
 * and among accounts that have the same layers, so that each perspective has a sum of its own that never changes.
 */
const layers = [
  { prefix: '', holders: accounts },
  { prefix: 'drafts.', holders: accounts / 2 },
  { prefix: 'versions.spring.', holders: accounts / 3 },
] as const
const alike: [AlikeAccounts, ...AlikeAccounts[]] = [
  { prefix: '', first: 0, count: 4 },
  { prefix: '', first: 4, count: 2 },
  { prefix: '', first: 6, count: 6 },
  { prefix: 'drafts.', first: 0, count: 4 },
  { prefix: 'drafts.', first: 4, count: 2 },
  { prefix: 'versions.spring.', first: 0, count: 4 },
]
const worth = { '': opening, 'drafts.': 10 * opening, 'versions.spring.': 100 * opening } as const

const sums: readonly { perspective: string; total: number; documents: number }[] = [
  { perspective: 'published', total: 12 * opening, documents: 12 },
  { perspective: 'drafts', total: 6 * 10 * opening + 6 * opening, documents: 12 },
  { perspective: 'spring', total: 4 * 100 * opening + 8 * opening, documents: 12 },
  { perspective: 'spring,drafts', total: 4 * 100 * opening + 2 * 10 * opening + 6 * opening, documents: 12 },
  { perspective: 'raw', total: (12 + 6 * 10 + 4 * 100) * opening, documents: 22 },
]

const idsIn = (perspective: string) =>
  (perspective === 'raw' ? layers : layers.slice(0, 1)).flatMap(({ prefix, holders }) =>
    Array.from({ length: holders }, (_, index) => `${prefix}account-${index}`),
  )

function sumQuery(perspective: string): string {
  const balances = idsIn(perspective).map((id) => `*[_id == "${id}"][0].balance`)
  return `{
    "total": math::sum(*[_type == "account"].balance),
    "documents": count(*[_type == "account"]),
    "chairs": count(*[_type == "chair"]),
    "listed": math::sum(*[_type == "account"] | order(balance desc, _id){balance}[].balance),
    "oneByOne": math::sum([${balances.join(', ')}])
  }`
}

const summed = z.object({
  total: z.number(),
  documents: z.number(),
  listed: z.number(),
  /** The same, account by account: as many questions in one, all to be answered from one state. */
  oneByOne: z.number(),
  /** There is always one chair: whoever takes it away puts another one in the same transaction. */
  chairs: z.number(),
})

let folder: LakeFolder
let lake: LakeProcess

beforeAll(async () => {
  folder = await prepareLakeFolder()
  lake = await startLakeProcess(folder)
  const create = layers.flatMap(({ prefix, holders }) =>
    Array.from({ length: holders }, (_, index) => ({
      create: { _id: `${prefix}account-${index}`, _type: 'account', balance: worth[prefix] },
    })),
  )
  create.push({ create: { _id: 'chair-0', _type: 'chair', balance: 0 } })
  expect((await lake.mutate(create)).status).toBe(200)
}, faultTimeout)
afterAll(async () => {
  await lake.stop()
  await folder.remove()
})

describe('transfers between two accounts in one transaction', () => {
  it(
    'never show a wrong sum, in any perspective, to whoever asks or listens meanwhile',
    async () => {
      const run = beginFaultRun('sums over two-document transactions')
      const { random } = run
      const wrong: unknown[] = []
      let asked = 0
      let heard = 0
      try {
        // Somebody who listens knows all balances, and looks at them whenever a transaction has come whole.
        const balances = new Map<string, number>()
        const listener = followListen(lake.url, {
          token: folder.token,
          query: '*[_type == "account"]',
          onEvent: ({ event, data }) => {
            if (event !== 'mutation') return
            const told = mutation.parse(data)
            if (told.result) balances.set(told.documentId, told.result.balance)
            if (told.transactionCurrentEvent !== told.transactionTotalEvents - 1) return
            heard += 1
            const total = [...balances.values()].reduce((sum, balance) => sum + balance, 0)
            const raw = sums.at(-1)?.total
            if (total !== raw) wrong.push({ listener: total, instead: raw })
          },
        })
        await listener.hear('welcome')
        for (const { _id, balance } of stored.parse(await lake.query('*[_type == "account"]')))
          balances.set(_id, balance)

        let isMoving = true
        const readers = sums.map(async ({ perspective, total, documents }) => {
          while (isMoving) {
            const found = summed.parse(await lake.query(sumQuery(perspective), { perspective }))
            asked += 1
            const expected = { total, documents, listed: total, oneByOne: total, chairs: 1 }
            if (Object.entries(expected).some(([name, value]) => Reflect.get(found, name) !== value)) {
              wrong.push({ perspective, found, expected })
            }
          }
        })
        let made = 0
        let chair = 0
        const swapping = (async () => {
          while (isMoving) {
            chair += 1
            const answer = await lake.mutate([
              { delete: { id: `chair-${chair - 1}` } },
              { create: { _id: `chair-${chair}`, _type: 'chair', balance: 0 } },
            ])
            expect(answer.status).toBe(200)
          }
        })()
        await Promise.all(
          Array.from({ length: 8 }, async () => {
            while (made < transfers) {
              made += 1
              const { prefix, first, count } = random.pick(alike)
              const giver = random.below(count)
              const from = first + giver
              const to = first + ((giver + 1 + random.below(count - 1)) % count)
              const amount = 1 + random.below(100)
              // What is written between the two halves makes the moment long in which they could be seen apart.
              const receipts = Array.from({ length: 12 }, (_, copy) => ({
                createOrReplace: { _id: `receipt-${copy}`, _type: 'receipt', amount, from, to },
              }))
              const answer = await lake.mutate([
                { patch: { id: `${prefix}account-${from}`, dec: { balance: amount } } },
                ...receipts,
                { patch: { id: `${prefix}account-${to}`, inc: { balance: amount } } },
              ])
              expect(answer.status).toBe(200)
            }
          }),
        )
        isMoving = false
        await Promise.all([...readers, swapping])
        await waitFor(async () => expect(heard).toBe(made))
        listener.close()
        expect(wrong).toEqual([])
        run.note('transfers', made)
        run.note('chairs swapped', chair)
      } finally {
        run.note('sums asked for', asked)
        run.note('transactions heard', heard)
        run.print()
      }
    },
    faultTimeout,
  )
})

const mutation = z.object({
  documentId: z.string(),
  transactionCurrentEvent: z.number(),
  transactionTotalEvents: z.number(),
  result: z.object({ balance: z.number() }).optional(),
})
const stored = z.array(z.object({ _id: z.string(), balance: z.number() }))
