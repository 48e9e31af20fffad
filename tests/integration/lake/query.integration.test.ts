import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
const article = (number: number, fields: object = {}) => ({
  _id: `article-${number}`,
  _type: 'article',
  headline: `Number ${number}`,
  slug: { _type: 'slug', current: `number-${number}` },
  country: { _type: 'reference', _ref: 'country-armenia' },
  order: number,
  ...fields,
})

beforeAll(async () => {
  lake = await startLake()
  const editor = lake.client('editor')
  await editor
    .transaction()
    .create({ _id: 'country-armenia', _type: 'country', name: 'Armenia' })
    .create(article(1))
    .create(article(2, { closing: 'Talks resume in Ōsaka, the "foreign minister" said.' }))
    .create(article(3))
    .create({ ...article(1, { headline: 'Changed' }), _id: 'drafts.article-1' })
    .create({ ...article(9), _id: 'drafts.article-9' })
    .create({
      _id: 'image-a-1x1-png',
      _type: 'sanity.imageAsset',
      path: 'images/meridian/production/a-1x1.png',
      url: 'https://elsewhere.example/a.png',
    })
    .commit()
})
afterAll(() => lake.close())

describe('a query', () => {
  it('finds the article of a slug with its country', async () => {
    const query = '*[_type == "article" && slug.current == $slug][0]{headline, "country": country->name}'
    expect(await lake.client().fetch(query, { slug: 'number-2' })).toEqual({
      headline: 'Number 2',
      country: 'Armenia',
    })
  })

  it('answers 200 with null for what is not there, so that a page can be not found', async () => {
    expect(await lake.client().fetch('*[slug.current == "nowhere"][0]')).toBeNull()
  })

  it('answers a long query that the client sends as POST', async () => {
    const names = Array.from({ length: 2000 }, (_, number) => `"nobody-${number}"`).join(',')
    expect(await lake.client().fetch(`*[_id in ["article-1", ${names}]].headline`)).toEqual(['Number 1'])
  })

  it('lets the client draw where a query breaks off', async () => {
    await expect(lake.client().fetch('*[_type == ')).rejects.toMatchObject({
      statusCode: 400,
      details: { type: 'queryParseError', query: '*[_type == ', start: 10 },
    })
  })

  it('names the parameter that is missing', async () => {
    await expect(lake.client().fetch('*[_id == $id]')).rejects.toThrow('$id referenced, but not provided')
  })

  it('says in words which dataset is unknown', async () => {
    await expect(lake.client('editor', { dataset: 'nowhere' }).fetch('*')).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Dataset "nowhere" not found'),
    })
  })

  it('gives an asset the address that the lake has now', async () => {
    expect(await lake.client().fetch('*[_type == "sanity.imageAsset"][0].url')).toBe(
      `${lake.url}/images/meridian/production/a-1x1.png`,
    )
  })

  it('searches the whole text of documents as the Studio does', async () => {
    const query = '*[_type in $types && ([@, _id] match text::query($words) || references($words))]._id'
    const search = (words: string) => lake.client().fetch(query, { types: ['article'], words })
    expect(await search('osaka "foreign minister"')).toEqual(['article-2'])
    expect(await search('resu*')).toEqual(['article-2'])
    expect(await search('*')).toEqual(['article-1', 'article-2', 'article-3'])
  })

  it('ranks a hit in the headline before one in the text', async () => {
    await lake.client('editor').createOrReplace(article(4, { headline: 'Ōsaka' }))
    const query = `*[_type == "article"] | score(boost(headline match text::query($q), 5), [@, _id] match text::query($q))
      [_score > 0] | order(_score desc) ._id`
    expect(await lake.client().fetch(query, { q: 'osaka' })).toEqual(['article-4', 'article-2'])
  })

  it('says where each value came from, for click-to-edit', async () => {
    const viewer = lake.client('viewer', { perspective: 'drafts', resultSourceMap: 'withKeyArraySelector' })
    const query = '*[_id == "article-1"]{headline}'
    const { resultSourceMap } = await viewer.fetch(query, {}, { filterResponse: false })
    expect(resultSourceMap).toMatchObject({
      documents: [{ _id: 'drafts.article-1', _type: 'article' }],
      paths: ["$['headline']"],
      mappings: { "$[0]['headline']": { source: { document: 0, path: 0 } } },
    })
  })

  it('tags an answer with what it depends on', async () => {
    const query = '*[_type == "article" && slug.current == "number-2"][0]{"name": country->name}'
    const answer = await lake.client().fetch(query, {}, { filterResponse: false })
    expect(answer.syncTags).toEqual(['s1:doc:country-armenia', 's1:slug:number-2'])
  })
})

