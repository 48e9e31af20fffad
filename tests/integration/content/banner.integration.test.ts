import { getSite } from '../../../lib/content/getSite.ts'
import { refTo } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
const endsAt = '2030-01-01T12:00:00Z'
const banner = { _id: 'banner-1', _type: 'banner', text: 'Ceasefire announced', endsAt }
const before = new Date('2030-01-01T11:59:59Z')

beforeAll(async () => {
  lake = await startNewsroomLake()
  await store(
    lake,
    { ...banner, link: refTo('article-ceasefire') },
    { ...banner, _id: 'banner-old', text: 'Long over', endsAt: '2029-01-01T00:00:00Z' },
    { ...banner, _id: 'drafts.banner-2', text: 'Not yet', endsAt: '2031-01-01T00:00:00Z' },
  )
})
afterAll(() => lake.close())

describe('a breaking line', () => {
  it('runs until its end, linked to its article; a draft of a later one is not seen', async () => {
    expect((await getSite(before)).banner).toMatchObject({
      text: 'Ceasefire announced',
      href: '/articles/ceasefire',
    })
  })

  it('is over at its end, though nobody publishes anything', async () => {
    expect((await getSite(new Date(endsAt))).banner).toBeUndefined()
    expect((await getSite(new Date('2030-01-02T00:00:00Z'))).banner).toBeUndefined()
  })

  it('that has no words is left out, and every page goes on without it', async () => {
    await store(lake, { ...banner, _id: 'banner-3', text: '', endsAt: '2030-06-01T00:00:00Z' })
    const site = await getSite(before)
    expect([site.banner, site.name]).toEqual([undefined, 'The Small Gazette'])
  })
})
