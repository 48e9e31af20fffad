import { jest } from '@jest/globals'
import { getArchiveIndex } from '../../../lib/content/getArchiveIndex.ts'
import { getArchiveMonth } from '../../../lib/content/getArchiveMonth.ts'
import { getCorrections } from '../../../lib/content/getCorrections.ts'
import { storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
const log: string[] = []
const note = (key: string, kind: string, at: string) => ({
  ...{ _type: 'correction', _key: key, kind, at },
  text: `Note ${key}.`,
})

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation((line) => void log.push(String(line)))
  lake = await startNewsroomLake()
  const corrections = [note('d', 'correction', '2030-01-01T00:00:00Z')]
  await store(
    lake,
    { ...storedArticle('secret', { corrections }), _id: 'drafts.article-secret' },
    storedArticle('first-minute', { firstPublishedAt: '2023-09-01T00:00:00Z' }),
    storedArticle('last-minute', { firstPublishedAt: '2023-08-31T23:59:59Z' }),
    storedArticle('undated', { firstPublishedAt: null }),
    storedArticle('headless', { headline: '', firstPublishedAt: '2023-09-02T00:00:00Z' }),
  )
})
afterAll(() => lake.close())

describe('a month of the archive', () => {
  it('has what was published from its first minute to its last, and nothing that readers may not see', async () => {
    const september = await getArchiveMonth('2023-09')
    expect(september?.days.flatMap(({ teasers }) => teasers.map(({ id }) => id))).toEqual([
      'article-ceasefire',
      'article-operation',
      'article-first-minute',
    ])
    const august = await getArchiveMonth('2023-08')
    expect(august?.days.map(({ day }) => day)).toEqual(['2023-08-31', '2023-08-01'])
    expect(log.filter((line) => line.includes('"article-headless"'))).toHaveLength(1)
  })

  it('leads to its neighbours', async () => {
    const august = await getArchiveMonth('2023-08')
    expect([august?.previous?.month, august?.next?.month]).toEqual(['2023-07', '2023-09'])
  })

  it.each(['2023-10', '2023-13', '2023-00', '2023-9', 'latest-09', '9999-12', '0000-01'])(
    'is not there as %s',
    async (month) => {
      expect(await getArchiveMonth(month)).toBeUndefined()
    },
  )
})

describe('the archive', () => {
  it('counts the articles of each month', async () => {
    expect(await getArchiveIndex()).toEqual({
      years: [
        {
          year: '2023',
          articleCount: 7,
          months: [
            { month: '2023-07', href: '/archive/2023/07', articleCount: 1 },
            { month: '2023-08', href: '/archive/2023/08', articleCount: 2 },
            { month: '2023-09', href: '/archive/2023/09', articleCount: 4 },
          ],
        },
      ],
    })
  })
})

describe('the corrections', () => {
  it('are none while no published article has one', async () => {
    expect(await getCorrections()).toEqual([])
  })

  it('are those of all articles, newest first, none of a draft, without an article that is broken', async () => {
    await store(
      lake,
      storedArticle('road', { corrections: [note('a', 'correction', '2023-07-02T00:00:00Z')] }),
      storedArticle('gas', {
        updatedAt: '2023-08-09T00:00:00Z',
        corrections: [
          note('b', 'update', '2023-08-09T00:00:00Z'),
          note('c', 'clarification', '2023-06-01T00:00:00Z'),
        ],
      }),
      storedArticle('odd', { corrections: [note('e', 'correction', 'yesterday')] }),
    )
    const corrections = await getCorrections()
    expect(corrections.map(({ key, article }) => [key, article.href])).toEqual([
      ['b', '/articles/gas'],
      ['a', '/articles/road'],
      ['c', '/articles/gas'],
    ])
    expect(log.some((line) => line.includes('"article-odd"') && line.includes('corrections[0].at'))).toBe(
      true,
    )
  })
})
