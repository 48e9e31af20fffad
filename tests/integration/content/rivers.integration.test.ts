import { jest } from '@jest/globals'
import { getArticle } from '../../../lib/content/getArticle.ts'
import { getAuthorPage } from '../../../lib/content/getAuthorPage.ts'
import { getCategoryPage } from '../../../lib/content/getCategoryPage.ts'
import { getFront } from '../../../lib/content/getFront.ts'
import { getLatestPage } from '../../../lib/content/getLatestPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { getTopicPage } from '../../../lib/content/getTopicPage.ts'
import type { RiverPage } from '../../../lib/model/river.ts'
import { keyedRefTo, refTo, storedArticle, storedAuthor, storedCategory } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
const log: string[] = []
const idsIn = (river: RiverPage | undefined) =>
  river?.days.flatMap(({ teasers }) => teasers.map(({ id }) => id))

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation((line) => void log.push(String(line)))
  lake = await startNewsroomLake()
  await store(
    lake,
    { ...storedArticle('secret'), _id: 'drafts.article-secret' },
    storedArticle('headless', { headline: '', firstPublishedAt: '2023-12-01T00:00:00Z' }),
    storedCategory('borders', { parent: refTo('category-conflict'), order: 9 }),
    storedArticle('border', {
      category: refTo('category-borders'),
      firstPublishedAt: '2023-09-18T00:00:00Z',
    }),
  )
})
afterAll(() => lake.close())

describe('the latest', () => {
  it('has every article that readers may see, newest first, and names in the log what it cannot print', async () => {
    const latest = await getLatestPage(1)
    expect(idsIn(latest)).toEqual([
      'article-ceasefire',
      'article-operation',
      'article-border',
      'article-gas',
      'article-road',
    ])
    expect(latest?.days.map(({ day }) => day)).toEqual([
      '2023-09-20',
      '2023-09-19',
      '2023-09-18',
      '2023-08-01',
      '2023-07-01',
    ])
    expect(log.filter((line) => line.includes('"article-headless"'))).toHaveLength(1)
  })

  it('ends after its last page, and has none for what is no number', async () => {
    expect(await getLatestPage(2)).toBeUndefined()
    expect(await getLatestPage(undefined)).toBeUndefined()
    expect(await getLatestPage(51)).toBeUndefined()
  })

  it('goes on over pages of twenty', async () => {
    const many = Array.from({ length: 21 }, (_, index) =>
      storedArticle(`old-${index}`, {
        firstPublishedAt: `1999-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
      }),
    )
    await store(lake, ...many)
    const [first, second] = [await getLatestPage(1), await getLatestPage(2)]
    expect([idsIn(first)?.length, idsIn(second)?.length, second?.pageCount]).toEqual([19, 7, 2])
    expect(idsIn(second)?.at(-1)).toBe('article-old-0')
    await Promise.all(many.map(({ _id }) => lake.client('administrator').delete(_id)))
  })
})

describe('a topic', () => {
  it('comes with its articles, and none that a draft of one names', async () => {
    const topic = await getTopicPage('ceasefires', 1)
    expect(topic?.topic).toEqual({ label: 'ceasefires', href: '/topics/ceasefires' })
    expect(idsIn(topic)).toEqual(['article-operation', 'article-road'])
  })

  it('is not there when it is unknown, a draft, or of another type', async () => {
    await store(lake, {
      _id: 'drafts.topic-x',
      _type: 'topic',
      title: 'X',
      slug: { _type: 'slug', current: 'x' },
    })
    expect(await getTopicPage('x', 1)).toBeUndefined()
    expect(await getTopicPage('karabakh', 1)).toBeUndefined()
    expect(await getTopicPage('ceasefires', 2)).toBeUndefined()
  })

  it('without a title keeps the last good page', async () => {
    await store(lake, { _id: 'topic-bad', _type: 'topic', slug: { _type: 'slug', current: 'bad' } })
    await expect(getTopicPage('bad', 1)).rejects.toMatchObject({
      name: 'ContentError',
      problems: [{ document: 'topic-bad', field: 'title' }],
    })
  })

  it('is named on its articles, with the running story', async () => {
    const article = await getArticle('operation')
    expect(article?.topics).toEqual([{ label: 'ceasefires', href: '/topics/ceasefires' }])
    expect(article?.story).toEqual({ label: 'Karabakh', href: '/stories/karabakh' })
  })
})

describe('an author', () => {
  it('comes with role and articles; the byline leads there', async () => {
    const author = await getAuthorPage('leyla', 1)
    expect(author).toMatchObject({ author: { label: 'Leyla', href: '/authors/leyla' }, photo: undefined })
    expect(idsIn(author)).toEqual(['article-operation'])
    const article = await getArticle('operation')
    expect(article?.contributors.map(({ href }) => href)).toEqual(['/authors/leyla', '/authors/ani'])
  })

  it('who has written nothing yet has an empty page', async () => {
    await store(lake, storedAuthor('New', { bio: 'Begins on Monday.' }))
    expect(await getAuthorPage('new', 1)).toMatchObject({ bio: 'Begins on Monday.', days: [], pageCount: 1 })
  })

  it('with a link that readers must not follow keeps the last good page', async () => {
    const links = [{ _type: 'profileLink', _key: 'l1', label: 'Me', url: 'javascript:alert(1)' }]
    await store(lake, storedAuthor('Trap', { links }))
    await expect(getAuthorPage('trap', 1)).rejects.toThrow(/author-trap.*links\[0\].url/)
    expect(await getAuthorPage('nobody', 1)).toBeUndefined()
  })
})

describe('a category below another', () => {
  it('has its articles in the river above it too, and is reached from there', async () => {
    const conflict = await getCategoryPage('conflict', 1)
    expect(idsIn(conflict)).toContain('article-border')
    expect(conflict?.below.map(({ href }) => href)).toEqual(['/categories/borders'])
  })

  it('has only its own, and leads back up', async () => {
    const borders = await getCategoryPage('borders', 1)
    expect([borders?.lead?.id, borders?.days]).toEqual(['article-border', []])
    expect(borders?.breadcrumb.map(({ href }) => href)).toEqual(['/categories/conflict'])
    const article = await getArticle('border')
    expect(article?.breadcrumb.map(({ href }) => href)).toEqual([
      '/categories/conflict',
      '/categories/borders',
    ])
  })

  it('is not in the masthead, and its articles fill the block of the one above', async () => {
    expect((await getSite()).categories.map(({ label }) => label)).toEqual(['Economy', 'Conflict'])
    await store(lake, {
      _id: 'front',
      _type: 'front',
      secondary: [keyedRefTo('article-gas'), keyedRefTo('article-road')],
      blocks: [
        {
          ...{ _type: 'frontBlock', _key: 'c', title: 'Conflict', rule: 'category', layout: 'fourUp' },
          category: refTo('category-conflict'),
        },
      ],
    })
    expect(JSON.stringify((await getFront()).blocks)).toContain('article-border')
  })
})
