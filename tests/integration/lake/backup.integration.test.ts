import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { jest } from '@jest/globals'
import sharp from 'sharp'
import { makeBackup } from '../../../lake/backup/makeBackup.ts'
import { restoreBackup } from '../../../lake/backup/restoreBackup.ts'
import { inOneSentence } from '../../../lake/inOneSentence.ts'
import { commitMutations } from '../../../lake/mutations/commitMutations.ts'
import { startLake, type TestLake } from '../../support/lake.ts'
import { waitFor } from '../../support/waitFor.ts'

// Each command is a process of its own, and the machine may be busy.
jest.setTimeout(240_000)

const writers = 20
let room: string
let lake: TestLake

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'meridian-backup-'))
  lake = await startLake()
})
afterAll(async () => {
  await lake.close()
  await rm(room, { recursive: true, force: true })
})

interface Typed {
  code: number
  out: string
  said: string
}

function run(command: string, args: string[], variables: Record<string, string>): Promise<Typed> {
  const env = { ...process.env, NODE_OPTIONS: '', ...variables }
  return new Promise((resolve) => {
    const child = execFile(command, args, { env }, (_error, out, said) =>
      resolve({ code: child.exitCode ?? 0, out, said: said.trim() }),
    )
  })
}

const type = (dataDir: string, ...args: string[]) =>
  run(process.execPath, ['lake/cli.ts', ...args], { LAKE_DATA_DIR: dataDir })

const inRoom = (name: string) => join(room, name)
const given = { now: () => Date.now(), progress: () => undefined }

/** What a command would print on standard error when the work fails. */
async function attempt<T>(work: Promise<T>): Promise<{ said: string; result: T | undefined }> {
  try {
    return { said: '', result: await work }
  } catch (error) {
    return { said: inOneSentence(error), result: undefined }
  }
}

const backUp = (folder: string, dataDir = lake.dataDir) => attempt(makeBackup({ ...given, folder, dataDir }))
const restore = (folder: string, dataDir: string, replace = false) =>
  attempt(restoreBackup({ ...given, folder, dataDir, replace }))

function picture(width: number): Promise<Buffer> {
  return sharp({ create: { width, height: 10, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
}

async function upload(width: number): Promise<{ _id: string; url: string }> {
  return lake.client('editor').assets.upload('image', await picture(width))
}

/** Writes pairs of documents, each in one transaction, until it is told to end. */
function keepWriting(writer: number) {
  const acknowledged: string[] = []
  let isOver = false
  const client = lake.client('editor')
  const done = (async () => {
    for (let round = 0; !isOver; round += 1) {
      const id = `written-${writer}-${round}`
      const pair = [`${id}-a`, `${id}-b`].map((_id) => ({ create: { _id, _type: 'article', round } }))
      await client.mutate(pair, { returnDocuments: false })
      acknowledged.push(id)
    }
  })()
  return {
    acknowledged,
    end: async () => {
      isOver = true
      await done
    },
  }
}

async function flipBit(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at)
  await file.close()
}

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8'))
}

const databaseOf = async (folder: string) => join(folder, (await manifestOf(folder)).folder, 'lake.sqlite')

describe('a backup that is made while twenty writers write', () => {
  const folder = () => inRoom('hot')
  let copy: TestLake
  let photo: { _id: string; url: string }
  let before: string[]
  let rev: string

  beforeAll(async () => {
    photo = await upload(40)
    const client = lake.client('editor')
    const { _rev } = await client.create({ _id: 'with-history', _type: 'article', headline: 'first' })
    rev = _rev
    await client.patch('with-history').set({ headline: 'second' }).commit()
    const mainMedia = { asset: { _type: 'reference', _ref: photo._id } }
    await client.create({ _id: 'drafts.secret', _type: 'article', mainMedia })
    const writing = Array.from({ length: writers }, (_, writer) => keepWriting(writer))
    const acknowledged = () => writing.flatMap((writer) => writer.acknowledged)
    await waitFor(async () => expect(acknowledged().length).toBeGreaterThan(2 * writers))
    before = acknowledged()
    const typed = type(lake.dataDir, 'backup', folder())
    // Uploaded and deleted while the files are copied: each is whole in the backup or not in it.
    for (let width = 50; width < 56; width += 1) {
      const made = await upload(width)
      if (width % 2 === 0) await client.delete(made._id)
    }
    expect(await typed).toMatchObject({ code: 0, said: '' })
    expect(acknowledged().length).toBeGreaterThan(before.length)
    await Promise.all(writing.map((writer) => writer.end()))
    expect(await type(inRoom('hot-restored'), 'restore', folder())).toMatchObject({ code: 0, said: '' })
    copy = await startLake({ dataDir: inRoom('hot-restored') })
  })
  afterAll(() => copy.close())

  it('holds what was acknowledged before, and no half of a transaction', async () => {
    const ids = await copy.client('editor').fetch<string[]>('*[_type == "article" && defined(round)]._id')
    const there = new Set(ids)
    expect(before.filter((id) => !there.has(`${id}-a`) || !there.has(`${id}-b`))).toEqual([])
    expect(ids.filter((id) => !there.has(id.replace(/[ab]$/, (half) => (half === 'a' ? 'b' : 'a'))))).toEqual(
      [],
    )
  })

  it('holds drafts and history', async () => {
    const client = copy.client('editor')
    expect(await client.getDocument('drafts.secret')).toMatchObject({ _type: 'article' })
    const address = `${copy.url}/v2025-02-19/data/history/production/documents/with-history?revision=${rev}`
    const answer = await fetch(address, { headers: { authorization: `Bearer ${copy.tokens.editor}` } })
    expect(await answer.json()).toMatchObject({ documents: [{ headline: 'first' }] })
  })

  it('holds the bytes of every picture that a document names', async () => {
    const bytes = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer())
    expect((await bytes(photo.url.replace(lake.url, copy.url))).equals(await bytes(photo.url))).toBe(true)
    const urls = await copy.client('editor').fetch<string[]>('*[_type == "sanity.imageAsset"].url')
    expect(urls).toContain(photo.url.replace(lake.url, copy.url))
    for (const url of urls) expect((await fetch(url)).status).toBe(200)
    expect((await manifestOf(folder())).missing).toEqual([])
  })

  it('may be read by its owner only', async () => {
    expect((await stat(await databaseOf(folder()))).mode & 0o077).toBe(0)
    expect((await stat(join(folder(), 'assets'))).mode & 0o077).toBe(0)
  })
})

