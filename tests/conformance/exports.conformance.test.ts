import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { exportDataset } from '@sanity/export'
import { sanityImport } from '@sanity/import'
import { quarters } from '../support/conformancePictures.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const client = () => target().client()
const id = (name: string) => target().id(name)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Two countries that point at each other, an article with a picture, and its draft. */
async function haveContent(): Promise<string> {
  const { mark, type } = target()
  const { _id: picture } = await client().assets.upload('image', await quarters(320, 200), {
    filename: `${mark}-exported.png`,
  })
  const reference = (_ref: string) => ({ _type: 'reference', _ref })
  const article = {
    _type: type('article'),
    headline: 'Exported “as it is” — 東京',
    picture: { _type: 'image', asset: reference(picture), alt: 'Quarters' },
    countries: [{ _key: 'k', ...reference(id('armenia')) }],
  }
  await client()
    .transaction()
    .create({ _id: id('armenia'), _type: type('country'), neighbour: reference(id('georgia')) })
    .create({ _id: id('georgia'), _type: type('country'), neighbour: reference(id('armenia')) })
    .create({ _id: id('article'), ...article })
    .create({ _id: `drafts.${id('article')}`, ...article, headline: 'Drafted' })
    .commit()
  return picture
}

/** This file's documents by id, without what every write sets anew. */
async function stored(): Promise<Record<string, unknown>[]> {
  const types = [target().type('article'), target().type('country')]
  const found = await client().fetch<Record<string, unknown>[]>('*[_type in $types] | order(_id)', { types })
  return found.map(({ _rev, _updatedAt, ...document }) => document)
}

describe('the export of a dataset', () => {
  it('is one document a line, drafts and pictures’ documents too', async () => {
    await client().create({ _id: id('line'), _type: target().type('line'), text: 'one\ntwo' })
    await client().create({ _id: `drafts.${id('line')}`, _type: target().type('line') })
    const { ask, dataset } = target()
    const response = await ask(`/data/export/${dataset}`)
    expect(response.headers.get('content-type')).toMatch(/ndjson/)
    const lines = (await response.text()).split('\n').filter((line) => line !== '')
    const documents = lines.map((line) => JSON.parse(line))
    const ours = documents.filter(({ _type }) => _type === target().type('line'))
    expect(ours.map(({ _id }) => _id).toSorted()).toEqual([id('line'), `drafts.${id('line')}`].toSorted())
    expect(ours).toEqual(expect.arrayContaining([await client().getDocument(id('line'))]))
  })

  it('shows a stranger no draft', async () => {
    const { ask, dataset } = target()
    const response = await ask(`/data/export/${dataset}`, { token: null })
    const text = await response.text()
    expect(text).not.toContain(`drafts.${id('')}`)
  })
})

describe('Sanity’s own export and import', () => {
  it('bring every document, draft and picture back as they were', async () => {
    const picture = await haveContent()
    const before = await stored()
    expect(before).toHaveLength(4)
    const archive = join(folder, 'all.tar.gz')
    const types = [target().type('article'), target().type('country')]
    await exportDataset({
      client: client(),
      dataset: target().dataset,
      outputPath: archive,
      filterDocument: ({ _id, _type }) => _id === picture || types.includes(_type),
    })
    expect(gunzipSync(await readFile(archive)).includes('data.ndjson')).toBe(true)

    await client().delete({ query: '*[_type in $types]', params: { types } })
    await client().delete(picture)
    expect(await stored()).toEqual([])
    const imported = await sanityImport(createReadStream(archive), {
      client: client(),
      operation: 'createOrReplace',
      allowAssetsInDifferentDataset: true,
    })
    expect(imported.numDocs).toBe(4)
    expect(await stored()).toEqual(before)
    const url = await client().fetch<string>('*[_id == $picture][0].url', { picture })
    expect((await fetch(url)).headers.get('content-type')).toBe('image/png')
  }, 120_000)

  it('bring documents in with a cursor instead of a stream', async () => {
    await client().create({ _id: id('cursor'), _type: target().type('cursor'), text: 'x' })
    const archive = join(folder, 'cursor.tar.gz')
    await exportDataset({
      client: client(),
      dataset: target().dataset,
      outputPath: archive,
      types: [target().type('cursor')],
      mode: 'cursor',
    })
    expect(gunzipSync(await readFile(archive)).includes(id('cursor'))).toBe(true)
  }, 120_000)
})
