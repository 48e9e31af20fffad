import {
  getDependents,
  getFeedsAlone,
  getPublishedRevision,
  isAddressTaken,
} from '../../../lib/content/getDependents.ts'
import {
  refTo,
  storedArticle,
  storedCategory,
  storedPoint,
  storedPointsSection,
} from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

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
    expect(addresses.sort()).toEqual([
      '/articles/operation',
      '/countries/armenia',
      '/countries/armenia/azerbaijan',
    ])
  })

  it('are all pages that list an article whose headline changed: those of its subjects and authors too', async () => {
    const before = await stored('article-operation')
    const addresses = await getDependents(before, { ...before, headline: 'New' })
    expect(addresses.sort()).toEqual([
      '/',
      '/authors/ani',
      '/authors/leyla',
      '/categories/conflict',
      '/countries/armenia',
      '/countries/armenia/azerbaijan',
      '/countries/azerbaijan',
      '/stories/karabakh',
      '/stories/karabakh/oldest',
      '/topics/ceasefires',
    ])
  })

  it('are the category above, too, for an article of one below', async () => {
    await store(lake, storedCategory('borders', { parent: refTo('category-conflict') }))
    const before = storedArticle('new', { category: refTo('category-borders'), authors: [] })
    expect((await getDependents(before, { ...before, headline: 'New' })).sort()).toEqual([
      '/',
      '/categories/borders',
      '/categories/conflict',
    ])
  })

  it('are the timeline of its story for an edited key point', async () => {
    const before = await stored('article-ceasefire')
    const sections = [storedPointsSection('k1', { points: [storedPoint('p9', { asOf: '2023-09-20' })] })]
    expect((await getDependents(before, { ...before, sections })).sort()).toEqual([
      '/',
      '/stories/karabakh',
      '/stories/karabakh/oldest',
    ])
  })

  it('are joined, for an edited key point, by the feeds of all that lists the article', async () => {
    const before = await stored('article-ceasefire')
    const sections = [storedPointsSection('k1', { points: [storedPoint('p9', { asOf: '2023-09-20' })] })]
    const feeds = await getFeedsAlone(before, { ...before, sections })
    expect(feeds).toEqual(
      expect.arrayContaining(['/categories/conflict/feed.xml', '/categories/conflict/feed.json']),
    )
    expect(feeds.filter((address) => address.startsWith('/stories/'))).toEqual([])
    expect(await getFeedsAlone(before, { ...before, closing: [] })).toEqual([])
  })

  it('are the page of a relation and both its countries for an edited relation', async () => {
    const before = await stored('relation-armenia-azerbaijan')
    expect((await getDependents(before, { ...before, summary: 'New.' })).sort()).toEqual([
      '/countries/armenia',
      '/countries/armenia/azerbaijan',
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
      '/authors/ani',
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
