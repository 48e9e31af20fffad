import { placeAt } from '../../../lib/addresses/placeAt.ts'
import { usualAddress } from '../../../lib/addresses/usualAddress.ts'
import { addressOfDocument, routes } from '../../../lib/routes.ts'

describe('the usual spelling of an address', () => {
  it.each([
    ['/articles/%72oad', '/articles/road'],
    ['/articles/caf%c3%a9', '/articles/caf%C3%A9'],
    ['/categories/conflict/1', '/categories/conflict'],
    ['/topics/ceasefires/1', '/topics/ceasefires'],
    ['/authors/ani/1', '/authors/ani'],
    ['/latest/1', '/latest'],
    ['/countries/azerbaijan/armenia', '/countries/armenia/azerbaijan'],
    ['/countries/%61zerbaijan/armenia', '/countries/armenia/azerbaijan'],
  ])('of %s is %s', (path, usual) => {
    expect(usualAddress(path)).toBe(usual)
    expect(usualAddress(usual)).toBe(usual)
  })

  it.each([
    '/',
    '/articles/road',
    '/articles/a%2Fb',
    '/articles/100%',
    '/articles/%E0%A4%A',
    '/categories/conflict/2',
    '/categories/conflict/01',
    '/categories/1',
    '/articles/1',
    '/countries/armenia/azerbaijan',
    '/countries/armenia/feed.xml',
    '/countries/armenia/atom.xml',
    '/2019/05/old,story;1.html',
  ])('of %s is itself', (path) => {
    expect(usualAddress(path)).toBe(path)
  })

  it('never leads to another site', () => {
    for (const path of ['/%2f%2fevil.example', '/countries/%2f%2fevil.example/a', '/%5cevil.example'])
      expect(usualAddress(path)).toMatch(/^\/[^/\\]/)
  })
})

describe('who stands at an address', () => {
  it.each(['article', 'category', 'country', 'page'])('is found again from where a %s stands', (type) => {
    for (const slug of ['road', 'café', 'a/b'])
      expect(placeAt(addressOfDocument(type, slug) ?? '')).toEqual({ type, slug })
  })

  it.each([routes.front(), '/categories/conflict/2', '/archive/2023/09', '/nowhere/at-all'])(
    'is no document at %s',
    (address) => {
      expect(placeAt(address)).toBeUndefined()
    },
  )
})
