import { z } from 'zod'
import {
  openProcesses,
  type Processes,
  type ProcessPlaces,
} from '../../../../lake/processes/openProcesses.ts'
import type { ProcessKind } from '../../../../lake/processes/workProcess.ts'
import { listProcesses, stillRunning } from '../../../support/systemProcesses.ts'
import type { TestTask } from '../../../support/taskProcess.ts'
import { waitFor } from '../../../support/waitFor.ts'

const usual: ProcessKind<unknown> = {
  module: new URL('../../../support/taskProcess.ts', import.meta.url),
  setup: { greeting: 'hello' },
  answer: z.unknown(),
  time: 30_000,
}
const opened: Processes<TestTask, unknown>[] = []
const open = (
  kind: Partial<ProcessKind<unknown>> = {},
  given: Partial<ProcessPlaces> = {},
  started = () => {},
) => {
  const places = { places: 1, kept: 0, rest: 60_000, ...given }
  const processes = openProcesses<TestTask, unknown>({ ...usual, ...kind }, places, started)
  opened.push(processes)
  return processes
}
afterEach(async () => {
  for (const processes of opened.splice(0)) await processes.close()
})
const pidOf = async (processes: Processes<TestTask, unknown>) =>
  z.number().parse(await processes.run({ kind: 'pid' }))

describe('a process of the lake', () => {
  it('is told how it is set up and does one task after the other', async () => {
    const processes = open()
    expect(await processes.run({ kind: 'say', words: 'one' })).toBe('hello one')
    expect(await processes.run({ kind: 'say', words: 'two' })).toBe('hello one two')
  })

  it('answers with tens of megabytes, whole', async () => {
    const bytes = await open().run({ kind: 'bytes', words: '33554432' })
    if (!ArrayBuffer.isView(bytes)) throw new Error('the answer is no bytes')
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    expect(text.equals(Buffer.alloc(33_554_432, 'ü'))).toBe(true)
  })

  it('knows no variables but what it runs by', async () => {
    process.env.SANITY_WRITE_TOKEN = 'secret'
    const names = await open().run({ kind: 'variables' })
    delete process.env.SANITY_WRITE_TOKEN
    expect(names).toEqual(expect.arrayContaining(['NODE_ENV']))
    expect(
      z
        .array(z.string())
        .parse(names)
        .filter((name) => !name.startsWith('NODE_')),
    ).toEqual(['MALLOC_ARENA_MAX'])
  })

  it('goes on after a task that failed, whose reason is told', async () => {
    const processes = open()
    await processes.run({ kind: 'say', words: 'one' })
    await expect(processes.run({ kind: 'refuse', words: 'no ink' })).rejects.toThrow(/no ink/)
    expect(await processes.run({ kind: 'say', words: 'two' })).toBe('hello one two')
  })
})

describe('a process that has nothing to do', () => {
  it('gives back the memory that a large task has needed', async () => {
    const processes = open()
    const pid = await pidOf(processes)
    const resident = async () => (await listProcesses()).find((each) => each.pid === pid)?.resident ?? 0
    const before = await resident()
    await processes.run({ kind: 'litter', words: '1500000' })
    const after = await resident()
    expect(after - before).toBeGreaterThan(60_000_000)
    await waitFor(async () => expect((await resident()) - before).toBeLessThan((after - before) / 3))
  })
})

describe('a process that goes over its limits', () => {
  it('is ended in the middle of a loop when its time is over', async () => {
    const processes = open({ time: 300 })
    await expect(processes.run({ kind: 'forever' })).rejects.toMatchObject({ reason: 'time' })
    expect(await processes.run({ kind: 'say', words: 'again' })).toBe('hello again')
  })

  it('is ended in the middle of a loop when its heap is full', async () => {
    const processes = open({ heap: 40 })
    await expect(processes.run({ kind: 'hoard' })).rejects.toMatchObject({ reason: 'memory' })
    expect(await processes.run({ kind: 'say', words: 'again' })).toBe('hello again')
  })

  it('ends itself when libraries have taken too much', async () => {
    const processes = open({ memory: 300 * 1024 ** 2 })
    await expect(processes.run({ kind: 'hoardOutside' })).rejects.toMatchObject({ reason: 'memory' })
  })

  it('leaves its last words when it breaks', async () => {
    const crash = open().run({ kind: 'crash', words: 'the presses stand still' })
    await expect(crash).rejects.toMatchObject({
      reason: 'broken',
      cause: expect.stringContaining('the presses stand still'),
    })
  })
})

describe('processes that wait for work', () => {
  it('are replaced at once when they were stopped, where some are kept ready', async () => {
    let started = 0
    const untilStarted = (times: number) => waitFor(async () => expect(started).toBe(times))
    const processes = open({ time: 300 }, { kept: 1 }, () => {
      started += 1
    })
    await untilStarted(1)
    await expect(processes.run({ kind: 'forever' })).rejects.toMatchObject({ reason: 'time' })
    await untilStarted(2)
    expect(processes.isFree()).toBe(true)
  })

  it('are ended after a while, but for those that are kept', async () => {
    const processes = open({}, { places: 2, kept: 1, rest: 200 })
    const pids = await Promise.all([pidOf(processes), pidOf(processes)])
    expect(new Set(pids).size).toBe(2)
    const left = await waitFor(async () => {
      const running = await stillRunning(pids)
      expect(running).toHaveLength(1)
      return running
    })
    expect(await pidOf(processes)).toBe(left[0])
  })

  it('are not given a task while they start and another may be free before', async () => {
    let started = 0
    const processes = open({}, { places: 2, kept: 1 }, () => {
      started += 1
    })
    await waitFor(async () => expect(started).toBe(1))
    const working = expect(processes.run({ kind: 'forever' })).rejects.toMatchObject({ reason: 'closing' })
    expect(processes.isFree()).toBe(false)
    processes.grow()
    expect(processes.isFree()).toBe(false)
    await waitFor(async () => expect(started).toBe(2))
    expect(processes.isFree()).toBe(true)
    await processes.close()
    await working
  })

  it('hear no Ctrl-C that is meant for the lake', async () => {
    const processes = open()
    const pid = await pidOf(processes)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal)
    expect(await pidOf(processes)).toBe(pid)
  })

  it('are gone when the lake is closed', async () => {
    const processes = open({}, { places: 2 })
    const pids = await Promise.all([pidOf(processes), pidOf(processes)])
    await processes.close()
    expect(await stillRunning(pids)).toEqual([])
  })
})
