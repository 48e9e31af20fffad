import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()

beforeAll(async () => {
  const { client, id, type } = target()
  const article = (name: string, headline: string, text: string) => ({
    _id: id(name),
    _type: type('article'),
    headline,
    body: [
      {
        _type: 'block',
        _key: 'b',
        children: [{ _type: 'span', _key: 's', text }],
      },
    ],
  })
  await client()
    .transaction()
    .create(article('a', 'Peace talks resume in Ōsaka', 'The foreign minister arrived on Monday.'))
    .create(article('b', 'Markets fall', 'Traders in Osaka blamed the talks about peace.'))
    .create(article('c', 'Harvest begins', 'The minister for foreign trade was absent.'))
    .commit()
})

const found = async (query: string, words: string) => {
  const { client, mark, type } = target()
  const ids = await client().fetch<string[]>(query, { type: type('article'), words })
  return ids.map((id) => id.slice(mark.length + 1))
}

describe('text::query', () => {
  const search = (words: string) =>
    found('*[_type == $type && @ match text::query($words)] | order(_id) ._id', words)

  it.each<[words: string, names: string[]]>([
    ['minister', ['a', 'c']],
    ['talks peace', ['a', 'b']],
    ['MINISTER', ['a', 'c']],
    ['"foreign minister"', ['a']],
    ['harv*', ['c']],
    ['talks -markets', ['a']],
    ['nobodywrotethis', []],
  ])('finds %s in the whole of a document', async (words, names) => {
    expect(await search(words)).toEqual(names)
  })

  it('keeps to the fields that it is asked about', async () => {
    const inHeadline = (words: string) =>
      found('*[_type == $type && headline match text::query($words)] | order(_id) ._id', words)
    expect(await inHeadline('talks')).toEqual(['a'])
    expect(await inHeadline('minister')).toEqual([])
  })

  it('finds what the Studio’s own lists ask for', async () => {
    const query =
      '*[_type in [$type] && [@, _id] match text::query($words)] | score(boost(headline match text::query($words), 10), [@, _id] match text::query($words)) | order(_score desc) [0...10] ._id'
    expect(await found(query, 'talks')).toEqual(['a', 'b'])
  })
})

describe('score', () => {
  const scored = (terms: string) =>
    found(`*[_type == $type] | score(${terms}) [_score > 0] | order(_score desc) ._id`, 'talks')

  it('puts first what matches more of what is asked', async () => {
    expect(await scored('headline match $words, pt::text(body) match $words')).toEqual(['a', 'b'])
    const both = 'pt::text(body) match "minister", pt::text(body) match "monday"'
    expect(await scored(both)).toEqual(['a', 'c'])
  })

  it('is turned by boost', async () => {
    expect(await scored('boost(headline match $words, 4), boost(pt::text(body) match $words, 1)')).toEqual([
      'a',
      'b',
    ])
    expect(await scored('boost(headline match $words, 1), boost(pt::text(body) match $words, 4)')).toEqual([
      'b',
      'a',
    ])
  })

  it('takes conditions besides words', async () => {
    expect(await scored('boost(headline == "Harvest begins", 3), headline match $words')).toEqual(['c', 'a'])
  })

  it('is a number on every document, 0 without a match', async () => {
    const scores = await target()
      .client()
      .fetch<number[]>('*[_type == $type] | score(headline match "talks") | order(_id) ._score', {
        type: target().type('article'),
      })
    expect(scores).toEqual([expect.any(Number), 0, 0])
    expect(scores[0]).toBeGreaterThan(0)
  })
})
