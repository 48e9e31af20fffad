import { addressesLeftBy, redirectId, redirectsOfChange } from '../../../lib/addresses/redirectsOfChange.ts'
import { slugOf, storedArticle, storedCategory, storedCountry } from '../../fixtures/stored.ts'

const now = new Date('2026-03-01T10:00:00.000Z')
const article = storedArticle('road', { _id: 'a1' })
const at = (slug: string) => ({ ...article, slug: slugOf(slug) })
const changed = (before: unknown, after: unknown) => redirectsOfChange(before, after, now)

describe('what a change does to redirects', () => {
  it('is to keep one at the old address of an article that was renamed, and none at the new one', () => {
    const { left, taken } = changed(at('road'), at('bridge'))
    expect(left?.redirect).toEqual({
      _id: redirectId('/articles/road'),
      _type: 'redirect',
      from: '/articles/road',
      kind: 'moved',
      target: { _type: 'reference', _ref: 'a1', _weak: true },
      title: 'Headline of road',
      at: '2026-03-01T10:00:00.000Z',
      keptBy: 'system',
    })
    expect(taken?.address).toBe('/articles/bridge')
  })

  it('is to clear the old address again when an article is renamed back', () => {
    const { left, taken } = changed(at('bridge'), at('road'))
    expect(left?.redirect.from).toBe('/articles/bridge')
    expect(taken?.address).toBe('/articles/road')
  })

  it('is one hop however often an article moves: every redirect names the article', () => {
    const kept = [changed(at('one'), at('two')), changed(at('two'), at('three'))]
    expect(kept.map(({ left }) => [left?.redirect.from, left?.redirect.target._ref])).toEqual([
      ['/articles/one', 'a1'],
      ['/articles/two', 'a1'],
    ])
  })

  it('is the same document for the same address, whoever leaves it', () => {
    const other = { ...at('road'), _id: 'a2' }
    expect(changed(at('road'), null).left?.redirect._id).toBe(changed(other, at('x')).left?.redirect._id)
  })

  it('is a note where an article was withdrawn, with what it was called', () => {
    const { left, taken } = changed(at('road'), null)
    expect(left?.redirect).toMatchObject({ kind: 'withdrawn', title: 'Headline of road' })
    expect(taken).toBeUndefined()
  })

  it('is to clear the address of what is published, again or for the first time', () => {
    expect(changed(null, at('road'))).toMatchObject({
      left: undefined,
      taken: { type: 'article', slug: 'road' },
    })
  })

  it('is a move for an article that was unpublished, renamed and published: by the article, not the address', () => {
    expect(changed(at('road'), null).left?.redirect.target._ref).toBe('a1')
    expect(changed(null, at('bridge')).taken?.address).toBe('/articles/bridge')
  })

  it('is nothing for an edit that leaves the address alone', () => {
    expect(changed(article, { ...article, headline: 'Another' })).toEqual({
      left: undefined,
      taken: undefined,
    })
  })

  it.each([
    [storedCategory('conflict'), '/categories/conflict', 'Conflict'],
    [storedCountry('Armenia', 'AM', '051'), '/countries/armenia', 'Armenia'],
    [{ _id: 'p1', _type: 'page', title: 'About us', slug: slugOf('about') }, '/about', 'About us'],
  ])('is the same for %j', (document, from, title) => {
    const { left } = changed(document, { ...document, slug: slugOf('elsewhere') })
    expect(left?.redirect).toMatchObject({ from, title, target: { _ref: document._id } })
  })

  it.each([
    ['a draft', { ...article, _id: 'drafts.a1' }],
    ['a version in a release', { ...article, _id: 'versions.r1.a1' }],
    ['a type that has no page', { _id: 's1', _type: 'source', slug: slugOf('un') }],
    ['a document without an address', { _id: 'a1', _type: 'article' }],
    ['nothing', null],
  ])('is nothing for %s', (_what, document) => {
    expect(changed(document, null)).toEqual({ left: undefined, taken: undefined })
    expect(changed(null, document)).toEqual({ left: undefined, taken: undefined })
  })
})

describe('the addresses that a change leads readers away from', () => {
  it('are the one that a document left, and where a redirect begins that is there now', () => {
    expect(addressesLeftBy(at('road'), at('bridge'))).toEqual(['/articles/road'])
    expect(addressesLeftBy(at('road'), null)).toEqual(['/articles/road'])
    expect(addressesLeftBy(null, { _id: 'r1', _type: 'redirect', from: '/old' })).toEqual(['/old'])
  })

  it('are none where a document comes or stays, or a redirect goes', () => {
    expect(addressesLeftBy(null, at('road'))).toEqual([])
    expect(addressesLeftBy(article, { ...article, headline: 'Another' })).toEqual([])
    expect(addressesLeftBy({ _id: 'r1', _type: 'redirect', from: '/old' }, null)).toEqual([])
  })
})
