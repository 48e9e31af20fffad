import { getArticle } from '../../../lib/content/getArticle.ts'
import { getCategoryPage } from '../../../lib/content/getCategoryPage.ts'
import { getCountries } from '../../../lib/content/getCountries.ts'
import { getCountry } from '../../../lib/content/getCountry.ts'
import { getFront } from '../../../lib/content/getFront.ts'
import { getHealth } from '../../../lib/content/getHealth.ts'
import { getPage } from '../../../lib/content/getPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

describe('an article', () => {
  it('comes with its byline in the order of its editors', async () => {
    const article = await getArticle('operation')
    expect(article?.contributors.map(({ name }) => name)).toEqual(['Leyla', 'Ani'])
  })

  it('leads mentions and actors to the pages of their countries', async () => {
    const article = await getArticle('operation')
    const [first, second] = article?.sections ?? []
    expect(first).toMatchObject({
      points: [{ text: [{ markDefs: [{ _type: 'mention', href: '/countries/armenia' }] }] }, {}],
    })
    expect(second).toMatchObject({ actor: { name: 'Azerbaijan', href: '/countries/azerbaijan', iso2: 'AZ' } })
  })

  it('has a fact box for each of its countries, with the publisher that a fact was checked against', async () => {
    const article = await getArticle('operation')
    expect(article?.factBoxes.map(({ country }) => country.name)).toEqual(['Armenia', 'Azerbaijan'])
    expect(article?.factBoxes[0]?.facts).toMatchObject([
      { kind: 'population', value: '2.8 million', checkedOn: '2023-08', sourceName: 'Census office' },
    ])
  })

  it('shows what its two countries are to each other, the last events first', async () => {
    const article = await getArticle('operation')
    expect(article?.relations).toMatchObject([
      {
        countries: [{ name: 'Armenia' }, { name: 'Azerbaijan' }],
        events: [{ date: '2020-11-10' }, { date: '2020-11' }, { date: '1994' }],
      },
    ])
  })

  it('says why each related article stands beside it, and repeats none of them below', async () => {
    const article = await getArticle('operation')
    expect(article?.related.map(({ id, reason }) => [id, reason])).toEqual([
      ['article-ceasefire', { kind: 'story', names: [] }],
      ['article-road', { kind: 'topic', names: ['ceasefires'] }],
    ])
    expect(article?.moreFromCategory).toEqual([])
  })

  it('prints the revision that the lake stored', async () => {
    const stored = await lake.client().getDocument('article-operation')
    expect((await getArticle('operation'))?.revision).toBe(stored?._rev)
  })

  it('is not there when nobody published it', async () => {
    expect(await getArticle('never-written')).toBeUndefined()
    expect(await getArticle('x'.repeat(5000))).toBeUndefined()
  })
})

describe('a country', () => {
  it('gathers the key points that it acts in or that mention it, and no other', async () => {
    const [armenia, azerbaijan] = await Promise.all([getCountry('armenia'), getCountry('azerbaijan')])
    expect(armenia?.inTheNews.map(({ href }) => href)).toEqual(['/articles/operation#p1'])
    expect(azerbaijan?.inTheNews.map(({ href }) => href)).toEqual(['/articles/operation#p3'])
  })

  it('lists its articles newest first, with its neighbours and relations', async () => {
    const armenia = await getCountry('armenia')
    expect(armenia?.articles.map(({ id }) => id)).toEqual(['article-ceasefire', 'article-operation'])
    expect(armenia?.neighbours.map(({ name }) => name)).toEqual(['Azerbaijan'])
    expect(armenia?.relations.map(({ id }) => id)).toEqual(['relation-armenia-azerbaijan'])
    expect(armenia?.about?.[0]?.markDefs[0]?.href).toBe('/countries/azerbaijan')
  })

  it('is counted in the atlas with the articles about it', async () => {
    const { regions } = await getCountries()
    expect(regions).toMatchObject([
      {
        name: 'Asia',
        countries: [
          { name: 'Armenia', articleCount: 2 },
          { name: 'Azerbaijan', articleCount: 1 },
        ],
      },
    ])
  })
})

describe('the front', () => {
  it('puts every article in one place', async () => {
    const front = await getFront()
    expect(front.lead?.id).toBe('article-operation')
    expect(front.lead?.points.map(({ href }) => href)).toEqual([
      '/articles/operation#p1',
      '/articles/operation#p2',
      '/articles/operation#p3',
    ])
    expect(front.secondary.map(({ id }) => id)).toEqual(['article-ceasefire', 'article-gas'])
    expect(front.latest.map(({ id }) => id)).toEqual(['article-road'])
  })
})

describe('a category', () => {
  it('leads with its newest article and lists the others by day', async () => {
    const page = await getCategoryPage('conflict', 1)
    expect(page?.lead?.id).toBe('article-ceasefire')
    expect(page?.days.map(({ day }) => day)).toEqual(['2023-09-19', '2023-07-01'])
    expect(page?.pageCount).toBe(1)
  })

  it('has no page after its last', async () => {
    expect(await getCategoryPage('conflict', 2)).toBeUndefined()
    expect(await getCategoryPage('conflict', 0)).toBeUndefined()
    expect(await getCategoryPage('weather', 1)).toBeUndefined()
  })
})

describe('the frame of every page', () => {
  it('has the categories in the order of the masthead and the pages of the footer', async () => {
    const site = await getSite()
    expect(site.name).toBe('The Small Gazette')
    expect(site.url).toBe('https://news.example')
    expect(site.categories.map(({ label }) => label)).toEqual(['Economy', 'Conflict'])
    expect(site.pages).toEqual([{ label: 'About', href: '/about' }])
  })

  it('reads a standing page', async () => {
    expect(await getPage('about')).toMatchObject({ title: 'About', body: [{ style: 'normal' }] })
    expect(await getPage('nowhere')).toBeUndefined()
  })

  it('tells whether the content lake answers', async () => {
    expect(await getHealth()).toEqual({ status: 'ok', content: 'ok' })
  })
})
