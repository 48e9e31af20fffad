import { jest } from '@jest/globals'
import { getArticle } from '../../../lib/content/getArticle.ts'
import { getCategoryPage } from '../../../lib/content/getCategoryPage.ts'
import { getCountry } from '../../../lib/content/getCountry.ts'
import { getFront } from '../../../lib/content/getFront.ts'
import { keyedRefTo, refTo, storedArticle, storedPoint, storedPointsSection } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
const log: string[] = []
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation((line) => void log.push(String(line)))
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

describe('a draft', () => {
  it('is invisible at its address and in every list, also to a portal that holds a token', async () => {
    process.env.SANITY_READ_TOKEN = lake.tokens.viewer
    await store(lake, { ...storedArticle('secret'), _id: 'drafts.article-secret' })
    expect(await getArticle('secret')).toBeUndefined()
    const page = await getCategoryPage('conflict', 1)
    expect(JSON.stringify(page)).not.toContain('secret')
    expect(JSON.stringify(await getFront())).not.toContain('secret')
  })

  it('leaves the published article as it is', async () => {
    await store(lake, { ...storedArticle('road', { headline: 'Not yet' }), _id: 'drafts.article-road' })
    expect((await getArticle('road'))?.headline).toBe('Headline of road')
  })
})

describe('an article that breaks its schema', () => {
  beforeAll(() =>
    store(
      lake,
      storedArticle('broken', {
        sections: [storedPointsSection('k1', { points: [storedPoint('p1', { standing: 'certain' })] })],
        firstPublishedAt: '2023-10-01T00:00:00Z',
        standfirst: 'Complete enough for a teaser.',
      }),
      storedArticle('headless', { headline: '', firstPublishedAt: '2023-10-02T00:00:00Z' }),
    ),
  )

  it('keeps the last good page: its page throws, naming document and field', async () => {
    await expect(getArticle('broken')).rejects.toMatchObject({
      name: 'ContentError',
      problems: [
        { document: 'article-broken', documentType: 'article', field: 'sections[0].points[0].standing' },
      ],
    })
  })

  it('is left out of lists, and the log names it once', async () => {
    const page = await getCategoryPage('conflict', 1)
    expect(page?.lead?.id).toBe('article-broken')
    expect(JSON.stringify(page)).not.toContain('headless')
    await getCategoryPage('conflict', 1)
    const lines = log.filter((line) => line.includes('"article-headless"'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('"headline"')
  })
})

describe('an article whose category is gone', () => {
  it('throws and says which field is to be mended', async () => {
    await store(lake, storedArticle('homeless', { category: { ...refTo('category-gone'), _weak: true } }))
    await expect(getArticle('homeless')).rejects.toThrow(/article-homeless.*"category"/)
  })
})

describe('a reference to what is not published', () => {
  it('is left out without harm', async () => {
    const weak = (id: string) => ({ ...keyedRefTo(id), _weak: true })
    await store(
      lake,
      storedArticle('dangling', {
        authors: [weak('author-nobody'), keyedRefTo('author-ani')],
        countries: [weak('country-nowhere')],
        relatedPinned: [weak('article-nothing')],
        sections: [
          storedPointsSection('k1', {
            actor: {
              _type: 'actor',
              country: { ...refTo('country-nowhere'), _weak: true },
              name: 'The council',
            },
            points: [storedPoint('p1', { sources: [weak('source-none'), keyedRefTo('source-ministry')] })],
          }),
        ],
      }),
    )
    const article = await getArticle('dangling')
    expect(article?.contributors.map(({ name }) => name)).toEqual(['Ani'])
    expect(article?.factBoxes).toEqual([])
    expect(article?.sections[0]).toMatchObject({
      actor: { name: 'The council', href: undefined },
      points: [{ sourceNumbers: [1] }],
    })
  })
})

describe('a link that readers must not follow', () => {
  it('is printed as plain words, and the log names the place', async () => {
    const text = [
      {
        _type: 'block',
        _key: 'b1',
        style: 'normal',
        markDefs: [{ _type: 'link', _key: 'l1', href: 'javascript:alert(1)' }],
        children: [{ _type: 'span', _key: 's1', text: 'Click here', marks: ['l1', 'strong'] }],
      },
    ]
    await store(lake, storedArticle('trap', { sections: [{ _type: 'passage', _key: 'k1', text }] }))
    const article = await getArticle('trap')
    expect(article?.sections[0]).toMatchObject({
      text: [{ markDefs: [], children: [{ text: 'Click here', marks: ['strong'] }] }],
    })
    expect(log.join('\n')).toContain('sections[0].text[0].markDefs[0].href')
  })
})

describe('a key point of a broken article', () => {
  it('does not empty the page of the country that it mentions', async () => {
    await store(
      lake,
      storedArticle('half', {
        countries: [keyedRefTo('country-azerbaijan')],
        sections: [storedPointsSection('k1', { points: [] })],
      }),
    )
    const azerbaijan = await getCountry('azerbaijan')
    expect(azerbaijan?.inTheNews.map(({ key }) => key)).toEqual(['p3'])
  })
})
