import { addressOf } from '../../../sanity/studio/addressOf.ts'

describe('"Open on the site"', () => {
  it.each([
    ['article', '/articles/ceasefire'],
    ['country', '/countries/ceasefire'],
    ['category', '/categories/ceasefire'],
    ['page', '/ceasefire'],
  ])('leads from a document of type %s to %s', (type, address) => {
    expect(addressOf(type, 'ceasefire')).toBe(address)
  })

  it('leads from the front to the front, which has no address of its own', () => {
    expect(addressOf('front', undefined)).toBe('/')
  })

  it('leads nowhere without an address, or where no page shows the document', () => {
    expect(addressOf('article', undefined)).toBeUndefined()
    expect(addressOf('source', 'ceasefire')).toBeUndefined()
  })
})
