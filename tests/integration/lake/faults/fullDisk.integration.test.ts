import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import type { LakeConnection } from '../../../support/faults/lakeConnection.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { findSmallDisk, type SmallDisk } from '../../../support/faults/smallDisk.ts'
import { otherThan, readStore, type StoreState } from '../../../support/faults/storeState.ts'
import { type LoadedTransaction, makeLoad } from '../../../support/faults/transactionLoad.ts'

const size = sized({ small: 60, full: 1_000 })
const refusedWrites = sized({ small: 200, full: 20_000 })
const said = z.object({ statusCode: z.number(), error: z.string(), message: z.string() })

function send(lake: LakeConnection, { by, body, id }: LoadedTransaction) {
  return by === 'mutate' ? lake.mutate(body, id) : lake.act(body, id)
}

interface FillingDisk {
  fill(): Promise<void>
  makeRoom(): Promise<void>
  read(): Promise<StoreState>
}

/** What a lake must do whose disk has filled up. */
async function checkFullDisk(
  lake: LakeConnection,
  disk: FillingDisk,
  memory: () => Promise<number>,
): Promise<{ refused: number; written: number; grown: number }> {
  const { seed, transactions } = makeLoad(0, size, run.random)
  expect((await lake.mutate(seed)).status).toBe(200)
  const half = transactions.slice(0, size / 2)
  const rest = transactions.slice(size / 2)
  expect((await Promise.all(half.map((each) => send(lake, each)))).map(({ status }) => status)).toEqual(
    half.map(() => 200),
  )

  await disk.fill()
  const full = await untilRefused(lake)
  expect([503, 507]).toContain(full.status)
  expect(said.parse(JSON.parse(full.text)).message).toMatch(/disk/)
  const tried = await Promise.all(
    rest.map(async (each) => ({ each, status: (await send(lake, each)).status })),
  )
  const refused = tried.filter(({ status }) => status !== 200).map(({ each }) => each)
  // A small one may still have found a place in pages that were there.
  const fitting = tried.filter(({ status }) => status === 200).map(({ each }) => each)
  expect(tried.map(({ status }) => status).filter((status) => ![200, 503, 507].includes(status))).toEqual([])
  expect(refused.length).toBeGreaterThan(fitting.length)

  // Reading goes on, and refusing costs nothing that stays.
  let before = await memory()
  for (let written = 0; written < refusedWrites; written += 20) {
    // The first half warms up: a heap that is used for the first time grows whatever becomes of the writes.
    if (written === refusedWrites / 2) before = await memory()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => lake.mutate([note(`more-${written + index}`)])),
    )
    for (const { status } of answers) expect([503, 507]).toContain(status)
    expect(await lake.query('count(*[_type == "counter"])')).toBeGreaterThan(0)
  }
  const grown = (await memory()) - before
  expect((await lake.get('/health')).status).toBe(200)
  const whileFull = await disk.read()
  expect(whileFull.contradictions).toEqual([])
  expect(otherThan('whole', [...half, ...fitting], whileFull)).toEqual([])
  expect(otherThan('absent', refused, whileFull)).toEqual([])

  await disk.makeRoom()
  // Whoever was refused sends the same again, and is served by the same process.
  expect((await Promise.all(rest.map((each) => send(lake, each)))).map(({ status }) => status)).toEqual(
    rest.map(() => 200),
  )
  const after = await disk.read()
  expect(after.contradictions).toEqual([])
  expect(otherThan('whole', transactions, after)).toEqual([])
  return { refused: refused.length + refusedWrites, written: transactions.length, grown }
}

const note = (id: string) => ({ create: { _id: id, _type: 'note', text: 'x'.repeat(20_000) } })

/** There may be room in files that are there already. */
async function untilRefused(lake: LakeConnection) {
  for (let number = 0; number < 10_000; number += 1) {
    const answer = await lake.mutate([note(`note-${number}`)])
    if (answer.status !== 200) return answer
  }
  throw new Error('The disk was never full.')
}

let run: ReturnType<typeof beginFaultRun>
let folder: LakeFolder

beforeEach(async () => {
  folder = await prepareLakeFolder()
})
afterEach(() => folder.remove())

describe('a lake whose disk fills up', () => {
  it(
    'refuses to write in words, goes on reading, and writes again once there is room',
    async () => {
      run = beginFaultRun('disk full')
      // Where the system offers no small disk, the database keeps to a size, as in the next test.
      const disk = findSmallDisk(folder.dataDir, 64)
      await (disk ? checkDisk(disk) : checkPageLimit())
    },
    faultTimeout,
  )

  it(
    'does so too when it is the database that may not grow',
    async () => {
      run = beginFaultRun('database full')
      await checkPageLimit()
    },
    faultTimeout,
  )
})

async function checkDisk(disk: SmallDisk): Promise<void> {
  run.note('disk', disk.kind)
  const lake = await startLakeProcess(folder, { before: disk.before })
  const { dataDir } = folder
  await checkAndStop(lake, {
    fill: () => disk.fill(lake.pid, dataDir),
    makeRoom: () => disk.makeRoom(lake.pid, dataDir),
    read: () => readCopy(disk.pathOf(lake.pid, dataDir)),
  })
}

async function checkPageLimit(): Promise<void> {
  const lake = await startLakeProcess(folder, { program: 'tests/support/faults/pageLimitedLake.ts' })
  await checkAndStop(lake, {
    fill: () => lake.tell('full'),
    makeRoom: () => lake.tell('room'),
    read: async () => readStore(folder.dataDir),
  })
}

async function checkAndStop(lake: LakeProcess, disk: FillingDisk): Promise<void> {
  try {
    const { refused, written, grown } = await checkFullDisk(lake, disk, () => residentBytes(lake.pid))
    run.note('transactions', written)
    run.note('refused writes', refused)
    run.note('memory grown over the second half of them by MB', Math.round(grown / 1024 / 1024))
    expect(grown).toBeLessThan(64 * 1024 * 1024)
    expect((await lake.stop()).code).toBe(0)
  } finally {
    if (!lake.hasEnded()) await lake.kill()
    run.print()
  }
}

/** SQLite would follow the path of another's mounted disk to our own; nobody writes meanwhile. */
async function readCopy(path: string): Promise<StoreState> {
  const copy = await mkdtemp(join(tmpdir(), 'meridian-copy-'))
  try {
    for (const name of ['lake.sqlite', 'lake.sqlite-wal']) await copyFile(join(path, name), join(copy, name))
    return readStore(copy)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** As `ps` says it, which every Unix has. */
async function residentBytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) * 1024
}
