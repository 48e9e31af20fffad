import { companionsOf } from '../../../lib/freshness/companions.ts'

describe('what other programs read beside a page', () => {
  it('is the feeds of a list, and those of the site, and what is news, beside the front', () => {
    expect(companionsOf('/')).toEqual(['/feed.xml', '/atom.xml', '/feed.json', '/news-sitemap.xml'])
    expect(companionsOf('/categories/conflict')).toEqual([
      '/categories/conflict/feed.xml',
      '/categories/conflict/atom.xml',
      '/categories/conflict/feed.json',
    ])
    expect(companionsOf('/authors/ani')).toContain('/authors/ani/feed.json')
  })

  it('is nothing beside a later page of a list, a relation or the atlas', () => {
    expect(
      ['/categories/conflict/2', '/countries/armenia/azerbaijan', '/countries', '/about'].flatMap(
        companionsOf,
      ),
    ).toEqual([])
  })
})
