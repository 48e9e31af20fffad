import { openCuttingProxy } from '../../../support/faults/cuttingProxy.ts'
import { beginFaultRun, type FaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import { followListen } from '../../../support/faults/followListen.ts'
import { insist, type LakeConnection } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { Replica } from '../../../support/faults/replica.ts'
import { readLog } from '../../../support/faults/storeState.ts'
import { waitFor } from '../../../support/waitFor.ts'

const cutsWanted = sized({ small: 24, full: 200 })
const kills = sized({ small: 2, full: 10 })
/** Everything, so that what was heard can be held against the whole log. */
const query = '*[_type in ["note", "mark"]]'

const kinds = [
  { carriedBy: 'http', resumes: true },
  { carriedBy: 'socket', resumes: true },
  { carriedBy: 'http', resumes: false },
  { carriedBy: 'socket', resumes: false },
] as const

let folder: LakeFolder
let lake: LakeProcess

beforeEach(async () => {
  folder = await prepareLakeFolder()
  lake = await startLakeProcess(folder)
}, faultTimeout)
afterEach(async () => {
  await lake.stop()
  await folder.remove()
})

/** Listeners, each with a copy of the dataset that it keeps by what it hears. */
function openReplicas(url: string, wanted: readonly (typeof kinds)[number][] = [...kinds, ...kinds]) {
  return wanted.map((kind) => {
    const replica = new Replica(() => lake, query)
    const listener = followListen(url, { token: folder.token, query, onEvent: replica.hear, ...kind })
    return { kind, replica, listener }
  })
}

function closeReplicas(replicas: ReturnType<typeof openReplicas>): void {
  for (const { listener, replica } of replicas) {
    listener.close()
    replica.close()
  }
}

/** Writes without a pause; what is not answered is sent again under its id. Answers how to stop and how much was written. */
function startWriters(current: () => LakeConnection, { random }: FaultRun) {
  let isWriting = true
  let written = 0
  const text = () => 'Two words — ‘fünf’ '.repeat(1 + random.below(30))
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let turn = 0; isWriting; turn += 1) {
      const [first, second] = [random.below(20), random.below(20)].map((number) => `note-${number}`)
      const mutations = [
        { createIfNotExists: { _id: first, _type: 'note', words: [] } },
        { patch: { id: first, set: { text: text() }, inc: { count: 1 } } },
        ...(random.below(3) === 0
          ? [{ delete: { id: second } }]
          : [{ createOrReplace: { _id: second, _type: 'note', text: text(), count: turn } }]),
      ]
      await write(current, mutations, `tx-${writer}-${turn}`)
      written += 1
    }
  })
  return {
    written: () => written,
    stop: async () => {
      isWriting = false
      await Promise.all(writers)
    },
  }
}

async function write(current: () => LakeConnection, mutations: object[], id: string): Promise<void> {
  const { status, text } = await insist(() => current().mutate(mutations, id))
  expect({ status, text }).toMatchObject({ status: 200 })
}

/** Waits until the last word has come through to everybody, then holds every copy against the store and its log. */
async function checkReplicas(replicas: ReturnType<typeof openReplicas>): Promise<void> {
  await write(() => lake, [{ createOrReplace: { _id: 'the-end', _type: 'mark' } }], 'tx-the-end')
  await waitFor(async () => {
    const waiting = replicas.filter(({ replica }) => !replica.has('the-end'))
    expect(waiting.map(({ kind }) => kind)).toEqual([])
  }, 60_000)
  closeReplicas(replicas)
  const truth = await Promise.all([lake.query(query), Promise.resolve(readLog(folder.dataDir))])
  const [documents, log] = truth
  for (const { kind, replica } of replicas) {
    expect({ kind, faults: replica.faults }).toEqual({ kind, faults: [] })
    expect({ kind, documents: byId(replica.documents) }).toEqual({ kind, documents: byId(documents) })
    // What was heard since the last reading is the end of the log: nothing left out, doubled or in another order.
    expect(replica.heard).toEqual(log.slice(log.length - replica.heard.length))
  }
}

