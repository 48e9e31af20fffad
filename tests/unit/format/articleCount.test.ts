import { formatArticleCount } from '../../../lib/format/articleCount.ts'

describe('the number of articles', () => {
  it.each([
    [0, '0 articles'],
    [1, '1 article'],
    [12, '12 articles'],
  ])('prints %i as "%s"', (count, words) => {
    expect(formatArticleCount(count)).toBe(words)
  })
})
