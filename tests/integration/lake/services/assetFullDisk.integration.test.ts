import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { faultTimeout } from '../../../support/faults/faultScale.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { findSmallDisk, type SmallDisk } from '../../../support/faults/smallDisk.ts'

let folder: LakeFolder
let disk: SmallDisk | undefined
let lake: LakeProcess | undefined

beforeAll(async () => {
  folder = await prepareLakeFolder()
  disk = findSmallDisk(folder.dataDir, 48)
})
afterAll(async () => {
  await lake?.stop()
  await folder.remove()
})

async function post(url: string, kind: string, body: Buffer) {
  const response = await fetch(`${url}/v1/assets/${kind}/production?filename=a.bin`, {
    method: 'POST',
    headers: { authorization: `Bearer ${folder.token}` },
    body: new Uint8Array(body),
  })
  const { document, message } = await response.json()
  return { status: response.status, document, message: String(message) }
}

const noise = (side: number) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()

/** Below the data folder: what is unfinished, and the names of the assets. */
async function filesOf(root: string) {
  const list = async (name: string) => await readdir(join(root, name), { recursive: true }).catch(() => [])
  const cached = await list('cache')
  return {
    unfinished: [...(await list('incoming')), ...cached.filter((name) => name.endsWith('.part'))],
    assets: (await list('assets')).filter((name) => name.includes('.')).toSorted(),
  }
}

it(
  'a lake whose disk is full refuses uploads in words, keeps no half of one, and goes on showing pictures',
  async () => {
    if (!disk) throw new Error('This machine has neither unshare nor prlimit: no disk can be filled here.')
    lake = await startLakeProcess(folder, { before: disk.before })
    const { url, pid } = lake
    const root = disk.pathOf(pid, folder.dataDir)
    const photo = await post(url, 'images', await noise(500))
    expect(photo.status).toBe(200)
    expect((await fetch(`${photo.document.url}?w=100`)).status).toBe(200)
    const before = await filesOf(root)
    process.stderr.write(`[faults] full disk of uploads: ${disk.kind}\n`)

    await disk.fill(pid, folder.dataDir)
    const large = Buffer.alloc(6_000_000, 'x')
    for (const [kind, body] of [
      ['files', large],
      ['images', await noise(1500)],
    ] as const) {
      const refused = await post(url, kind, body)
      expect([refused.status, refused.message]).toEqual([507, expect.stringMatching(/disk is full/)])
    }
    expect(await filesOf(root)).toEqual(before)
    // One that was made before, the whole, and one that finds no room where it would be kept.
    for (const query of ['?w=100', '', '?w=3000&fm=png']) {
      const shown = await fetch(`${photo.document.url}${query}`)
      expect(shown.status).toBe(200)
      expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBeGreaterThan(0)
    }
    expect(await filesOf(root)).toEqual(before)
    expect((await fetch(`${url}/health`)).status).toBe(200)

    await disk.makeRoom(pid, folder.dataDir)
    const stored = await post(url, 'files', large)
    expect(stored.status).toBe(200)
    expect((await (await fetch(stored.document.url)).arrayBuffer()).byteLength).toBe(large.length)
  },
  faultTimeout,
)
