import { getDeparture } from '../../../lib/content/getDeparture.ts'
import { getPairDeparture } from '../../../lib/content/getPairDeparture.ts'
import { openLeftAddresses } from '../../../lib/content/leftAddresses.ts'
import { slugOf, storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { waitFor } from '../../support/waitFor.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

let made = 0
const redirect = (from: string, fields: object) => {
  made += 1
  return { _id: `redirect-${made}`, _type: 'redirect', from, kind: 'moved', keptBy: 'system', ...fields }
}
const to = (id: string) => ({ target: { _type: 'reference', _ref: id, _weak: true } })

describe('what became of an address', () => {
  it('is where the document stands now, however often it moved', async () => {
    await store(
      lake,
      storedArticle('third', { _id: 'mover' }),
      redirect('/articles/first', to('mover')),
      redirect('/articles/second', to('mover')),
    )
    for (const address of ['/articles/first', '/articles/second'])
      expect(await getDeparture(address)).toEqual({ kind: 'moved', href: '/articles/third' })
  })

  it('is a note while the document is not published, with what may be said of it', async () => {
    const note = { kind: 'withdrawn', title: 'The strike', at: '2026-03-03T10:00:00Z' }
    await store(lake, redirect('/articles/strike', { ...note, ...to('striker') }))
    expect(await getDeparture('/articles/strike')).toEqual({
      kind: 'withdrawn',
      isArticle: true,
      title: 'The strike',
      at: '2026-03-03T10:00:00.000Z',
    })
  })

  it('is the same note for a story told from its beginning, and none for what only hung on an address', async () => {
    const note = { kind: 'withdrawn', title: 'The talks' }
    await store(
      lake,
      redirect('/stories/talks', { ...note, ...to('talker') }),
      redirect('/categories/talks', { ...note, ...to('talker') }),
    )
    expect(await getDeparture('/stories/talks', '/oldest')).toMatchObject({
      kind: 'withdrawn',
      isArticle: false,
    })
    expect(await getDeparture('/categories/talks', '/oldest')).toBeUndefined()
    expect(await getDeparture('/categories/talks', '/2')).toBeUndefined()
  })

  it('is another address for a document that was withdrawn, renamed and published', async () => {
    await store(
      lake,
      redirect('/articles/early', { kind: 'withdrawn', ...to('returner') }),
      storedArticle('late', { _id: 'returner' }),
    )
    expect(await getDeparture('/articles/early')).toEqual({ kind: 'moved', href: '/articles/late' })
  })

  it('is what an editor says, before what the system keeps', async () => {
    await store(
      lake,
      redirect('/articles/both', { ...to('nobody') }),
      redirect('/articles/both', { to: '/countries', keptBy: 'editor' }),
    )
    expect(await getDeparture('/articles/both')).toEqual({ kind: 'moved', href: '/countries' })
  })

  it('is the end of a chain of paths that editors wrote, and nothing where they wrote a circle', async () => {
    await store(
      lake,
      redirect('/old/site.html', { to: '/articles/passed', keptBy: 'editor' }),
      redirect('/articles/passed', to('mover')),
      redirect('/round', { to: '/and-round', keptBy: 'editor' }),
      redirect('/and-round', { to: '/round', keptBy: 'editor' }),
    )
    expect(await getDeparture('/old/site.html')).toEqual({ kind: 'moved', href: '/articles/third' })
    expect(await getDeparture('/round')).toBeUndefined()
  })

  it('is the page in small letters for an address that was typed in others', async () => {
    expect(await getDeparture('/articles/ROAD')).toEqual({ kind: 'moved', href: '/articles/road' })
    expect(await getDeparture('/articles/First')).toEqual({ kind: 'moved', href: '/articles/third' })
    expect(await getDeparture('/articles/NOWHERE')).toBeUndefined()
  })

  it('is nothing where a redirect was left behind at the address that the document has', async () => {
    await store(
      lake,
      storedArticle('stayer', { _id: 'stayer', slug: slugOf('stayer') }),
      redirect('/articles/stayer', to('stayer')),
    )
    expect(await getDeparture('/articles/stayer')).toBeUndefined()
  })

  it.each(['/articles/never', `/articles/${'x'.repeat(400)}`])('is nothing for %s', async (address) => {
    expect(await getDeparture(address)).toBeUndefined()
  })
})

describe('the page of two countries', () => {
  it('follows its countries, in the order of the alphabet', async () => {
    await store(lake, redirect('/countries/persia', to('country-azerbaijan')))
    const href = '/countries/armenia/azerbaijan'
    expect(await getPairDeparture('persia', 'armenia')).toEqual({ kind: 'moved', href })
    expect(await getPairDeparture('armenia', 'PERSIA')).toEqual({ kind: 'moved', href })
  })

  it('is nowhere else when one of them never was, or both are the same by now', async () => {
    expect(await getPairDeparture('armenia', 'atlantis')).toBeUndefined()
    expect(await getPairDeparture('persia', 'azerbaijan')).toBeUndefined()
    expect(await getPairDeparture('armenia', 'azerbaijan')).toBeUndefined()
  })
})

describe('the addresses that documents have left', () => {
  it('are known from the content lake, and from what readers meet since', async () => {
    await store(lake, redirect('/articles/known', to('mover')))
    const left = openLeftAddresses(() => 0)
    expect(await left.includes('/articles/known')).toBe(true)
    expect(await left.includes('/articles/road')).toBe(false)
    await store(lake, redirect('/categories/old', to('category-conflict')))
    expect(await left.includes('/categories/old')).toBe(false)
    expect(await getDeparture('/categories/old', '/2')).toEqual({
      kind: 'moved',
      href: '/categories/conflict',
    })
    expect(await left.includes('/categories/old')).toBe(true)
  })

  it('are no more than there are redirects, whatever strangers ask for', async () => {
    const left = openLeftAddresses(() => 0)
    await getDeparture('/articles/ROAD')
    await getDeparture('/categories/old', '/12345')
    expect(await left.includes('/articles/ROAD')).toBe(false)
    expect(await left.includes('/categories/old/12345')).toBe(false)
  })

  it('are asked for again in time, and no reader waits for that', async () => {
    let now = 0
    const left = openLeftAddresses(() => now)
    await left.includes('/')
    await store(lake, redirect('/articles/unannounced', to('mover')))
    expect(await left.includes('/articles/unannounced')).toBe(false)
    now = 2 * 3_600_000
    await waitFor(async () => expect(await left.includes('/articles/unannounced')).toBe(true))
  })
})
