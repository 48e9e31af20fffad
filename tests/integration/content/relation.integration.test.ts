import { jest } from '@jest/globals'
import { getArticle } from '../../../lib/content/getArticle.ts'
import { getRelation } from '../../../lib/content/getRelation.ts'
import { keyedRefTo, storedArticle, storedCountry, storedRelation } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  lake = await startNewsroomLake()
  const countries = ['country-armenia', 'country-azerbaijan'].map(keyedRefTo)
  await store(
    lake,
    storedCountry('Iran', 'IR', '364'),
    storedCountry('Georgia', 'GE', '268'),
    { ...storedRelation('armenia', 'iran'), _id: 'drafts.relation-armenia-iran' },
    { ...storedRelation('georgia', 'armenia'), summary: '' },
    { ...storedArticle('secret', { countries }), _id: 'drafts.article-secret' },
  )
})
afterAll(() => lake.close())

describe('what two countries are to each other', () => {
  it('has its events from the first one on, and the articles that are about both', async () => {
    const relation = await getRelation('armenia', 'azerbaijan')
    expect(relation).toMatchObject({
      href: '/countries/armenia/azerbaijan',
      summary: 'What armenia and azerbaijan are to each other.',
      countries: [{ name: 'Armenia' }, { name: 'Azerbaijan' }],
    })
    expect(relation?.events.map(({ date }) => date)).toEqual(['1991', '1994', '2020-11', '2020-11-10'])
    expect(relation?.articles.map(({ id }) => id)).toEqual(['article-operation'])
  })

  it('stands at one address: not at the other order, nor at a country with itself', async () => {
    expect(await getRelation('azerbaijan', 'armenia')).toBeUndefined()
    expect(await getRelation('armenia', 'armenia')).toBeUndefined()
  })

  it('is in the order of the address whichever its editors chose', async () => {
    await store(lake, { ...storedRelation('georgia', 'azerbaijan'), timeline: [] })
    const relation = await getRelation('azerbaijan', 'georgia')
    expect(relation?.countries.map(({ name }) => name)).toEqual(['Azerbaijan', 'Georgia'])
    expect(relation).toMatchObject({ events: [], articles: [] })
  })

  it('is not there while it is a draft, between strangers, or with a country that nobody knows', async () => {
    expect(await getRelation('armenia', 'iran')).toBeUndefined()
    expect(await getRelation('georgia', 'iran')).toBeUndefined()
    expect(await getRelation('armenia', 'nowhere')).toBeUndefined()
  })

  it('without a summary keeps the last good page', async () => {
    await expect(getRelation('armenia', 'georgia')).rejects.toMatchObject({
      problems: [{ document: 'relation-georgia-armenia', field: 'summary' }],
    })
  })

  it('is linked from the box under an article that names both', async () => {
    const article = await getArticle('operation')
    expect(article?.relations.map(({ href }) => href)).toEqual(['/countries/armenia/azerbaijan'])
  })
})
