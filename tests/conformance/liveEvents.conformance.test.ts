import type { LiveEvent } from '@sanity/client'
import { readStream } from '../support/conformanceStream.ts'
import { targetOfFile } from '../support/conformanceTarget.ts'
import { waitFor } from '../support/waitFor.ts'

const target = targetOfFile()
const client = () => target().client({ perspective: 'published' })
const id = (name: string) => target().id(name)
const open: (() => void)[] = []
afterEach(() => {
  for (const end of open.splice(0)) end()
})

const make = (name: string, kind: string, fields: object = {}) => ({
  _id: id(name),
  _type: target().type(kind),
  ...fields,
})

async function follow(options: { includeDrafts?: boolean } = {}) {
  const heard: LiveEvent[] = []
  const subscription = client()
    .live.events(options)
    .subscribe({ next: (event) => heard.push(event) })
  open.push(() => subscription.unsubscribe())
  await waitFor(async () => expect(heard.map(({ type }) => type)).toContain('welcome'))
  return {
    heard,
    /** All tags that were told so far. */
    tags: () => heard.flatMap((event) => (event.type === 'message' ? event.tags : [])),
  }
}

async function tagsOf(query: string, options: { perspective?: 'drafts' } = {}): Promise<string[]> {
  const params = { type: target().type('article'), id: id('article'), category: id('category') }
  const answer = await target()
    .client({ perspective: 'published', ...options })
    .fetch(query, params, { filterResponse: false })
  return answer.syncTags ?? []
}

beforeAll(async () => {
  await target()
    .client()
    .transaction()
    .create(make('category', 'category', { name: 'World' }))
    .create(
      make('article', 'article', { headline: 'One', category: { _type: 'reference', _ref: id('category') } }),
    )
    .commit()
})

/** Queries, and a change of a document that each is about. */
const dependent: [what: string, query: string, change: () => Promise<unknown>][] = [
  ['a document by its id', '*[_id == $id][0].headline', () => touch('article')],
  ['a list', '*[_type == $type].headline', () => touch('article')],
  ['a list that the document was not in', '*[_type == $type && headline == "Two"]', () => touch('article')],
  ['a count', 'count(*[_type == $type])', () => client().create(make('another', 'article'))],
  ['what is behind a reference', '*[_id == $id][0].category->name', () => touch('category')],
  ['a query inside', '*[_id == $id]{"others": *[_type == ^._type && _id != ^._id]}', () => touch('article')],
  ['what references a document', '*[references($category)]', () => touch('article')],
  ['nothing yet', '*[_type == $type && headline == "Never"][0]', () => touch('article')],
]

const touch = (name: string) => target().client().patch(id(name)).set({ touched: Math.random() }).commit()

describe('sync tags', () => {
  it('come with every answer, in the form that clients know', async () => {
    const tags = await tagsOf('*[_type == $type]')
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.every((tag) => /^s1:./.test(tag))).toBe(true)
  })

  it.each(dependent)('are told when the answer may have changed: %s', async (_what, query, change) => {
    const { tags } = await follow()
    const wanted = await tagsOf(query)
    await change()
    await waitFor(async () => expect(tags().some((tag) => wanted.includes(tag))).toBe(true))
  })

  it('are not told for documents of another type', async () => {
    const { tags } = await follow()
    const wanted = await tagsOf('*[_type == $type && defined(headline)].headline')
    await client().create(make('stranger', 'unrelated'))
    const marked = await tagsOf(`*[_type == "${target().type('unrelated')}"]`)
    await waitFor(async () => expect(tags().some((tag) => marked.includes(tag))).toBe(true))
    expect(tags().filter((tag) => wanted.includes(tag))).toEqual([])
  })
})

describe('live events', () => {
  it('say nothing of drafts to those who did not ask for them', async () => {
    const { tags } = await follow()
    await target()
      .client()
      .create({ ...make('x', 'article'), _id: 'drafts.' })
    await touch('article')
    const wanted = await tagsOf('*[_id == $id]')
    await waitFor(async () => expect(tags().some((tag) => wanted.includes(tag))).toBe(true))
    const { heard } = await follow()
    expect(heard.filter(({ type }) => type === 'message').length).toBeLessThanOrEqual(1)
  })

  it('tell of drafts those who may read them', async () => {
    const { tags } = await follow({ includeDrafts: true })
    const wanted = await tagsOf('*[_id == $id][0].headline', { perspective: 'drafts' })
    await target()
      .client()
      .createOrReplace({ ...make('x', 'article'), _id: `drafts.${id('article')}`, headline: 'Two' })
    await waitFor(async () => expect(tags().some((tag) => wanted.includes(tag))).toBe(true))
  })

  const connect = (more = '', headers: Record<string, string> = {}, token?: null) =>
    readStream((signal) =>
      target().ask(`/data/live/events/${target().dataset}${more}`, {
        signal,
        headers,
        ...(token === null ? { token } : {}),
      }),
    )

  it('need a token where drafts are included', async () => {
    const stream = await connect('?includeDrafts=true', {}, null)
    open.push(stream.end)
    expect([401, 403]).toContain(stream.status)
  })

  it('begin with a welcome, and have ids from which a reader goes on', async () => {
    const first = await connect()
    await first.until('welcome')
    await touch('article')
    const [message] = await first.until('message')
    expect(message).toMatchObject({ id: expect.stringMatching(/./), data: { tags: expect.any(Array) } })
    first.end()
    await touch('category')
    const wanted = await tagsOf('*[_id == $category][0].name')
    const second = await connect('', { 'last-event-id': message?.id ?? '' })
    open.push(second.end)
    await waitFor(async () => {
      const missed = second.events.find(({ event }) => event === 'message' || event === 'restart')
      if (missed?.event === 'restart') return
      expect(missed?.data).toMatchObject({
        tags: expect.arrayContaining([expect.stringMatching(oneOf(wanted))]),
      })
    })
  })
})

const oneOf = (words: string[]) =>
  new RegExp(`^(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`)
