import { jest } from '@jest/globals'
import { getFront } from '../../../lib/content/getFront.ts'
import { getStories } from '../../../lib/content/getStories.ts'
import { getStory } from '../../../lib/content/getStory.ts'
import {
  keyedRefTo,
  refTo,
  slugOf,
  storedArticle,
  storedPoint,
  storedPointsSection,
} from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
const story = refTo('story-karabakh')
const section = (key: string, asOf?: string) =>
  storedPointsSection('k1', { points: [storedPoint(key, { asOf })] })

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  lake = await startNewsroomLake()
  await store(
    lake,
    {
      _id: 'story-karabakh',
      _type: 'story',
      title: 'Karabakh',
      slug: slugOf('karabakh'),
      summary: 'After the wars.',
      countries: [keyedRefTo('country-armenia')],
      pinned: [keyedRefTo('article-operation')],
    },
    { _id: 'story-quiet', _type: 'story', title: 'Quiet', slug: slugOf('quiet') },
    { _id: 'drafts.story-plan', _type: 'story', title: 'Plan', slug: slugOf('plan') },
    {
      ...storedArticle('secret', { story, sections: [section('hidden', '2024-01-01')] }),
      _id: 'drafts.article-s',
    },
    storedArticle('broken', { story, sections: [storedPointsSection('k1', { points: [] })] }),
  )
})
afterAll(() => lake.close())

describe('a story', () => {
  it('is put together from the dated points of its published articles, the last first', async () => {
    const newest = await getStory('karabakh', 'newest')
    expect(newest?.days.map(({ date, points }) => [date, points.map(({ href }) => href)])).toEqual([
      ['2023-09-20', ['/articles/operation#p2']],
      ['2023-09-19', ['/articles/operation#p1']],
      ['2023-09-18', ['/articles/operation#p3']],
    ])
    expect(newest?.days[1]?.points[0]?.text[0]?.markDefs[0]?.href).toBe('/countries/armenia')
    const oldest = await getStory('karabakh', 'oldest')
    expect(oldest?.days.map(({ date }) => date)).toEqual(['2023-09-18', '2023-09-19', '2023-09-20'])
  })

  it('has its articles, the pinned first, and its countries', async () => {
    const karabakh = await getStory('karabakh', 'newest')
    expect(karabakh?.articles.map(({ id }) => id)).toEqual([
      'article-operation',
      'article-ceasefire',
      'article-broken',
    ])
    expect(karabakh?.countries.map(({ href }) => href)).toEqual(['/countries/armenia'])
  })

  it('without an article is there and empty; one that nobody published is not there', async () => {
    expect(await getStory('quiet', 'newest')).toMatchObject({ days: [], articles: [], isCut: false })
    expect(await getStory('plan', 'newest')).toBeUndefined()
    expect(await getStory('never', 'oldest')).toBeUndefined()
  })

  it('without a title keeps the last good page, and the list goes without it', async () => {
    await store(lake, { _id: 'story-bad', _type: 'story', slug: slugOf('bad') })
    await expect(getStory('bad', 'newest')).rejects.toMatchObject({
      problems: [{ document: 'story-bad', field: 'title' }],
    })
    expect((await getStories()).map(({ id }) => id)).not.toContain('story-bad')
  })
})

describe('the list of stories', () => {
  it('says when each last moved, and counts only what is published', async () => {
    const [first, second, ...others] = await getStories()
    expect(first).toMatchObject({
      story: { label: 'Karabakh', href: '/stories/karabakh' },
      articleCount: 3,
      newest: { id: 'article-ceasefire' },
    })
    expect(second).toMatchObject({ id: 'story-quiet', articleCount: 0, newest: undefined })
    expect(others).toEqual([])
  })
})

describe('a story on the front', () => {
  it('shows its last dated points and leads to its page', async () => {
    const block = { _type: 'frontBlock', _key: 's', title: 'Karabakh', rule: 'story', layout: 'story', story }
    await store(lake, { _id: 'front', _type: 'front', lead: refTo('article-gas'), blocks: [block] })
    const [karabakh] = (await getFront()).blocks
    expect(karabakh).toMatchObject({ href: '/stories/karabakh', layout: 'story' })
    expect(karabakh?.points.map(({ href }) => href)).toEqual([
      '/articles/operation#p2',
      '/articles/operation#p1',
      '/articles/operation#p3',
    ])
  })
})
