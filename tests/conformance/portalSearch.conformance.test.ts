import type { z } from 'zod'
import { parseSearch, toPatterns, toTextQuery } from '../../lib/search/parseSearch.ts'
import type { Query } from '../../sanity/queries/query.ts'
import { rankedArticles, type SearchShape } from '../../sanity/queries/rankedArticles.ts'
import { articlesByHeadline, findsAnything } from '../../sanity/queries/search.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()

const span = (text: string) => [
  { _type: 'block', _key: 'b', children: [{ _type: 'span', _key: 's', text, marks: [] }] },
]

beforeAll(async () => {
  const { client, id, type } = target()
  const to = (name: string) => ({ _type: 'reference', _ref: id(name), _weak: true })
  const article = (name: string, day: number, fields: object) => ({
    _id: id(name),
    _type: type('article'),
    firstPublishedAt: `2024-03-0${day}T08:00:00Z`,
    slug: { _type: 'slug', current: name },
    category: to('category-conflict'),
    ...fields,
  })
  await client()
    .transaction()
    .create(
      article('point', 5, {
        headline: 'What the week brings',
        sections: [
          { _type: 'keyPointsSection', _key: 'k', points: [{ _key: 'p', text: span('A truce is near.') }] },
        ],
      }),
    )
    .create(article('standfirst', 4, { headline: 'Fighting stops', standfirst: 'The truce holds.' }))
    .create(
      article('headline', 1, { headline: 'A truce at last', topics: [{ ...to('topic-un'), _key: 't' }] }),
    )
    .create(article('newer', 2, { headline: 'A truce for Ruritania' }))
    .create(
      article('about', 3, {
        headline: 'Ruritania votes on the truce',
        countries: [{ ...to('country-ruritania'), _key: 'c' }],
      }),
    )
    .create({ ...article('draft', 6, { headline: 'A truce in secret' }), _id: `drafts.${id('draft')}` })
    .commit()
})

/** The portal's own query, about the articles of this file, as a reader without a token asks it. */
const ask = async <T extends z.ZodType>({ groq, schema }: Query<T>, params: object): Promise<z.infer<T>> => {
  const { stranger, type } = target()
  const query = groq.replaceAll('_type == "article"', `_type == "${type('article')}"`)
  return schema.parse(await stranger({ perspective: 'published' }).fetch<unknown>(query, { ...params }))
}

const find = async (typed: string, shape: Partial<SearchShape> = {}, params: object = {}) => {
  const { terms, without } = parseSearch(typed)
  const weighed = terms.map((term, index) => [`w${index}`, toTextQuery([{ ...term, open: false }])])
  const page = { begin: 0, end: 10 }
  const found = await ask(
    rankedArticles({ where: 'document', words: terms.length, subject: 'none', conditions: [], ...shape }),
    {
      words: toTextQuery(terms, without),
      patterns: toPatterns(terms),
      ...Object.fromEntries(weighed),
      ...page,
      ...params,
    },
  )
  const nameOf = (id: string) => id.slice(target().mark.length + 1)
  return {
    ranked: found.ranked.map((article) => ({ ...article, id: nameOf(article.id) })),
    onPage: found.onPage.map((article) => ({ ...article, _id: nameOf(article._id) })),
  }
}
const search = async (...asked: Parameters<typeof find>) => (await find(...asked)).ranked
const names = (found: readonly { id: string }[]) => found.map(({ id }) => id)

describe("the portal's search", () => {
  it('ranks headlines before standfirsts before key points', async () => {
    const found = names(await search('truce'))
    // How short a headline is may count, too.
    expect(found.slice(0, 3).toSorted()).toEqual(['about', 'headline', 'newer'])
    expect(found.slice(3)).toEqual(['standfirst', 'point'])
  })

  it('says what facets are counted by', async () => {
    const found = await search('"at last"')
    expect(found).toMatchObject([
      {
        id: 'headline',
        category: target().id('category-conflict'),
        countries: [],
        topics: [target().id('topic-un')],
        authors: [],
      },
    ])
    expect(new Date(found[0]?.firstPublishedAt ?? '').toISOString()).toBe('2024-03-01T08:00:00.000Z')
  })

  it('puts first what is about the country that it names', async () => {
    const subject = { subject: target().id('country-ruritania'), rest: '' }
    expect(names(await search('ruritania', { subject: 'alone' }, subject))).toEqual(['about', 'newer'])
    const withWords = { ...subject, rest: 'votes*' }
    expect(names(await search('ruritania votes', { subject: 'with words' }, withWords))).toEqual(['about'])
  })

  it('is narrowed, looks into what readers read alone, and leaves out what is not wanted', async () => {
    const conditions = ['country', 'from'] as const
    const country = { country: target().id('country-ruritania'), from: '2024-03-02T00:00:00Z' }
    expect(names(await search('truce', { conditions }, country))).toEqual(['about'])
    expect(names(await search('keyPointsSection', { where: 'texts' }))).toEqual([])
    expect(names(await search('truce -ruritania'))).toEqual(['headline', 'standfirst', 'point'])
  })

  it('brings what a page shows of the articles that are on it', async () => {
    const { ranked, onPage } = await find('truce', {}, { begin: 1, end: 4 })
    expect(names(ranked)).toHaveLength(5)
    expect(onPage.map(({ _id }) => _id).toSorted()).toEqual(names(ranked.slice(1, 4)).toSorted())
    const { onPage: last } = await find('truce', {}, { begin: 4, end: 8 })
    expect(last).toMatchObject([
      {
        _id: 'point',
        headline: 'What the week brings',
        sections: [{ points: [{ text: 'A truce is near.' }] }],
      },
    ])
    expect(await find('truce', {}, { begin: 5, end: 10 })).toMatchObject({
      ranked: { length: 5 },
      onPage: [],
    })
  })

  it('says whether a search finds anything, and suggests by headlines', async () => {
    const finds = (words: string) => ask(findsAnything('document'), { words })
    expect([await finds('"truce"'), await finds('nobodywrotethis*')]).toEqual([true, false])
    expect(await ask(articlesByHeadline, { patterns: ['truce', 'rur*'], limit: 5 })).toEqual([
      { headline: 'Ruritania votes on the truce', slug: 'about' },
      { headline: 'A truce for Ruritania', slug: 'newer' },
    ])
  })
})
