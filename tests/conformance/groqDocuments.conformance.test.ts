import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const reference = (name: string, more: object = {}) => ({
  _type: 'reference',
  _ref: target().id(name),
  ...more,
})

beforeAll(async () => {
  const { client, id, type } = target()
  const article = (name: string, order: number | undefined, fields: object) => ({
    _id: id(name),
    _type: type('article'),
    ...(order === undefined ? {} : { order }),
    ...fields,
  })
  await client()
    .transaction()
    .create({ _id: id('armenia'), _type: type('country'), name: 'Armenia', region: reference('asia') })
    .create({ _id: id('asia'), _type: type('region'), name: 'Asia' })
    .create({ _id: id('world'), _type: type('category'), name: 'World' })
    .create(
      article('a', 3, {
        category: reference('world'),
        countries: [{ _key: 'k1', ...reference('armenia') }],
        slug: { _type: 'slug', current: 'first' },
        publishedAt: '2026-03-01T00:00:00Z',
      }),
    )
    .create(article('b', 1, { category: reference('world'), publishedAt: '2026-01-01T00:00:00Z' }))
    .create(
      article('c', 2, {
        category: reference('nowhere', { _weak: true }),
        publishedAt: '2026-02-01T00:00:00Z',
        points: [
          { _key: 'p1', text: 'one', weight: 1 },
          { _key: 'p2', text: 'two', weight: 5 },
        ],
      }),
    )
    .create(article('d', undefined, {}))
    .commit()
})

/** Asks with `$article`, `$country`, `$category` for this file's types and `$id…` for its ids. */
const ask = (query: string) => {
  const { client, id, type } = target()
  const types = { article: type('article'), country: type('country'), category: type('category') }
  return client().fetch(query, { ...types, world: id('world'), armenia: id('armenia'), c: id('c') })
}
const names = async (query: string) => {
  const ids: unknown = await ask(query)
  return Array.isArray(ids) ? ids.map((id) => String(id).slice(target().mark.length + 1)) : ids
}

describe('filters', () => {
  it.each<[string, string[]]>([
    ['*[_type == $article && slug.current == "first"]._id', ['a']],
    ['*[_type == $article && category._ref == $world]._id', ['a', 'b']],
    ['*[_type == $article && references($world)]._id', ['a', 'b']],
    ['*[_type == $article && references([$armenia, "nobody"])]._id', ['a']],
    ['*[_type == $article && $armenia in countries[]._ref]._id', ['a']],
    ['*[_type == $article && publishedAt >= "2026-02-01T00:00:00Z"]._id', ['a', 'c']],
    ['*[_type == $article && dateTime(publishedAt) < dateTime("2026-02-01T00:00:00Z")]._id', ['b']],
    ['*[_type == $article && !defined(order)]._id', ['d']],
    ['*[_type == $article && category->name == "World"]._id', ['a', 'b']],
    ['*[_type == $article && count(points[weight > 2]) > 0]._id', ['c']],
    ['*[_type == $article && points[].text match "tw*"]._id', ['c']],
    ['*[_type in [$country, $category]]._id', ['armenia', 'world']],
    ['*[_type == $article][order > 1][order < 3]._id', ['c']],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })
})

describe('order and slices', () => {
  it.each<[string, string[]]>([
    ['*[_type == $article] | order(order asc)._id', ['b', 'c', 'a', 'd']],
    ['*[_type == $article] | order(order desc)._id', ['d', 'a', 'c', 'b']],
    ['*[_type == $article] | order(category->name desc, order)._id', ['c', 'd', 'b', 'a']],
    ['*[_type == $article] | order(publishedAt desc)[0...2]._id', ['d', 'a']],
    ['*[_type == $article] | order(publishedAt desc)[1..2]._id', ['a', 'c']],
    ['*[_type == $article && defined(order)] | order(order)[-1..-1]._id', ['a']],
    ['*[_type == $article] | order(order)[2...2]._id', []],
    ['*[_type == $article] | order(order)[90...99]._id', []],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  it('takes one document with a number', async () => {
    expect(await ask('*[_type == $article] | order(publishedAt)[0].order')).toBe(1)
    expect(await ask('*[_type == $article] | order(publishedAt)[99]')).toBeNull()
  })

  it('counts', async () => {
    expect(await ask('count(*[_type == $article])')).toBe(4)
    expect(await ask('count(*[_type == $article && defined(order)])')).toBe(3)
  })
})

describe('projections', () => {
  it('follow references, and references of references', async () => {
    const query = `*[_type == $article && slug.current == "first"][0]{
      "category": category->name, "countries": countries[]->{name, "region": region->name}
    }`
    expect(await ask(query)).toEqual({
      category: 'World',
      countries: [{ name: 'Armenia', region: 'Asia' }],
    })
  })

  it('follow a reference to nothing to null', async () => {
    expect(await ask('*[_id == $c][0]{"category": category->, "name": category->name}')).toEqual({
      category: null,
      name: null,
    })
  })

  it('put a whole document in the place of its reference', async () => {
    expect(await ask('*[_type == $article && slug.current == "first"][0].category->')).toMatchObject({
      _id: target().id('world'),
      name: 'World',
    })
  })

  it('reach the document around by ^, also from a query inside', async () => {
    const query =
      '*[_type == $category][0]{name, "articles": *[_type == $article && references(^._id)] | order(order) {order, "in": ^.name}}'
    expect(await ask(query)).toEqual({
      name: 'World',
      articles: [
        { order: 1, in: 'World' },
        { order: 3, in: 'World' },
      ],
    })
  })

  it('give null for what a document has not, and leave out what a condition excludes', async () => {
    expect(await ask('*[_id == $c][0]{order, absent, order > 9 => {"big": true}}')).toEqual({
      order: 2,
      absent: null,
    })
  })

  it('spread, and what stands behind overrides', async () => {
    expect(await ask('*[_id == $c][0].points[0]{..., "text": upper(text)}')).toEqual({
      _key: 'p1',
      text: 'ONE',
      weight: 1,
    })
  })

  it('go into lists', async () => {
    expect(await ask('*[_id == $c][0]{"texts": points[].text, "heavy": points[weight > 2]{_key}}')).toEqual({
      texts: ['one', 'two'],
      heavy: [{ _key: 'p2' }],
    })
  })

  it('flatten one level by []', async () => {
    expect(await ask('*[_type == $article && defined(points)].points[].text')).toEqual(['one', 'two'])
  })
})

describe('several questions in one', () => {
  it('are answered together, from one state of the dataset', async () => {
    expect(
      await ask('{"articles": count(*[_type == $article]), "first": *[_type == $country][0]{name}}'),
    ).toEqual({ articles: 4, first: { name: 'Armenia' } })
  })
})
