import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { faultTimeout } from '../../../support/faults/faultScale.ts'
import { freePort } from '../../../support/faults/freePort.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { runLakeToItsEnd, startLakeProcess } from '../../../support/faults/lakeProcess.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
let folder: LakeFolder

beforeAll(async () => {
  folder = await prepareLakeFolder()
})
afterAll(() => folder.remove())

describe('two lakes on one folder', () => {
  it(
    'are not run: the second says why, and the first goes on',
    async () => {
      const lake = await startLakeProcess(folder)
      try {
        const { code, said } = await runLakeToItsEnd(folder.dataDir, await freePort())
        expect(code).toBe(1)
        expect(said.trim()).toBe(
          `Another lake is running on ${folder.dataDir}. Stop it first, or choose another folder with LAKE_DATA_DIR.`,
        )
        expect((await lake.mutate([{ create: { _id: 'still-here', _type: 'article' } }])).status).toBe(200)
      } finally {
        await lake.stop()
      }
    },
    faultTimeout,
  )

  it(
    'may follow each other, also when the first was killed',
    async () => {
      const killed = await startLakeProcess(folder)
      await killed.kill()
      const next = await startLakeProcess(folder)
      expect(await next.query('*[_id == "still-here"]._id')).toEqual(['still-here'])
      await next.stop()
    },
    faultTimeout,
  )

  it(
    'do not keep commands out, which work beside a lake',
    async () => {
      const lake = await startLakeProcess(folder)
      try {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [join(root, 'lake', 'cli.ts'), 'token', 'create', '--role', 'viewer'],
          { env: { ...process.env, NODE_OPTIONS: '', LAKE_DATA_DIR: folder.dataDir } },
        )
        const token = stdout.trim().split('\n').at(-1)
        const answer = await fetch(`${lake.url}/users/me`, { headers: { authorization: `Bearer ${token}` } })
        expect(await answer.json()).toMatchObject({ role: 'viewer' })
      } finally {
        await lake.stop()
      }
    },
    faultTimeout,
  )
})