describe('the next backup into the same folder', () => {
  const folder = () => inRoom('nightly')

  it('copies only what is new, and leaves nothing of the last one', async () => {
    const kept = await upload(100)
    const gone = await upload(101)
    await backUp(folder())
    await lake.client('editor').delete(gone._id)
    await upload(102)
    expect((await backUp(folder())).result?.assets.copied).toBe(1)
    const names = await readdir(join(folder(), 'assets', 'images', 'production'))
    expect(names.map((name) => name.slice(0, 40))).toContain(kept._id.split('-')[1])
    expect(names.map((name) => name.slice(0, 40))).not.toContain(gone._id.split('-')[1])
    expect((await readdir(folder())).toSorted()).toEqual(
      [(await manifestOf(folder())).folder, 'assets', 'backup.json', 'lake.lock'].toSorted(),
    )
  })

  it('mends a file that was damaged in it', async () => {
    const { path } = await anyAsset(folder())
    await flipBit(path, 30)
    expect((await backUp(folder())).result?.assets.copied).toBe(1)
    expect((await restore(folder(), inRoom('mended'))).said).toBe('')
  })

  it('that fails leaves the last one whole', async () => {
    const broken = inRoom('broken-source')
    expect((await restore(folder(), broken)).said).toBe('')
    const file = await open(join(broken, 'lake.sqlite'), 'r+')
    await file.write(Buffer.alloc(8192, 7), 0, 8192, 4096)
    await file.close()
    expect((await backUp(folder(), broken)).said).toMatch(/damaged/)
    expect((await restore(folder(), inRoom('after-failure'))).said).toBe('')
  })

  it('names a file that is damaged in the data folder, and holds all else', async () => {
    const source = inRoom('one-damaged')
    expect((await restore(folder(), source)).said).toBe('')
    const { path, name } = await anyAsset(source)
    await flipBit(path, 30)
    const made = await type(source, 'backup', inRoom('of-one-damaged'))
    expect(made.code).toBe(1)
    expect(made.said).toContain(`${path} is damaged`)
    expect((await manifestOf(inRoom('of-one-damaged'))).missing).toEqual([`images/production/${name}`])
    const { out } = await type(inRoom('without-it'), 'restore', inRoom('of-one-damaged'))
    expect(out).toMatch(/1 file was missing already/)
  })
})

