import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { listProcesses, stillRunning } from '../../../support/systemProcesses.ts'
import { waitFor } from '../../../support/waitFor.ts'

let folder: LakeFolder
let lake: LakeProcess | undefined
beforeAll(async () => {
  folder = await prepareLakeFolder()
})
afterEach(() => lake?.kill())
afterAll(() => folder.remove())

const endless = `"${'a'.repeat(40)}" match "${'*a'.repeat(30)}b"`
const childrenOf = async (lake: number) => (await listProcesses()).filter(({ parent }) => parent === lake)

/** A lake that answers nothing for hours, one process of which is at it. */
async function startBusyLake() {
  const started = await startLakeProcess(folder, { limits: 'budget=86400000' })
  lake = started
  const computed = async () => (await childrenOf(started.pid)).reduce((sum, child) => sum + child.computed, 0)
  const before = await computed()
  const asked = started.query(endless).catch(() => undefined)
  await waitFor(async () => expect(await computed()).toBeGreaterThan(before + 1), 60_000)
  return { started, asked, children: (await childrenOf(started.pid)).map(({ pid }) => pid) }
}

describe('the processes of a lake', () => {
  it('end with it when it is killed, in the middle of a query too', async () => {
    const { started, asked, children } = await startBusyLake()
    expect(children.length).toBeGreaterThan(0)
    await started.kill()
    await asked
    await waitFor(async () => expect(await stillRunning(children)).toEqual([]))
  }, 120_000)

  it('end with it when it is told to stop', async () => {
    const { started, asked, children } = await startBusyLake()
    expect(await started.stop()).toMatchObject({ code: 0 })
    await asked
    await waitFor(async () => expect(await stillRunning(children)).toEqual([]))
  }, 120_000)
})
