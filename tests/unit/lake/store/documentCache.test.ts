import { DocumentCache } from '../../../../lake/store/documentCache.ts'

const article = (fields: object) => ({ _id: 'a', _type: 'article', ...fields })
const read = (fields: object, size = 100) => ({
  document: article(fields),
  fields: new Set(['_id', '_type', ...Object.keys(fields)]),
  size,
})

describe('documents that are kept', () => {
  it('are there for whoever wants no more than was read of them', () => {
    const cache = new DocumentCache()
    cache.keep(1, read({ headline: 'Talks', kicker: 'Live' }))
    expect(cache.get(1, ['kicker'])).toEqual(article({ headline: 'Talks', kicker: 'Live' }))
    expect([cache.get(1, ['standfirst']), cache.get(1), cache.get(2, ['kicker'])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('have what two queries read of them, one after the other', () => {
    const cache = new DocumentCache()
    cache.keep(1, read({ headline: 'Talks' }))
    cache.keep(1, read({ kicker: 'Live' }))
    expect(cache.get(1, ['headline', 'kicker'])).toEqual(article({ headline: 'Talks', kicker: 'Live' }))
    cache.keep(1, { document: article({ headline: 'Talks', body: 'Long' }), fields: undefined, size: 100 })
    cache.keep(1, read({ headline: 'Talks' }))
    expect(cache.get(1)).toEqual(article({ headline: 'Talks', body: 'Long' }))
  })

  it('are not pushed out by a few that are heavy', () => {
    const cache = new DocumentCache(40_000)
    for (let number = 0; number < 50; number += 1) cache.keep(number, read({ headline: `Talks ${number}` }))
    for (let number = 100; number < 200; number += 1) cache.keep(number, read({ body: 'Long' }, 2_500))
    const kept = (from: number, to: number, field: string) =>
      Array.from({ length: to - from }, (_, place) => cache.get(from + place, [field])).filter(Boolean).length
    expect([kept(0, 50, 'headline'), kept(100, 200, 'body')]).toEqual([50, 4])
  })
})
