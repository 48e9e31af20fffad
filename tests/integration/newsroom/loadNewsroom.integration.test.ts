import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hasArticles, loadNewsroom } from '../../../scripts/newsroom/load/loadNewsroom.ts'
import { startLake, type TestLake } from '../../support/lake.ts'
import { type StoredDocument, validateDocuments } from '../../support/validateDocuments.ts'

const folder = join(process.cwd(), 'sanity/seed/newsroom')
const run = promisify(execFile)
const quiet = () => {}

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const client = () => lake.client('editor', { perspective: 'raw' })
const everything = () => client().fetch<StoredDocument[]>('*[!(_id in path("_.**"))] | order(_id)')

function runLoad(flags: string[], environment: Record<string, string> = {}) {
  return run(process.execPath, ['scripts/newsroom/load.ts', ...flags], {
    env: {
      ...process.env,
      SANITY_API_HOST: lake.url,
      SANITY_PROJECT_ID: lake.projectId,
      SANITY_DATASET: lake.dataset,
      SANITY_WRITE_TOKEN: lake.tokens.editor,
      ...environment,
    },
  })
}

describe('loading the demonstration newsroom into a lake', () => {
  it('fills an empty dataset with documents that the Studio finds nothing wrong with', async () => {
    expect(await hasArticles(client())).toBe(false)
    const loaded = await loadNewsroom(client(), folder, quiet)
    const documents = await everything()
    expect(loaded.written).toBe(documents.filter(({ _type }) => _type !== 'sanity.imageAsset').length)
    expect(await validateDocuments(documents)).toEqual([])
    expect(JSON.stringify(documents)).not.toMatch(/_sanityAsset|"_weak"/)
  }, 180_000)

  it('leaves the dataset exactly as it is when it is loaded again', async () => {
    await loadNewsroom(client(), folder, quiet)
    const before = await everything()
    expect(await loadNewsroom(client(), folder, quiet)).toMatchObject({ written: 0, uploaded: 0 })
    expect(await everything()).toEqual(before)
  }, 60_000)

  it('puts back what has been changed, and nothing else', async () => {
    await loadNewsroom(client(), folder, quiet)
    await client().patch('country-armenia').set({ name: 'Arminia' }).commit()
    expect(await loadNewsroom(client(), folder, quiet)).toMatchObject({ written: 1, uploaded: 0 })
    expect(await client().fetch('*[_id == "country-armenia"][0].name')).toBe('Armenia')
  }, 60_000)

  it('does nothing with --if-empty where a newsroom is at work', async () => {
    await loadNewsroom(client(), folder, quiet)
    await client().patch('country-armenia').set({ name: 'Arminia' }).commit()
    const { stdout } = await runLoad(['--if-empty'])
    expect(stdout).toContain('nothing loaded')
    expect(await client().fetch('*[_id == "country-armenia"][0].name')).toBe('Arminia')
  }, 60_000)

  it.each([
    [
      'a token that may not write',
      { SANITY_WRITE_TOKEN: 'not-a-token' },
      /refuses to be written.*SANITY_WRITE_TOKEN/,
    ],
    ['a lake that is not there', { SANITY_API_HOST: 'http://127.0.0.1:2' }, /The newsroom was not loaded: /],
    ['no token at all', { SANITY_WRITE_TOKEN: '', LAKE_DATA_DIR: '/nowhere' }, /No token to write with/],
    [
      'a hosted dataset without its token',
      { SANITY_WRITE_TOKEN: '', SANITY_API_HOST: '' },
      /for the hosted dataset/,
    ],
    ['a name that is no dataset', { SANITY_DATASET: 'No Such' }, /SANITY_DATASET/],
  ])('says in one sentence what is wrong with %s', async (_what, environment, message) => {
    await expect(runLoad([], environment)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    })
  })
})
