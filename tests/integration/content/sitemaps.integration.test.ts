import { getNews } from '../../../lib/content/getNews.ts'
import { getSitemap, getSitemapOfYear } from '../../../lib/content/getSitemap.ts'
import { getSitemapOfLists } from '../../../lib/content/getSitemapOfLists.ts'
import { writeSitemap } from '../../../lib/content/writeSitemap.ts'
import { storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
  await store(
    lake,
    storedArticle('old', { firstPublishedAt: '2021-12-31T23:59:59Z', updatedAt: '2022-02-01T00:00:00Z' }),
    storedArticle('hidden', { firstPublishedAt: '2021-06-01T00:00:00Z', seo: { noIndex: true } }),
  )
})
afterAll(() => lake.close())

describe('the sitemap of articles', () => {
  it('has a part for each year that has articles, dated by its last edit', async () => {
    expect((await getSitemap()).map(({ href, lastEdit }) => [href, lastEdit])).toEqual([
      ['/sitemaps/2021-1.xml', '2022-02-01T00:00:00.000Z'],
      ['/sitemaps/2023-1.xml', '2023-09-20T10:30:00.000Z'],
    ])
  })

  it('leaves out what an editor keeps from search engines', async () => {
    const [part] = await getSitemapOfYear(2021)
    expect(part?.entries).toEqual([{ href: '/articles/old', lastEdit: '2022-02-01T00:00:00.000Z' }])
  })

  it('has no part beyond the last', async () => {
    expect(await writeSitemap('2021-1')).toContain('/articles/old')
    expect(await writeSitemap('2021-2')).toBeUndefined()
    expect(await writeSitemap('2022-1')).toBeUndefined()
    expect(await writeSitemap('nothing')).toBeUndefined()
  })
})

describe('the sitemap of lists', () => {
  it('names the pages of subjects, authors, relations and the newsroom itself', async () => {
    const hrefs = (await getSitemapOfLists()).map(({ href }) => href)
    expect(hrefs).toEqual(
      expect.arrayContaining([
        '/',
        '/latest',
        '/categories/conflict',
        '/countries/armenia',
        '/countries/armenia/azerbaijan',
        '/topics/ceasefires',
        '/stories/karabakh',
        '/authors/ani',
        '/about',
      ]),
    )
    expect(hrefs).not.toContain('/articles/operation')
  })
})

describe('the news sitemap', () => {
  it('has the articles of the last 48 hours, the newest first', async () => {
    const at = (now: string) => getNews(new Date(now)).then((news) => news.map(({ href }) => href))
    expect(await at('2023-09-21T14:05:00Z')).toEqual(['/articles/ceasefire', '/articles/operation'])
    expect(await at('2023-09-21T14:05:01Z')).toEqual(['/articles/ceasefire'])
  })
})
