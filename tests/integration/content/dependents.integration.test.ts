import { getDependents, getPublishedRevision, isAddressTaken } from '../../../lib/content/getDependents.ts'
import { storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake } from './newsroomLake.ts'

let lake: TestLake
const stored = async (id: string) => (await lake.client().getDocument(id)) ?? {}
beforeAll(async () => {
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

describe('the pages that show a published document', () => {
  it('are all the articles of an author whose name changed', async () => {
    const before = await stored('author-leyla')
    expect(await getDependents(before, { ...before, name: 'Leyla M.' })).toEqual(['/articles/operation'])
  })

  it('are the articles and the neighbours of a country whose fact changed', async () => {
    const before = await stored('country-azerbaijan')
    const addresses = await getDependents(before, { ...before, facts: [] })
    expect(addresses.sort()).toEqual(['/articles/operation', '/countries/armenia'])
  })

  it('are category, countries and front of an article whose headline changed', async () => {
    const before = await stored('article-operation')
    const addresses = await getDependents(before, { ...before, headline: 'New' })
    expect(addresses.sort()).toEqual([
      '/',
      '/categories/conflict',
      '/countries/armenia',
      '/countries/azerbaijan',
    ])
  })

  it('are none for an edit that only the article itself shows', async () => {
    const before = await stored('article-operation')
    expect(await getDependents(before, { ...before, closing: [] })).toEqual([])
  })

  it('are the front and both categories of an article that moved', async () => {
    const before = storedArticle('new')
    const after = { ...before, category: { _ref: 'category-economy' } }
    expect((await getDependents(before, after)).sort()).toEqual([
      '/',
      '/categories/conflict',
      '/categories/economy',
    ])
  })
})

describe('what is published now', () => {
  it('is told by revision and by address', async () => {
    expect(await getPublishedRevision('article-road')).toBe(
      (await lake.client().getDocument('article-road'))?._rev,
    )
    expect(await getPublishedRevision('article-none')).toBeUndefined()
    expect(await isAddressTaken('article', 'road')).toBe(true)
    expect(await isAddressTaken('article', 'none')).toBe(false)
  })
})