async function anyAsset(folder: string): Promise<{ path: string; name: string }> {
  const images = join(folder, 'assets', 'images', 'production')
  const [name = ''] = await readdir(images)
  return { path: join(images, name), name }
}

describe('a picture that is deleted while its backup is made', () => {
  it('is not named by the backup, which is whole', async () => {
    const { context } = lake.lake
    await upload(149)
    const gone = await upload(150)
    const folder = inRoom('deleted-meanwhile')
    let copies = 0
    const progress = (what: string, share: number) => {
      if (what !== 'Database' || share < 1) return
      copies += 1
      if (copies > 1) return
      // The database is copied and names it; its file is not copied yet.
      commitMutations(context, {
        dataset: 'production',
        mutations: [{ delete: { id: gone._id } }],
        author: 'test',
      })
      rmSync(
        join(lake.dataDir, 'assets', 'images', 'production', gone.url.slice(gone.url.lastIndexOf('/') + 1)),
      )
    }
    const made = await makeBackup({ ...given, folder, dataDir: lake.dataDir, progress })
    expect(copies).toBeGreaterThan(1)
    expect(made.manifest.missing).toEqual([])
    expect((await restore(folder, inRoom('without-deleted'))).said).toBe('')
    const [hash] = gone.url.slice(gone.url.lastIndexOf('/') + 1).split('-')
    const names = await readdir(join(inRoom('without-deleted'), 'assets', 'images', 'production'))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => name.startsWith(String(hash)))).toEqual([])
  })

  it('is named when its file was missing all along, and the rest is backed up', async () => {
    const lost = await upload(151)
    const name = lost.url.slice(lost.url.lastIndexOf('/') + 1)
    rmSync(join(lake.dataDir, 'assets', 'images', 'production', name))
    const { result } = await backUp(inRoom('with-a-loss'))
    expect(result?.manifest.missing).toEqual([`images/production/${name}`])
    expect((await restore(inRoom('with-a-loss'), inRoom('restored-loss'))).said).toBe('')
    await lake.client('editor').delete(lost._id)
  })
})

