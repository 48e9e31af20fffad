import { companionsOf, outputsOfArticle } from '../../../lib/freshness/companions.ts'

describe('what is read beside a page', () => {
  it('is the feeds of a list, and those of the site, and what is news, beside the front', () => {
    expect(companionsOf('/')).toEqual(['/feed.xml', '/atom.xml', '/feed.json', '/lite', '/news-sitemap.xml'])
    expect(companionsOf('/categories/conflict')).toEqual([
      '/categories/conflict/feed.xml',
      '/categories/conflict/atom.xml',
      '/categories/conflict/feed.json',
      '/categories/conflict/card.png',
      '/lite/categories/conflict',
    ])
    expect(companionsOf('/authors/ani')).toContain('/authors/ani/feed.json')
  })

  it('is the card beside a relation', () => {
    expect(companionsOf('/countries/armenia/azerbaijan')).toEqual(['/countries/armenia/azerbaijan/card.png'])
  })

  it('is nothing beside a later page of a list, a story told from its beginning or the atlas', () => {
    expect(
      ['/categories/conflict/2', '/stories/talks/oldest', '/countries', '/about'].flatMap(companionsOf),
    ).toEqual([])
  })

  it('is the Markdown, the card and the lite page of an article', () => {
    expect(outputsOfArticle('operation')).toEqual([
      '/articles/operation.md',
      '/articles/operation/card.png',
      '/lite/articles/operation',
    ])
  })
})
