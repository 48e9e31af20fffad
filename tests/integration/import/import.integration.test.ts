import { readFileSync } from 'node:fs'
import { openKeys } from '../../../scripts/import/keys.ts'
import { parseArticle } from '../../../scripts/import/parseArticle.ts'
import { readReference } from '../../../scripts/import/readReference.ts'
import { saveDraft } from '../../../scripts/import/saveDraft.ts'
import { toDraft } from '../../../scripts/import/toDraft.ts'
import { toFactPatch } from '../../../scripts/import/toFactPatch.ts'
import { startLake, type TestLake } from '../../support/lake.ts'

const text = readFileSync('tests/e2e/fixtures/border-road.txt', 'utf8')
const id = 'article-border-road-opens-to-lorries-after-three-years'
const fact = (_key: string, kind: string, value: string) => ({
  _type: 'fact',
  _key,
  kind,
  value,
  checkedOn: '2026-05',
})

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
  const countries = [
    {
      _id: 'country-armenia',
      name: 'Armenia',
      iso2: 'AM',
      facts: [fact('a', 'capital', 'Yerevan'), fact('p', 'population', '2.9 million')],
    },
    { _id: 'country-azerbaijan', name: 'Azerbaijan', iso2: 'AZ', facts: [fact('b', 'capital', 'Baku')] },
  ]
  const transaction = lake.client('administrator').transaction()
  for (const country of countries) transaction.create({ ...country, _type: 'country' })
  await transaction.commit()
})
afterEach(() => lake.close())

const client = () => lake.client('editor', { perspective: 'raw' })

async function runImport(replace = false) {
  const newKey = openKeys()
  const { article, factBoxes } = toDraft(parseArticle(text), await readReference(client()), newKey)
  const factPatches = factBoxes.flatMap((box) => toFactPatch(box, newKey) ?? [])
  return saveDraft(client(), { article, factPatches, replace })
}

describe('importing into a lake', () => {
  it('writes a draft with every point and publishes nothing', async () => {
    await runImport()
    const points = await client().fetch(`count(*[_id == $id][0].sections[].points[])`, { id: `drafts.${id}` })
    expect(points).toBe(6)
    expect(await client().getDocument(id)).toBeUndefined()
  })

  it('puts facts that are new or differ into drafts of the countries, and keeps what is published', async () => {
    const before = await client().getDocument('country-armenia')
    await runImport()
    expect(await client().getDocument('country-armenia')).toEqual(before)
    const draft = await client().getDocument('drafts.country-armenia')
    expect(draft?.facts.map((one: { kind: string; value: string }) => [one.kind, one.value])).toEqual([
      ['capital', 'Yerevan'],
      ['population', 'About three million'],
      ['location', 'South Caucasus region'],
      ['notableFor', 'Its apricots and its stone churches'],
    ])
  })

  it('refuses an address that is taken and writes nothing at all', async () => {
    await runImport()
    await client().delete('drafts.country-armenia')
    await expect(runImport()).rejects.toThrow(/--replace/)
    expect(await client().getDocument('drafts.country-armenia')).toBeUndefined()
  })

  it('replaces the text when told to and keeps what the editor has chosen, and the addresses of points', async () => {
    await runImport()
    const authors = [{ _key: 'one', _type: 'reference', _ref: 'country-armenia' }]
    await client().patch(`drafts.${id}`).set({ authors, standfirst: 'Changed' }).commit()
    const keys = `*[_id == "drafts.${id}"][0].sections[].points[]._key`
    const before = await client().fetch(keys)
    await runImport(true)
    const replaced = await client().getDocument(`drafts.${id}`)
    expect(replaced?.authors).toEqual(authors)
    expect(replaced?.standfirst).toMatch(/^The mountain road/)
    expect(await client().fetch(keys)).toEqual(before)
  })

  it('finds the article under the id that the Studio gave it, and writes its draft beside what is published', async () => {
    const slug = { _type: 'slug', current: 'border-road-opens-to-lorries-after-three-years' }
    await client().create({ _id: 'madeInStudio', _type: 'article', headline: 'Old', slug })
    await expect(runImport()).rejects.toThrow(/published article/i)
    expect((await runImport(true)).articleId).toBe('madeInStudio')
    expect((await client().getDocument('madeInStudio'))?.headline).toBe('Old')
    expect((await client().getDocument('drafts.madeInStudio'))?.headline).toMatch(/^Border road/)
  })
})