describe('perspectives over HTTP', () => {
  const headline = '*[_id == "article-1"][0].headline'

  it('previews drafts for those with a token', async () => {
    const viewer = lake.client('viewer', { perspective: 'drafts' })
    expect(await viewer.fetch(headline)).toBe('Changed')
    expect(await viewer.fetch('*[_id == "article-9"][0]._originalId')).toBe('drafts.article-9')
  })

  it.each(['raw', 'drafts', 'published'] as const)(
    'shows the world no draft when it asks for %s',
    async (perspective) => {
      const world = lake.client(undefined, { perspective })
      expect(await world.fetch(headline)).toBe('Number 1')
      expect(
        await world.fetch('*[_id == "drafts.article-1" || _id == "article-9" || _originalId != null]'),
      ).toEqual([])
      expect(await world.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
      expect(await world.fetch('*[_id == "article-1"]{"twin": *[_id == "drafts." + ^._id][0]}')).toEqual([
        { twin: null },
      ])
    },
  )

  it('does not tell the world by "doc" whether a draft is there', async () => {
    const answer = await fetch(
      `${lake.url}/v1/data/doc/production/drafts.article-1,drafts.none,none,article-1`,
    )
    const { documents, omitted } = await answer.json()
    expect(documents).toHaveLength(1)
    expect(omitted).toEqual([
      { id: 'drafts.article-1', reason: 'permission' },
      { id: 'drafts.none', reason: 'permission' },
      { id: 'none', reason: 'existence' },
    ])
  })

  it('exports to the world no draft', async () => {
    const world = await (await fetch(`${lake.url}/v1/data/export/production`)).text()
    expect(world).toContain('article-1')
    expect(world).not.toContain('drafts.')
  })
})

describe('a query that asks too much', () => {
  const slow = `*["${'a'.repeat(40)}" match "${'*a'.repeat(16)}b"]`
  let strict: TestLake
  beforeAll(async () => {
    strict = await startLake({ queryLimits: { budget: 300, processes: 1, largestResult: 1000 } })
    await strict.client('editor').create({ _id: 'only', _type: 'topic', text: 'word '.repeat(100) })
  })
  afterAll(() => strict.close())

  it('is stopped in time, and the next one is answered', async () => {
    const answer = strict.client().fetch(slow)
    const next = strict.client().fetch('count(*)')
    await expect(answer).rejects.toMatchObject({ statusCode: 400, details: { type: 'queryTimeoutError' } })
    expect(await next).toBe(1)
  })

  it('does not hold up who asks for a document meanwhile', async () => {
    const order: string[] = []
    const answer = strict
      .client()
      .fetch(slow)
      .catch(() => order.push('stopped'))
    await strict.client().getDocument('only')
    order.push('document')
    await answer
    expect(order).toEqual(['document', 'stopped'])
  })

  it('is refused when its answer is too long', async () => {
    await expect(strict.client().fetch('*{"a": *, "b": *}')).rejects.toMatchObject({
      statusCode: 400,
      details: { type: 'queryResultTooLargeError' },
    })
  })

  it('selects nothing for a deletion either', async () => {
    await expect(strict.client('editor').delete({ query: slow })).rejects.toMatchObject({ statusCode: 400 })
    expect(await strict.client().fetch('count(*)')).toBe(1)
  })
})

describe('a query that eats memory', () => {
  let small: TestLake
  beforeAll(async () => {
    small = await startLake({ queryLimits: { budget: 60_000, processes: 1, heap: 32 } })
    const list = Array.from({ length: 300 }, (_, number) => ({ _key: `k${number}`, number }))
    await small.client('editor').create({ _id: 'big', _type: 'topic', list })
  })
  afterAll(() => small.close())

  it('ends its process and not the lake', async () => {
    const hungry = '*[_id == "big"]{"a": list[]{"b": ^.list[]{"c": ^.^.list[]{"d": 1}}}}'
    await expect(small.client().fetch(hungry)).rejects.toMatchObject({
      statusCode: 400,
      details: { type: 'queryMemoryError' },
    })
    expect(await small.client().fetch('count(*)')).toBe(1)
  }, 60_000)
})
