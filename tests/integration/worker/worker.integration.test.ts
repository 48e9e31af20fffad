import { jest } from '@jest/globals'
import { redirectId } from '../../../lib/addresses/redirectsOfChange.ts'
import { signBody } from '../../../lib/freshness/verifySignature.ts'
import { receiveChange } from '../../../worker/receiveChange.ts'
import { type StoredDocument, slugOf, storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from '../content/newsroomLake.ts'

const secret = 'the secret of this newsroom'
let lake: TestLake

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  lake = await startNewsroomLake()
  process.env.SANITY_WEBHOOK_SECRET = secret
  process.env.SANITY_WRITE_TOKEN = lake.tokens.editor
})
afterAll(() => lake.close())

const notice = async (before: unknown, after: unknown, signedWith = secret) => {
  const body = JSON.stringify({ before, after })
  return receiveChange(
    new Request('http://worker/', {
      method: 'POST',
      body,
      headers: { 'sanity-webhook-signature': await signBody(body, signedWith, new Date()) },
    }),
  )
}
const stored = (id: string) => lake.client().getDocument(id)
const redirectAt = (address: string) => stored(redirectId(address))

/** Stores an article at an address, or takes it down, and gives the worker notice as the lake does. */
const change = async (id: string, slug: string | undefined) => {
  const before = await stored(id)
  const after = slug === undefined ? undefined : storedArticle(slug, { _id: id })
  if (after) await store(lake, after)
  else await lake.client('administrator').delete(id)
  const told = [before ?? null, after ? ((await stored(id)) ?? null) : null]
  expect((await notice(told[0], told[1])).status).toBe(200)
  return told
}

describe('the redirects that the worker keeps', () => {
  it('lead from where an article was to the article, and are gone when it is back', async () => {
    await change('a1', 'one')
    await change('a1', 'two')
    expect(await redirectAt('/articles/one')).toMatchObject({ kind: 'moved', target: { _ref: 'a1' } })
    await change('a1', 'one')
    expect(await redirectAt('/articles/one')).toBeUndefined()
    expect(await redirectAt('/articles/two')).toMatchObject({ kind: 'moved', target: { _ref: 'a1' } })
  })

  it('leave both addresses alone when two articles swap them', async () => {
    const [east, west] = [storedArticle('east', { _id: 'a2' }), storedArticle('west', { _id: 'a3' })]
    const [eastward, westward] = [
      { ...east, slug: slugOf('west') },
      { ...west, slug: slugOf('east') },
    ]
    await store(lake, eastward, westward)
    await Promise.all([notice(east, eastward), notice(west, westward)])
    expect(await redirectAt('/articles/east')).toBeUndefined()
    expect(await redirectAt('/articles/west')).toBeUndefined()
  })

  it('give way to another article that takes the address over', async () => {
    await change('a4', 'harbour')
    await change('a4', 'port')
    await change('a5', 'harbour')
    expect(await redirectAt('/articles/harbour')).toBeUndefined()
  })

  it('say that an article was withdrawn, until it is published there again', async () => {
    await change('a6', 'strike')
    await change('a6', undefined)
    expect(await redirectAt('/articles/strike')).toMatchObject({
      kind: 'withdrawn',
      title: 'Headline of strike',
    })
    await change('a6', 'strike')
    expect(await redirectAt('/articles/strike')).toBeUndefined()
  })

  it('are not touched by a notice that comes again, not even when an editor has cleared their title', async () => {
    await change('a7', 'spring')
    const told = await change('a7', undefined)
    await lake.client('editor').patch(redirectId('/articles/spring')).unset(['title']).commit()
    const before = await redirectAt('/articles/spring')
    expect(await (await notice(told[0], told[1])).json()).toEqual({ done: [] })
    expect(await redirectAt('/articles/spring')).toEqual(before)
  })

  it('are not brought back by a notice that comes late: what is there now decides', async () => {
    await change('a8', 'first')
    const rename = await change('a8', 'second')
    const back = await change('a8', 'first')
    expect(await (await notice(rename[0], rename[1])).json()).toEqual({ done: [] })
    expect(await redirectAt('/articles/first')).toBeUndefined()
    await change('a8', 'third')
    expect(await (await notice(back[0], back[1])).json()).toEqual({ done: [] })
    expect(await redirectAt('/articles/first')).toMatchObject({ kind: 'moved', target: { _ref: 'a8' } })
  })
})

describe('an article that is published without a date', () => {
  const undated: StoredDocument = storedArticle('quiet', { _id: 'a9', firstPublishedAt: undefined })

  it('gets the moment of its publication, once', async () => {
    await store(lake, undated)
    const published = await stored('a9')
    await notice(null, published)
    const dated = await stored('a9')
    expect(dated?.firstPublishedAt).toBe(published?._updatedAt)
    await notice(null, published)
    expect(await (await notice(published, dated)).json()).toEqual({ done: [] })
    expect(await stored('a9')).toMatchObject({ firstPublishedAt: published?._updatedAt })
  })

  it('and taken down at once is let go', async () => {
    const response = await notice(null, { ...undated, _id: 'a10', slug: slugOf('gone-at-once') })
    expect(await response.json()).toEqual({ done: [] })
  })
})

describe('a notice', () => {
  const gone = storedArticle('forged', { _id: 'a11' })

  it('that the content lake did not sign writes nothing', async () => {
    expect((await notice(gone, null, 'somebody else’s secret')).status).toBe(401)
    expect(await redirectAt('/articles/forged')).toBeUndefined()
  })

  it('that says nothing is refused in words', async () => {
    const body = 'not json'
    const headers = { 'sanity-webhook-signature': await signBody(body, secret, new Date()) }
    const response = await receiveChange(new Request('http://worker/', { method: 'POST', body, headers }))
    expect(response.status).toBe(400)
  })
})
