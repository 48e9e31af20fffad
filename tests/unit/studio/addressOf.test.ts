import { addressOf, isPaged } from '../../../sanity/studio/addressOf.ts'

describe('"Open on the site"', () => {
  it.each([
    ['article', '/articles/ceasefire'],
    ['country', '/countries/ceasefire'],
    ['category', '/categories/ceasefire'],
    ['story', '/stories/ceasefire'],
    ['topic', '/topics/ceasefire'],
    ['author', '/authors/ceasefire'],
    ['page', '/ceasefire'],
  ])('leads from a document of type %s to %s', (type, address) => {
    expect(addressOf(type, 'ceasefire')).toBe(address)
  })

  it('leads from the front to the front, which has no address of its own', () => {
    expect(addressOf('front', undefined)).toBe('/')
  })

  it('is offered for what has a page, and for nothing else', () => {
    const types = ['article', 'story', 'topic', 'author', 'front', 'source', 'banner', 'siteSettings']
    expect(types.filter(isPaged)).toEqual(['article', 'story', 'topic', 'author', 'front'])
  })

  it('leads nowhere without an address, or where no page shows the document', () => {
    expect(addressOf('article', undefined)).toBeUndefined()
    expect(addressOf('source', 'ceasefire')).toBeUndefined()
  })
})
