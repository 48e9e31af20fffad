import {
  monthAfter,
  toArchiveIndex,
  toArchiveMonth,
  toHeadlines,
  toMonthCounts,
} from '../../../lib/model/toArchive.ts'
import { aHeadline } from '../../fixtures/archive.ts'
import { aParsedCategory, aParsedHeadline, byId } from '../../fixtures/parsed.ts'
import { refTo } from '../../fixtures/stored.ts'

describe('the months of the archive', () => {
  it('follow each other, also over the end of a year', () => {
    expect([monthAfter('2023-09'), monthAfter('2023-12'), monthAfter('0999-12')]).toEqual([
      '2023-10',
      '2024-01',
      '1000-01',
    ])
  })

  it('are those that have an article', () => {
    expect(toMonthCounts('2023', [0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])).toEqual([
      { month: '2023-02', href: '/archive/2023/02', articleCount: 2 },
      { month: '2023-12', href: '/archive/2023/12', articleCount: 1 },
    ])
  })

  it('are listed by year, the newest first, without a year that has none', () => {
    const years = ['2021', '2022', '2023'].map((year) => ({
      year,
      months: toMonthCounts(year, year === '2022' ? [] : [3, 4]),
    }))
    expect(toArchiveIndex(years).years.map(({ year, articleCount }) => [year, articleCount])).toEqual([
      ['2023', 7],
      ['2021', 7],
    ])
  })
})

describe('a month of the archive', () => {
  const around = [
    ...toMonthCounts('2022', [0, 1]),
    ...toMonthCounts('2023', [0, 0, 5, 0, 2]),
    ...toMonthCounts('2024', [9]),
  ]

  it('leads to the nearest months before and after that have an article', () => {
    const month = toArchiveMonth('2023-03', [], around)
    expect([month.previous?.month, month.next?.month]).toEqual(['2022-02', '2023-05'])
    const last = toArchiveMonth('2024-01', [], around)
    expect([last.previous?.month, last.next]).toEqual(['2023-05', undefined])
  })

  it('names the months of its year and how many articles it has', () => {
    const month = toArchiveMonth('2023-03', [], around)
    expect(month.months.map((each) => each.month)).toEqual(['2023-03', '2023-05'])
    expect(month.articleCount).toBe(5)
  })

  it('runs by day', () => {
    const headlines = ['2023-03-09T12:00:00Z', '2023-03-09T01:00:00Z', '2023-03-01T00:00:00Z'].map(
      (firstPublishedAt, index) => aHeadline({ id: `a${index}`, firstPublishedAt }),
    )
    expect(
      toArchiveMonth('2023-03', headlines, around).days.map(({ day, teasers }) => [day, teasers.length]),
    ).toEqual([
      ['2023-03-09', 2],
      ['2023-03-01', 1],
    ])
  })
})

describe('a line of the archive', () => {
  it('is read in the language and direction of its article, and has a desk', () => {
    const stored = [
      aParsedHeadline('zilzal', { language: 'ar' }),
      aParsedHeadline('homeless', { category: refTo('category-gone') }),
    ]
    expect(toHeadlines(stored, byId(aParsedCategory('conflict')))).toEqual([
      expect.objectContaining({
        href: '/articles/zilzal',
        direction: 'rtl',
        category: expect.objectContaining({ href: '/categories/conflict' }),
      }),
    ])
  })
})
