import { routes } from '../../../lib/routes.ts'
import { chosenNarrowings, countFacets, countPeriods } from '../../../lib/search/countFacets.ts'
import { conditionsOf, parseNarrowing, parsePage } from '../../../lib/search/narrowing.ts'
import type { StoredName } from '../../../sanity/queries/names.ts'
import type { RankedArticle } from '../../../sanity/queries/rankedArticles.ts'

const now = new Date('2024-03-10T12:00:00Z')
const names: StoredName[] = [
  { id: 'c1', kind: 'category', label: 'Conflict', slug: 'conflict' },
  { id: 'c2', kind: 'category', label: 'World', slug: 'world' },
  { id: 'am', kind: 'country', label: 'Armenia', slug: 'armenia' },
  { id: 'az', kind: 'country', label: 'Azerbaijan', slug: 'azerbaijan' },
  { id: 't1', kind: 'topic', label: 'Treaties', slug: 'treaties' },
]
const article = (changes: Partial<RankedArticle>): RankedArticle => ({
  id: 'a',
  category: 'c1',
  countries: ['am'],
  topics: [],
  authors: [],
  firstPublishedAt: '2023-09-19T14:05:00.000Z',
  ...changes,
})
const articles = [
  article({}),
  article({ countries: ['am', 'az', 'gone'], firstPublishedAt: '2024-03-09T14:05:00.000Z' }),
  article({
    category: 'c2',
    countries: ['am'],
    topics: ['t1'],
    firstPublishedAt: '2024-03-01T14:05:00.000Z',
  }),
]
const counted = { articles, names, words: 'treaty', narrowing: {} }

describe('what an address narrows a search to', () => {
  it('is what names something of ours', () => {
    const asked = {
      category: 'conflict',
      country: ['armenia', 'azerbaijan'],
      topic: 'nothing',
      year: '2023',
      x: 'y',
    }
    expect(parseNarrowing(asked, names)).toEqual({
      category: 'conflict',
      country: 'armenia',
      topic: undefined,
      author: undefined,
      year: '2023',
      since: undefined,
    })
  })

  it('is nothing that only looks like it', () => {
    const asked = { category: 'armenia', country: 'ARMENIA', year: '20233', since: 'century' }
    expect(Object.values(parseNarrowing(asked, names))).toEqual(Array(6).fill(undefined))
    expect(parseNarrowing({ since: 'week' }, names).since).toBe('week')
    expect(parseNarrowing({ since: 'week', year: '2023' }, names).since).toBeUndefined()
  })

  it('is asked for by ids and moments', () => {
    expect(conditionsOf({ category: 'conflict', country: 'armenia', year: '2023' }, names, now)).toEqual({
      category: 'c1',
      country: 'am',
      from: '2023-01-01T00:00:00.000Z',
      until: '2024-01-01T00:00:00.000Z',
    })
    expect(conditionsOf({ since: 'week' }, names, now)).toEqual({ from: '2024-03-03T12:00:00.000Z' })
  })

  it.each([
    [undefined, 1],
    ['2', 2],
    [['3', '4'], 3],
    ['0', 1],
    ['-1', 1],
    ['two', 1],
    ['1e3', 1],
    ['999999999', 1],
  ])('asks with page=%j for page %i', (asked, page) => {
    expect(parsePage(asked)).toBe(page)
  })
})

describe('the address of a search', () => {
  it('has one order and nothing that is not said', () => {
    expect(routes.search()).toBe('/search')
    expect(routes.search('peace & war')).toBe('/search?q=peace+%26+war')
    expect(routes.search('war', { year: '2023', country: 'armenia', category: 'conflict' }, 2)).toBe(
      '/search?q=war&category=conflict&country=armenia&year=2023&page=2',
    )
  })
})

describe('facets', () => {
  it('count each article once under each of its names, the most frequent first', () => {
    expect(countFacets(counted)).toEqual([
      {
        kind: 'category',
        choices: [
          { label: 'Conflict', count: 2, href: '/search?q=treaty&category=conflict' },
          { label: 'World', count: 1, href: '/search?q=treaty&category=world' },
        ],
      },
      {
        kind: 'country',
        choices: [{ label: 'Azerbaijan', count: 1, href: '/search?q=treaty&country=azerbaijan' }],
      },
      { kind: 'topic', choices: [{ label: 'Treaties', count: 1, href: '/search?q=treaty&topic=treaties' }] },
      {
        kind: 'year',
        choices: [
          { label: '2024', count: 2, href: '/search?q=treaty&year=2024' },
          { label: '2023', count: 1, href: '/search?q=treaty&year=2023' },
        ],
      },
    ])
  })

  it('keep what was chosen, and offer no second of it', () => {
    const facets = countFacets({ ...counted, narrowing: { category: 'conflict', since: 'year' } })
    expect(facets.map(({ kind }) => kind)).toEqual(['country', 'topic'])
    expect(facets[1]?.choices[0]?.href).toBe('/search?q=treaty&category=conflict&topic=treaties&since=year')
  })

  it('say how much of it is recent', () => {
    expect(countPeriods(counted, now)).toEqual([
      { period: 'day', count: 1, href: '/search?q=treaty&since=day' },
      { period: 'week', count: 1, href: '/search?q=treaty&since=week' },
      { period: 'month', count: 2, href: '/search?q=treaty&since=month' },
    ])
  })

  it('can be taken back one by one', () => {
    expect(chosenNarrowings('treaty', { category: 'conflict', since: 'year' }, names)).toEqual([
      { kind: 'category', label: 'Conflict', href: '/search?q=treaty&since=year' },
      { kind: 'since', label: 'year', href: '/search?q=treaty&category=conflict' },
    ])
  })
})
