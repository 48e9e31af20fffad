import { type ArticleSurroundings, toArticle } from '../../../lib/model/toArticle.ts'
import { aRelation } from '../../fixtures/country.ts'
import {
  aParsedArticle,
  aParsedCategory,
  type aParsedCountry,
  aParsedSource,
  aParsedTeaser,
  byId,
} from '../../fixtures/parsed.ts'
import { keyedRefTo, refTo, storedPoint, storedPointsSection, storedText } from '../../fixtures/stored.ts'

const conflict = aParsedCategory('conflict')
const nothingAround: ArticleSurroundings = {
  categories: byId(conflict),
  countries: byId<ReturnType<typeof aParsedCountry>>(),
  authors: new Map(),
  sources: new Map(),
  topics: new Map(),
  stories: new Map(),
  mentions: new Map(),
  countryNames: new Map(),
  relations: new Map(),
  candidates: new Map(),
  newestOfCategory: [],
  changes: [],
  coverage: { articles: 10, about: new Map() },
}
const mapped = (changes: Record<string, unknown> = {}, around: Partial<ArticleSurroundings> = {}) =>
  toArticle(aParsedArticle('operation', changes), conflict, { ...nothingAround, ...around })

describe('the sources of an article', () => {
  const sections = [
    storedPointsSection('k1', {
      points: [
        storedPoint('p1', { sources: [keyedRefTo('source-b'), keyedRefTo('source-gone')] }),
        storedPoint('p2', { sources: [keyedRefTo('source-a'), keyedRefTo('source-b')] }),
      ],
    }),
  ]
  const sources = byId(aParsedSource('a'), aParsedSource('b'), aParsedSource('never-cited'))

  it('are numbered in the order of their first citation', () => {
    const article = mapped({ sections }, { sources })
    expect(article.sources.map(({ number, id }) => [number, id])).toEqual([
      [1, 'source-b'],
      [2, 'source-a'],
    ])
  })

  it('are cited by these numbers, lowest first, without one that is gone', () => {
    const [section] = mapped({ sections }, { sources }).sections
    expect(section).toMatchObject({ points: [{ sourceNumbers: [1] }, { sourceNumbers: [1, 2] }] })
  })
})

describe('the dates of an article', () => {
  it('are that of its creation where an editor gave none', () => {
    expect(mapped({ firstPublishedAt: null }).firstPublishedAt).toBe('2023-01-01T00:00:00.000Z')
  })

  it('name an update only when it came after publication', () => {
    expect(mapped({ updatedAt: '2023-09-20T09:10:00Z' }).updatedAt).toBe('2023-09-20T09:10:00.000Z')
    expect(mapped({ updatedAt: '2023-09-19T14:05:00Z' }).updatedAt).toBeUndefined()
  })
})

describe('the sections of an article', () => {
  it('leave out a figure whose picture was taken out, and a relation that is not published', () => {
    const sections = [
      { _type: 'figure', _key: 'k1', picture: { alt: 'Nothing' } },
      { _type: 'gallery', _key: 'k2', pictures: [{ alt: '', assetId: 'image-abc-900x600-png' }, null] },
      { _type: 'relationBox', _key: 'k3', relation: refTo('relation-none') },
    ]
    const kinds = mapped({ sections }).sections.map((section) => [section.kind, section.key])
    expect(kinds).toEqual([['gallery', 'k2']])
  })

  it('give every row of a table as many cells as there are columns', () => {
    const sections = [
      {
        _type: 'table',
        _key: 'k1',
        columns: ['A', 'B'],
        rows: [{ cells: ['1'] }, { cells: ['1', '2', '3'] }],
      },
    ]
    expect(mapped({ sections }).sections[0]).toMatchObject({
      rows: [
        ['1', ''],
        ['1', '2'],
      ],
    })
  })
})

describe('the relations below an article', () => {
  const relations = new Map([['relation-armenia-azerbaijan', aRelation()]])
  const countries = [keyedRefTo('country-armenia'), keyedRefTo('country-azerbaijan')]

  it('are those between its countries', () => {
    expect(mapped({ countries }, { relations }).relations).toEqual([aRelation()])
    expect(mapped({ countries: [keyedRefTo('country-armenia')] }, { relations }).relations).toEqual([])
  })

  it('leave out one that stands in a box within the article', () => {
    const sections = [{ _type: 'relationBox', _key: 'k1', relation: refTo('relation-armenia-azerbaijan') }]
    const article = mapped({ countries, sections }, { relations })
    expect(article.sections[0]).toMatchObject({ kind: 'relationBox', relation: aRelation() })
    expect(article.relations).toEqual([])
  })
})

describe('the articles beside an article', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const candidates = byId(...slugs.map((slug) => aParsedTeaser(slug)), aParsedTeaser('operation'))
  const newestOfCategory = ['article-operation', ...slugs.map((slug) => `article-${slug}`)]

  it('stand on the page once: what is related is not repeated below', () => {
    const { related, moreFromCategory } = mapped({}, { candidates, newestOfCategory })
    const ids = [...related, ...moreFromCategory].map(({ id }) => id)
    expect(related).toHaveLength(4)
    expect(moreFromCategory).toHaveLength(3)
    expect(new Set(ids).size).toBe(7)
    expect(ids).not.toContain('article-operation')
  })

  it('never include what an editor blocked', () => {
    const relatedBlocked = [keyedRefTo('article-a')]
    const { related, moreFromCategory } = mapped({ relatedBlocked }, { candidates, newestOfCategory })
    expect([...related, ...moreFromCategory].map(({ id }) => id)).not.toContain('article-a')
  })

  it('leave out an article whose category is not published', () => {
    const stray = aParsedTeaser('stray', { category: refTo('category-gone') })
    const { related } = mapped({ relatedPinned: [keyedRefTo('article-stray')] }, { candidates: byId(stray) })
    expect(related).toEqual([])
  })
})

describe('what search engines are told', () => {
  it('is headline and standfirst until an editor writes something else', () => {
    expect(mapped().seo).toEqual({
      title: 'Headline of operation',
      description: 'Standfirst of operation.',
      noIndex: false,
      imageUrl: undefined,
    })
    expect(mapped({ seo: { title: 'Short', noIndex: true } }).seo).toMatchObject({
      title: 'Short',
      noIndex: true,
    })
  })

  it('names the main picture, cut for cards', () => {
    const mainMedia = { alt: 'A map', assetId: 'image-abc-3000x2000-png' }
    expect(mapped({ mainMedia }).seo.imageUrl).toContain('w=1200&h=630')
  })
})

describe('the direction of an article', () => {
  it('follows its language', () => {
    expect(mapped({ language: 'ar' })).toMatchObject({ language: 'ar', direction: 'rtl' })
    expect(mapped()).toMatchObject({ language: 'en', direction: 'ltr' })
  })
})

describe('reading time', () => {
  it('counts key points, passages and the closing', () => {
    const long = storedText(Array(460).fill('word').join(' '))
    expect(mapped({ closing: long }).readingMinutes).toBe(2)
  })
})
