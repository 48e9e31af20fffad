import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadArchive } from '../../../scripts/newsroom/archive/loadArchive.ts'
import { openArchive } from '../../../scripts/newsroom/archive/openArchive.ts'
import { removeArchive } from '../../../scripts/newsroom/archive/removeArchive.ts'
import { startLake, type TestLake } from '../../support/lake.ts'
import { type StoredDocument, validateDocuments } from '../../support/validateDocuments.ts'

const seedFolder = join(process.cwd(), 'sanity/seed')
const newsroomFolder = join(seedFolder, 'newsroom')
const run = promisify(execFile)
const quiet = () => {}

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
  await load(250)
}, 60_000)
afterAll(() => lake.close())

const client = () => lake.client('editor', { perspective: 'raw' })
const load = (articles: number, seed = 1) =>
  loadArchive(client(), openArchive(seedFolder, seed), { articles, newsroomFolder }, quiet)
const everything = () => client().fetch<StoredDocument[]>('*[!(_id in path("_.**"))] | order(_id)')
const count = (type: string, seed = 1) =>
  client().fetch<number>('count(*[string::startsWith(_id, $start)])', { start: `${type}-archive-${seed}-` })

const runScale = (...flags: string[]) =>
  run(process.execPath, ['scripts/newsroom/scale.ts', ...flags], {
    env: {
      ...process.env,
      SANITY_API_HOST: lake.url,
      SANITY_PROJECT_ID: lake.projectId,
      SANITY_DATASET: lake.dataset,
      SANITY_WRITE_TOKEN: lake.tokens.editor,
    },
  })

describe('loading a generated archive into a lake', () => {
  it('puts the articles beside the demonstration newsroom, which it loads where it is missing', async () => {
    expect(await count('article')).toBe(250)
    expect(await client().fetch('defined(*[_id == "country-armenia"][0])')).toBe(true)
  })

  it('writes documents in which the Studio finds no error', async () => {
    const documents = await everything()
    const isSample = ({ _id }: StoredDocument) => /archive-1-(?:\d|1\d|20\d|kenya-.*)$/.test(_id)
    const types = documents.filter(isSample).map(({ _type }) => _type)
    expect(new Set(types)).toEqual(new Set(['article', 'story', 'source']))
    const checked = documents.map((document) =>
      isSample(document) ? document : { ...document, _type: `sanity.${document._type}` },
    )
    const faults = await validateDocuments(checked)
    expect(faults.filter(({ level }) => level === 'error')).toEqual([])
  }, 60_000)

  it('changes nothing when it is run again, not even what an editor has written meanwhile', async () => {
    await client().patch('article-archive-1-7').set({ kicker: 'Rewritten' }).commit()
    const before = await everything()
    expect(await load(250)).toMatchObject({ written: 0 })
    expect(await everything()).toEqual(before)
  }, 60_000)

  it('goes on where it was interrupted, and can be made longer', async () => {
    await client().mutate([0, 3, 211].map((number) => ({ delete: { id: `article-archive-1-${number}` } })))
    expect(await load(430)).toMatchObject({ written: 3 + 180 + 3 })
    expect(await count('article')).toBe(430)
  }, 60_000)

  it('is removed without a trace of it, and nothing else is', async () => {
    await load(20, 2)
    expect(await removeArchive(client(), 2, quiet)).toBeGreaterThan(800)
    expect([await count('article', 2), await count('story', 2), await count('source', 2)]).toEqual([0, 0, 0])
    expect(await count('article')).toBeGreaterThan(0)
    expect(await client().fetch('count(*[_type == "country"])')).toBeGreaterThan(200)
  }, 60_000)

  it('says what the dataset answered where it may not be written', async () => {
    const viewer = lake.client('viewer', { perspective: 'raw' })
    const refused = loadArchive(viewer, openArchive(seedFolder, 4), { articles: 5, newsroomFolder }, quiet)
    await expect(refused).rejects.toMatchObject({
      statusCode: 403,
      message: expect.stringMatching(/permission/i),
    })
    expect(await count('article', 4)).toBe(0)
  })

  it('says as a command how far it is, where it wrote and how much', async () => {
    const { stdout } = await runScale('--articles', '30', '--seed', '3')
    expect(stdout).toMatch(
      /Articles: 30 of 30, \d+ a second\nThe archive is there, [\d.]+ s: \d+ documents written, 0 were there\.\n$/,
    )
    expect((await runScale('--remove', '--seed', '3')).stdout).toMatch(/The archive of seed 3 is gone/)
    expect(await count('article', 3)).toBe(0)
  }, 60_000)

  it.each([
    ['neither', []],
    ['both', ['--articles', '5', '--remove']],
    ['no number', ['--articles', 'many']],
    ['an unknown option', ['--number', '5']],
  ])('asks for either a number of articles or --remove: %s', async (_what, flags) => {
    await expect(runScale(...flags)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Usage:'),
    })
  })
})
