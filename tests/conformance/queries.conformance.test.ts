import { createClient as createFormerClient } from 'next-sanity'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const article = () => target().type('article')

beforeAll(async () => {
  const { client, id } = target()
  await client()
    .transaction()
    .create({ _id: id('one'), _type: article(), headline: 'One', order: 1, tags: ['a', 'b'] })
    .create({ _id: id('two'), _type: article(), headline: 'Two', order: 2, flag: true })
    .commit()
})

/** The answer to a query as it comes over the wire. */
async function answerTo(query: string, more = '', version = 'v2025-02-19') {
  const { ask, dataset } = target()
  const response = await ask(`/data/query/${dataset}?query=${encodeURIComponent(query)}${more}`, { version })
  return { status: response.status, body: await response.json() }
}

describe('a query over HTTP', () => {
  it('is answered with the query, the result, its sync tags and how long it took', async () => {
    const { status, body } = await answerTo('1 + 1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ query: '1 + 1', result: 2, ms: expect.any(Number) })
  })

  it('leaves the query out of the answer when asked to', async () => {
    const { body } = await answerTo('1 + 1', '&returnQuery=false')
    expect(body).not.toHaveProperty('query')
    expect(body.result).toBe(2)
  })

  it('takes parameters of every kind of JSON as `$name`', async () => {
    const params = {
      text: 'a "b" & ü',
      number: 2.5,
      yes: true,
      nothing: null,
      list: [1, 'x'],
      object: { deep: { er: 1 } },
    }
    const query =
      '{"text": $text, "number": $number, "yes": $yes, "nothing": $nothing, "list": $list, "object": $object.deep.er}'
    expect(await target().client().fetch(query, params)).toEqual({ ...params, object: 1 })
  })

  it('is the same as POST, with query and parameters in the body', async () => {
    const { ask, dataset } = target()
    const body = JSON.stringify({
      query: '*[_type == $type] | order(order) .headline',
      params: { type: article() },
    })
    const response = await ask(`/data/query/${dataset}?perspective=published`, { method: 'POST', body })
    expect((await response.json()).result).toEqual(['One', 'Two'])
  })

  it('may be longer than an address can be', async () => {
    const ids = Array.from({ length: 2500 }, (_, number) => `nobody-${number}`)
    const query = `*[_id in ${JSON.stringify([target().id('one'), ...ids])}].headline`
    expect(query.length).toBeGreaterThan(11_264)
    expect(await target().client().fetch(query)).toEqual(['One'])
  })

  it('finds nothing with 200: null for one, an empty list for many', async () => {
    const type = target().type('unheard-of')
    expect((await answerTo(`*[_type == "${type}"][0]`)).body.result).toBeNull()
    expect((await answerTo(`*[_type == "${type}"]`)).body.result).toEqual([])
  })

  it('is answered alike for the client that next-sanity brings', async () => {
    const { projectId, dataset, url, token } = target()
    const former = createFormerClient({
      projectId,
      dataset,
      token,
      apiVersion: '2025-02-19',
      useCdn: false,
      ...(url.startsWith('https:') ? {} : { apiHost: url, useProjectHostname: false }),
    })
    const query = '*[_type == $type] | order(order) {headline, order}'
    expect(await former.fetch(query, { type: article() })).toEqual(
      await target().client().fetch(query, { type: article() }),
    )
  })

  it('needs no token for what is published in a public dataset', async () => {
    expect(
      await target()
        .stranger()
        .fetch('*[_id == $id][0].headline', { id: target().id('one') }),
    ).toBe('One')
  })
})

describe('a query that cannot be answered', () => {
  it('says where it breaks off', async () => {
    const query = '*[_type == "x" && ]{headline}'
    const { status, body } = await answerTo(query)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      type: 'queryParseError',
      query,
      start: expect.any(Number),
      end: expect.any(Number),
      description: expect.any(String),
    })
    expect(body.error.start).toBeGreaterThanOrEqual(16)
    expect(body.error.end).toBeGreaterThanOrEqual(body.error.start)
  })

  it('lets the client point at the place', async () => {
    await expect(target().client().fetch('*[_type == "x"]{\n  headline,,\n}')).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/GROQ query parse error:\n[\s\S]*> 2 \| {3}headline,,/),
      details: { type: 'queryParseError' },
    })
  })

  it('names the parameter that was not given', async () => {
    await expect(target().client().fetch('*[_id == $nobody]')).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('param $nobody referenced, but not provided'),
      details: { type: 'queryParseError', start: expect.any(Number), end: expect.any(Number) },
    })
  })

  it.each(['nosuch(1)', 'string::nosuch("a")', 'nosuch::lower("a")'])(
    'refuses the unknown function %s',
    async (query) => {
      const { status, body } = await answerTo(query)
      expect(status).toBe(400)
      expect(body.error.description).toEqual(expect.stringMatching(/function|namespace/i))
    },
  )

  it('says in words which dataset there is not', async () => {
    const client = target().client({ dataset: 'nobody-made-this-one' })
    await expect(client.fetch('*')).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Dataset "nobody-made-this-one" not found'),
    })
  })

  it('is refused to a token that nobody knows', async () => {
    const client = target().stranger({ token: 'sk-nobody-knows-this-one' })
    await expect(client.fetch('1')).rejects.toMatchObject({
      statusCode: 401,
      message: expect.stringContaining('Session not found'),
    })
  })
})

describe('documents in an answer', () => {
  it('carry what the lake keeps of each: id, type, revision and both times', async () => {
    expect(
      await target()
        .client()
        .fetch('*[_id == $id][0]', { id: target().id('two') }),
    ).toEqual({
      _id: target().id('two'),
      _type: article(),
      _rev: expect.stringMatching(/^.{10,}$/),
      _createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      _updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      headline: 'Two',
      order: 2,
      flag: true,
    })
  })

  it('come in the order of their ids when none is asked for', async () => {
    expect(await target().client().fetch('*[_type == $type].headline', { type: article() })).toEqual([
      'One',
      'Two',
    ])
  })
})
