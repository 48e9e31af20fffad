import { firstPublication } from '../../../lib/addresses/firstPublication.ts'
import { storedArticle, storedCategory } from '../../fixtures/stored.ts'

const now = new Date('2026-03-01T10:00:00.000Z')
const undated = storedArticle('road', { firstPublishedAt: undefined, _updatedAt: '2026-03-01T09:59:58Z' })

describe('the date of a first publication', () => {
  it('is the moment in which an article without one was published', () => {
    expect(firstPublication(null, undated, now)).toEqual({
      id: 'article-road',
      firstPublishedAt: '2026-03-01T09:59:58Z',
    })
    expect(firstPublication(null, { ...undated, _updatedAt: undefined }, now)?.firstPublishedAt).toBe(
      now.toISOString(),
    )
  })

  it('stays what it was when a draft that lacks it is published over the article', () => {
    expect(firstPublication(storedArticle('road'), undated, now)?.firstPublishedAt).toBe(
      '2023-09-19T14:05:00Z',
    )
  })

  it.each([
    ['an article that has one', storedArticle('road')],
    ['a draft', { ...undated, _id: 'drafts.article-road' }],
    ['a version in a release', { ...undated, _id: 'versions.r1.article-road' }],
    ['a category', storedCategory('conflict')],
    ['an article that was taken down', null],
  ])('is not given to %s', (_what, after) => {
    expect(firstPublication(null, after, now)).toBeUndefined()
  })
})