describe('restoring', () => {
  const folder = () => inRoom('good')
  const spoilt = async (name: string) => {
    await cp(folder(), inRoom(name), { recursive: true })
    return inRoom(name)
  }

  beforeAll(async () => {
    await upload(200)
    await lake
      .client('editor')
      .createOrReplace({ _id: 'words', _type: 'article', text: 'quite unmistakable '.repeat(20) })
    await backUp(folder())
  })

  it('names the database when a bit of it was flipped, also where SQLite sees no fault', async () => {
    const backup = await spoilt('flipped-database')
    const database = await databaseOf(backup)
    const at = (await readFile(database)).indexOf('unmistakable')
    await flipBit(database, at)
    const open = new DatabaseSync(database, { readOnly: true })
    expect(open.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    open.close()
    expect((await restore(backup, inRoom('target-1'))).said).toContain(`${database} is damaged`)
    expect(await readdir(room)).not.toContain('target-1')
  })

  it('names the picture when a bit of it was flipped, and the one that is missing', async () => {
    const backup = await spoilt('flipped-picture')
    const { path } = await anyAsset(backup)
    await flipBit(path, 30)
    expect((await restore(backup, inRoom('target-2'))).said).toContain(`${path} is damaged`)
    await rm(path)
    expect((await restore(backup, inRoom('target-2'))).said).toContain(`${path} is damaged: it is missing`)
    expect((await readdir(room)).filter((name) => name.startsWith('target-2'))).toEqual([])
  })

  it('refuses a folder that is no backup, and one that a newer program made', async () => {
    expect((await restore(inRoom('nowhere'), inRoom('target-3'))).said).toMatch(/is no backup/)
    const newer = await spoilt('newer')
    const manifest = { ...(await manifestOf(newer)), schemaVersion: 9999, program: 'meridian 9.0.0' }
    await writeFile(join(newer, 'backup.json'), JSON.stringify(manifest))
    expect((await restore(newer, inRoom('target-3'))).said).toMatch(/newer Meridian \(meridian 9\.0\.0\)/)
    await writeFile(join(newer, 'backup.json'), '{"format": 1')
    expect((await restore(newer, inRoom('target-3'))).said).toMatch(/backup\.json is damaged/)
  })

  it('refuses the folder of a lake that runs, and leaves it running', async () => {
    const { code, said } = await type(lake.dataDir, 'restore', folder(), '--replace')
    expect([code, said]).toEqual([1, expect.stringMatching(/^Another lake is running on /)])
    expect((await fetch(`${lake.url}/health`)).status).toBe(200)
  })

  it('refuses a folder that is not empty, and keeps it under another name when told to replace it', async () => {
    const target = inRoom('target-4')
    await mkdir(target)
    await writeFile(join(target, 'note.txt'), 'mine')
    expect((await restore(folder(), target)).said).toMatch(/is not empty.*--replace/)
    const { out } = await type(target, 'restore', folder(), '--replace')
    const kept = /is in (\S+target-4\.before-restore-\S+): /.exec(out)?.[1] ?? ''
    expect(await readFile(join(kept, 'note.txt'), 'utf8')).toBe('mine')
    expect(await readdir(target)).toEqual(expect.arrayContaining(['assets', 'lake.sqlite']))
    expect((await stat(target)).mode & 0o077).toBe(0)
  })

  it('brings the secrets back, readable by their owner only', async () => {
    const source = inRoom('with-secrets')
    expect(await type(source, 'setup')).toMatchObject({ code: 0 })
    expect((await backUp(inRoom('secrets-backup'), source)).said).toBe('')
    expect((await restore(inRoom('secrets-backup'), inRoom('target-5'))).said).toBe('')
    const secrets = join(inRoom('target-5'), 'secrets.json')
    expect(await readFile(secrets, 'utf8')).toBe(await readFile(join(source, 'secrets.json'), 'utf8'))
    expect((await stat(secrets)).mode & 0o077).toBe(0)
  })
})

describe('where a backup may go', () => {
  it('is no folder with other things in it, nor the data folder or one in it or around it', async () => {
    await mkdir(inRoom('papers'))
    await writeFile(join(inRoom('papers'), 'thesis.txt'), 'x')
    expect((await backUp(inRoom('papers'))).said).toMatch(/holds "thesis\.txt"/)
    expect((await backUp(join(lake.dataDir, 'backup'))).said).toMatch(/would be lost with the data folder/)
    expect((await backUp(tmpdir())).said).toMatch(/would be lost with the data folder/)
  })

  it('is nowhere when there is no lake', async () => {
    expect((await backUp(inRoom('of-nothing'), inRoom('no-lake'))).said).toMatch(/There is no lake in/)
    expect(await readdir(room)).not.toContain('no-lake')
  })
})

describe('a backup that finds no room', () => {
  it('says so, leaves nothing of itself, and the one before it whole', async () => {
    const folder = inRoom('small-disk')
    expect((await backUp(folder)).said).toBe('')
    const before = await readdir(folder, { recursive: true })
    const { size } = await stat(await databaseOf(folder))
    const film = Buffer.alloc(size + 2_000_000, 'x')
    await lake.client('editor').assets.upload('file', film, { filename: 'film.mp4' })
    // No file may grow beyond this: to whoever writes a longer one it is a disk that is full.
    const limit = `--fsize=${size + 1_000_000}`
    const command = [limit, process.execPath, 'lake/cli.ts', 'backup', folder]
    const { code, said } = await run('prlimit', command, { LAKE_DATA_DIR: lake.dataDir })
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/The disk of \S+small-disk is full.*earlier backup/),
    ])
    const left = await readdir(folder, { recursive: true })
    expect(left.filter((name) => !before.includes(name))).toEqual([
      join('assets', 'files'),
      join('assets', 'files', 'production'),
    ])
    expect((await restore(folder, inRoom('from-small-disk'))).said).toBe('')
  })

  it('restores all or nothing', async () => {
    const folder = inRoom('with-film')
    expect((await backUp(folder)).said).toBe('')
    const command = ['--fsize=1000000', process.execPath, 'lake/cli.ts', 'restore', folder]
    const { code, said } = await run('prlimit', command, { LAKE_DATA_DIR: inRoom('no-room') })
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/The disk of \S+no-room is full\. Nothing was restored/),
    ])
    expect((await readdir(room)).filter((name) => name.startsWith('no-room'))).toEqual([])
  })
})