function byId(documents: unknown): unknown {
  if (!Array.isArray(documents)) throw new Error('A list of documents was expected.')
  return [...documents].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
}

function noteFigures(run: FaultRun, replicas: ReturnType<typeof openReplicas>): void {
  const total = (count: (each: (typeof replicas)[number]) => number) =>
    replicas.reduce((sum, each) => sum + count(each), 0)
  run.note(
    'connections',
    total(({ listener }) => listener.connections()),
  )
  run.note(
    'events',
    total(({ listener }) => listener.count('mutation')),
  )
  for (const event of ['welcome', 'welcomeback', 'reset'])
    run.note(
      event,
      total(({ listener }) => listener.count(event)),
    )
}

describe('somebody who listens', () => {
  it(
    'misses nothing and hears all in order, however often the line is cut in the middle of an event',
    async () => {
      const run = beginFaultRun('listeners on a line that is cut at random bytes')
      const proxy = await openCuttingProxy({
        target: lake.port,
        nextCut: () => 200 + run.random.below(run.random.pick([2_000, 60_000])),
      })
      const replicas = openReplicas(proxy.url)
      const writers = startWriters(() => lake, run)
      try {
        await waitFor(async () => expect(proxy.cuts()).toBeGreaterThanOrEqual(cutsWanted), faultTimeout / 2)
        proxy.mend()
        await writers.stop()
        await checkReplicas(replicas)
        for (const { kind, listener } of replicas)
          if (kind.resumes) expect(listener.count('welcomeback')).toBeGreaterThan(0)
      } finally {
        await writers.stop()
        closeReplicas(replicas)
        await proxy.close()
        run.note('transactions', writers.written())
        run.note('cuts', proxy.cuts())
        noteFigures(run, replicas)
        run.print()
      }
    },
    faultTimeout,
  )

  it(
    'misses nothing when the lake is killed and comes back',
    async () => {
      const run = beginFaultRun('listeners of a lake that is killed')
      const replicas = openReplicas(lake.url)
      const writers = startWriters(() => lake, run)
      let killed = 0
      try {
        for (; killed < kills; killed += 1) {
          const before = writers.written()
          const enough = before + 20 + run.random.below(100)
          await waitFor(async () => expect(writers.written()).toBeGreaterThan(enough), faultTimeout / 2)
          await lake.kill()
          lake = await startLakeProcess(folder, { port: lake.port })
        }
        await writers.stop()
        await checkReplicas(replicas)
        for (const { kind, listener } of replicas)
          if (kind.resumes) expect(listener.count('welcomeback')).toBeGreaterThan(0)
      } finally {
        await writers.stop()
        closeReplicas(replicas)
        run.note('transactions', writers.written())
        run.note('kills', killed)
        noteFigures(run, replicas)
        run.print()
      }
    },
    faultTimeout,
  )

  it(
    'misses nothing when it reads slower than others write, and holds nobody up',
    async () => {
      const run = beginFaultRun('listeners that rest')
      const replicas = openReplicas(lake.url, kinds)
      const transactions = sized({ small: 400, full: 5_000 })
      try {
        for (const { listener } of replicas) await listener.hear('welcome')
        for (const { listener } of replicas) listener.rest(true)
        // More than the lines between them can hold, and more transactions than the lake keeps for anybody.
        const text = 'x'.repeat(25_000)
        for (let turn = 0; turn < transactions; turn += 1) {
          const mutation = { createOrReplace: { _id: `note-${turn % 20}`, _type: 'note', text, turn } }
          await write(() => lake, [mutation], `tx-${turn}`)
        }
        for (const { listener } of replicas) listener.rest(false)
        await checkReplicas(replicas)
      } finally {
        closeReplicas(replicas)
        run.note('transactions', transactions)
        noteFigures(run, replicas)
        run.print()
      }
    },
    faultTimeout,
  )
})
