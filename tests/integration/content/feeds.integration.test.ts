import { parseFeed } from '@rowanmanning/feed-parser'
import { getFeed } from '../../../lib/content/getFeed.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { writeFeed } from '../../../lib/feeds/writeFeed.ts'
import { refTo, storedArticle, storedCategory } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

const idsIn = async (...list: Parameters<typeof getFeed>) =>
  (await getFeed(...list))?.entries.map(({ id }) => id)

describe('a feed', () => {
  it('of the site has all articles, the newest first', async () => {
    expect(await idsIn('site')).toEqual([
      'article-ceasefire',
      'article-operation',
      'article-gas',
      'article-road',
    ])
  })

  it.each([
    ['category', 'economy', ['article-gas']],
    ['country', 'azerbaijan', ['article-operation']],
    ['topic', 'ceasefires', ['article-operation', 'article-road']],
    ['story', 'karabakh', ['article-ceasefire', 'article-operation']],
    ['author', 'leyla', ['article-operation']],
  ] as const)('of a %s has its articles alone', async (list, slug, ids) => {
    expect(await idsIn(list, slug)).toEqual(ids)
  })

  it.each(['category', 'country', 'topic', 'story', 'author'] as const)(
    'of a %s that nobody published is not there',
    async (list) => {
      expect(await getFeed(list, 'never-published')).toBeUndefined()
    },
  )

  it('names its list and leads to its page, in the words of the edition', async () => {
    expect(await getFeed('author', 'leyla')).toMatchObject({
      title: 'The Small Gazette: Leyla',
      description: 'The newest articles by Leyla from The Small Gazette.',
      href: '/authors/leyla',
    })
  })

  it('tells of an article what its page says, by names and addresses', async () => {
    const feed = await getFeed('country', 'azerbaijan')
    expect(feed?.entries[0]).toMatchObject({
      href: '/articles/operation',
      category: { label: 'Conflict' },
      topics: [{ label: 'ceasefires', href: '/topics/ceasefires' }],
      countries: ['Armenia', 'Azerbaijan'],
      contributors: [{ name: 'Leyla', href: '/authors/leyla' }, { name: 'Ani' }],
    })
    expect(feed?.entries[0]?.sections[0]?.points[0]?.text[0]?.markDefs[0]?.href).toBe('/countries/armenia')
  })

  it('is dated by an update or a correction, never by a touch', async () => {
    await store(
      lake,
      storedArticle('gas', {
        category: refTo('category-economy'),
        firstPublishedAt: '2023-08-01T08:00:00Z',
        updatedAt: '2023-08-02T08:00:00Z',
        corrections: [
          {
            _type: 'correction',
            _key: 'c1',
            kind: 'correction',
            text: 'It was less.',
            at: '2023-08-03T08:00:00Z',
          },
        ],
      }),
    )
    expect(await getFeed('category', 'economy')).toMatchObject({
      updatedAt: '2023-08-03T08:00:00.000Z',
      entries: [{ firstPublishedAt: '2023-08-01T08:00:00.000Z', updatedAt: '2023-08-03T08:00:00.000Z' }],
    })
  })

  it('of a category has the articles of those below it, as its page has', async () => {
    await store(
      lake,
      storedCategory('borders', { parent: refTo('category-economy') }),
      storedArticle('fence', { category: refTo('category-borders') }),
    )
    expect(await idsIn('category', 'economy')).toEqual(['article-fence', 'article-gas'])
  })

  it('states the real type and length of a picture', async () => {
    const asset = await lake
      .client('administrator')
      .assets.upload('image', Buffer.from(PIXEL, 'base64'), { filename: 'dot.png' })
    await store(
      lake,
      storedArticle('road', {
        firstPublishedAt: '2023-07-01T08:00:00Z',
        mainMedia: { _type: 'picture', asset: refTo(asset._id), alt: 'A dot', credit: 'Us' },
      }),
    )
    const picture = (await getFeed('site'))?.entries.find(({ id }) => id === 'article-road')?.picture
    const file = await fetch(picture?.url ?? '')
    expect(picture).toMatchObject({ mimeType: file.headers.get('content-type'), alt: 'A dot', credit: 'Us' })
    expect(picture?.bytes).toBe((await file.arrayBuffer()).byteLength)
  })

  it('is read by a feed reader', async () => {
    const [feed, site] = [await getFeed('site'), await getSite()]
    const xml = feed && (await writeFeed(feed, 'rss', site).text())
    expect(parseFeed(xml ?? '').items).toHaveLength(feed?.entries.length ?? -1)
  })
})

/** One red pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
