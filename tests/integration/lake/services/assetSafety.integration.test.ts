import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import sharp from 'sharp'
import { beginFaultRun, faultTimeout, sized } from '../../../support/faults/faultScale.ts'
import { type LakeFolder, prepareLakeFolder } from '../../../support/faults/lakeFolder.ts'
import { type LakeProcess, startLakeProcess } from '../../../support/faults/lakeProcess.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

// Each process that unpacks pictures has to start first, and the machine may be busy.
jest.setTimeout(60_000)

const sha1 = (data: Buffer) => createHash('sha1').update(data).digest('hex')

/** A picture of which there is no other. */
function picture(number: number): Promise<Buffer> {
  const background = { r: number % 256, g: Math.floor(number / 256) % 256, b: 77 }
  return sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()
}

/** All files below a folder, by their path. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** What is wrong with the asset files of a lake, in words; nothing when all is well. */
async function faultsOf(dataDir: string, ids: readonly string[]): Promise<string[]> {
  const files = await filesIn(join(dataDir, 'assets'))
  const named = new Set(
    ids.map((id) => {
      const [kind, hash, ...rest] = id.split('-')
      return join(
        dataDir,
        'assets',
        `${kind}s`,
        'production',
        `${[hash, ...rest.slice(0, -1)].join('-')}.${rest.at(-1)}`,
      )
    }),
  )
  const halves = await Promise.all(
    files.map(async (path) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return sha1(await readFile(path)) === name.slice(0, 40) ? [] : [`${name} is not whole`]
    }),
  )
  return [
    ...halves.flat(),
    ...files.filter((path) => !named.has(path)).map((path) => `${path} has no document`),
    ...[...named].filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...(await readdir(join(dataDir, 'incoming')).catch(() => [])).map((name) => `incoming/${name} was left`),
  ]
}

describe('a lake that is killed in the middle of uploads', () => {
  let folder: LakeFolder
  beforeAll(async () => {
    folder = await prepareLakeFolder()
  })
  afterAll(() => folder.remove())

  const assetQuery = '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]._id'

  /** Uploads pictures and files one after another until the lake is gone; answers what was acknowledged. */
  async function uploadUntilKilled(
    lake: LakeProcess,
    uploader: number,
    acknowledged: string[],
  ): Promise<void> {
    for (let round = 0; ; round += 1) {
      const kind = round % 2 === 0 ? 'images' : 'files'
      const body =
        kind === 'images'
          ? await picture(uploader * 1000 + round)
          : Buffer.alloc(300_000, `${uploader}-${round} `)
      const response = await fetch(`${lake.url}/v1/assets/${kind}/production?filename=a.bin`, {
        method: 'POST',
        headers: { authorization: `Bearer ${folder.token}` },
        body: new Uint8Array(body),
      }).catch(() => undefined)
      const answer: unknown = await response?.json().catch(() => undefined)
      if (response?.status !== 200 || answer === undefined) return
      acknowledged.push(JSON.parse(JSON.stringify(answer)).document._id)
    }
  }

  it(
    'has every acknowledged upload whole, no half file and no leftovers, once it runs again',
    async () => {
      const run = beginFaultRun('kills while uploading')
      const rounds = sized({ small: 3, full: 20 })
      const acknowledged: string[] = []
      let running: LakeProcess | undefined
      try {
        for (let round = 0; round < rounds; round += 1) {
          const lake = await startLakeProcess(folder)
          running = lake
          const known = acknowledged.length
          const uploading = Array.from({ length: 8 }, (_, uploader) =>
            uploadUntilKilled(lake, round * 8 + uploader, acknowledged),
          )
          const wanted = known + 10 + run.random.below(30)
          await waitFor(async () => expect(acknowledged.length).toBeGreaterThan(wanted), 60_000)
          await lake.kill()
          await Promise.all(uploading)

          // What a power cut at the worst moments leaves, whether or not this kill met them.
          await mkdir(join(folder.dataDir, 'incoming'), { recursive: true })
          await writeFile(join(folder.dataDir, 'incoming', 'half'), 'half')
          const orphan = Buffer.from(`no document ${round}`)
          const files = join(folder.dataDir, 'assets', 'files', 'production')
          await writeFile(join(files, `${sha1(orphan)}.txt`), orphan)

          const again = await startLakeProcess(folder)
          running = again
          const ids = await waitFor(async () => {
            const found = JSON.parse(JSON.stringify(await again.query(assetQuery)))
            expect(await faultsOf(folder.dataDir, found)).toEqual([])
            return new Set(found)
          })
          expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
          await again.stop()
        }
        run.note('kills', rounds)
        run.note('acknowledged uploads', acknowledged.length)
      } finally {
        run.print()
        if (running && !running.hasEnded()) await running.kill()
      }
    },
    faultTimeout,
  )
})

describe('the same picture at the same time', () => {
  let lake: TestLake
  beforeAll(async () => {
    lake = await startLake()
  })
  afterAll(() => lake.close())
  const ids = () => lake.client('editor').fetch<string[]>('*[_type == "sanity.imageAsset"]._id')

  it('is one asset, however often it is uploaded at once', async () => {
    const body = await picture(1)
    const client = lake.client('editor')
    const made = await Promise.all(Array.from({ length: 12 }, () => client.assets.upload('image', body)))
    expect(new Set(made.map(({ _id }) => _id)).size).toBe(1)
    expect(await ids()).toHaveLength(1)
    expect(await faultsOf(lake.dataDir, await ids())).toEqual([])
  })

  it('is there whole or gone whole when it is deleted and uploaded at once', async () => {
    const client = lake.client('editor')
    for (let round = 0; round < 10; round += 1) {
      const body = await picture(100 + round)
      const { _id } = await client.assets.upload('image', body)
      await Promise.all([
        client.delete(_id),
        client.assets.upload('image', body),
        client.assets.upload('image', body),
      ])
    }
    await waitFor(async () => expect(await faultsOf(lake.dataDir, await ids())).toEqual([]))
  })

  it('keeps its file when a document that only claims its path is deleted', async () => {
    const client = lake.client('editor')
    const { _id, path, url } = await client.assets.upload('image', await picture(500))
    await client.create({ _id: 'claims', _type: 'sanity.imageAsset', path })
    await client.delete('claims')
    await client.delete('claims-again').catch(() => undefined)
    const next = await client.assets.upload('image', await picture(501))
    await client.delete(next._id)
    await waitFor(async () => expect((await fetch(next.url)).status).toBe(404))
    expect((await fetch(url)).status).toBe(200)
    expect(await ids()).toContain(_id)
  })
})
