import { hashToken } from '../../../../lake/auth/secrets.ts'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { openSocket } from '../../../support/sockets.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const listenTo = (query: string) =>
  `${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}&includeResult=true`
const withToken = (token: string) => ({ authorization: `Bearer ${token}` })
const openTab = (headers?: Record<string, string>) => openSocket(`${lake.url}/lake-streams`, headers)

describe('the streams of one tab over one socket', () => {
  it('carries eight listeners, each told of its own documents only', async () => {
    const tab = await openTab()
    const types = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    types.forEach((type, id) => {
      const headers = withToken(lake.tokens.editor)
      tab.send({ op: 'open', id, url: listenTo(`*[_type == "${type}"]`), headers })
    })
    for (const id of types.keys()) await tab.hear(`"id":${id},`, 'welcome')
    const client = lake.client('editor')
    for (const type of types) await client.create({ _type: type, _id: `one-${type}` })
    for (const [id, type] of types.entries()) await tab.hear(`"id":${id},`, `one-${type}`)
    const ofFirst = tab.heard.filter((message) => message.startsWith('{"id":0,')).join()
    expect(ofFirst).toContain('one-a')
    expect(ofFirst).not.toContain('one-b')
    tab.close()
  })

  it('tells the status and type of a stream before its first piece', async () => {
    const tab = await openTab()
    tab.send({ op: 'open', id: 'x', url: listenTo('*') })
    const head = JSON.parse(await tab.hear('"head"')).head
    expect(head.status).toBe(200)
    expect(head.headers['content-type']).toContain('text/event-stream')
    tab.close()
  })

  it('ends one stream and leaves the others', async () => {
    const tab = await openTab()
    tab.send({ op: 'open', id: 1, url: listenTo('*[_type == "closing"]') })
    tab.send({ op: 'open', id: 2, url: listenTo('*[_type == "closing"]') })
    await tab.hear('"id":1,', 'welcome')
    await tab.hear('"id":2,', 'welcome')
    tab.send({ op: 'close', id: 1 })
    // Messages are handled in order: once the third stream is open, the first is closed.
    tab.send({ op: 'open', id: 3, url: listenTo('*[_type == "closing"]') })
    await tab.hear('"id":3,', 'welcome')
    await lake.client('editor').create({ _type: 'closing', _id: 'after-closing' })
    await tab.hear('"id":2,', 'after-closing')
    expect(tab.heard.filter((message) => message.startsWith('{"id":1,')).join()).not.toContain(
      'after-closing',
    )
    tab.close()
  })

  it('passes on the refusal of a token that has ended', async () => {
    const tab = await openTab()
    tab.send({ op: 'open', id: 1, url: listenTo('*'), headers: withToken('ended') })
    expect(JSON.parse(await tab.hear('"head"')).head.status).toBe(401)
    await tab.hear('"end":1')
    tab.close()
  })

  it('ends the streams of a token when it is revoked', async () => {
    const tab = await openTab()
    const token = lake.tokens.contributor
    tab.send({ op: 'open', id: 1, url: listenTo('*'), headers: withToken(token) })
    await tab.hear('welcome')
    lake.lake.context.bus.emit('revoked', hashToken(token))
    await tab.hear('"end":1')
    tab.close()
  })

  it.each([
    '/v1/data/query/production?query=*',
    '/v1/users/me',
    '/v1/data/mutate/production',
    'http://[broken',
  ])('carries nothing but event streams: not %s', async (url) => {
    const tab = await openTab()
    tab.send({ op: 'open', id: 1, url, headers: withToken(lake.tokens.administrator) })
    expect(JSON.parse(await tab.hear('"head"')).head.status).toBe(403)
    await tab.hear('"end":1')
    tab.close()
  })

  it('is refused to pages of other origins', async () => {
    await expect(openTab({ origin: 'https://evil.example' })).rejects.toThrow('403')
  })

  it('shows drafts to nobody without a token', async () => {
    const tab = await openTab()
    tab.send({ op: 'open', id: 1, url: listenTo('*[_type == "secret"]') })
    await tab.hear('welcome')
    const client = lake.client('editor')
    await client.create({ _type: 'secret', _id: 'drafts.unseen' })
    await client.create({ _type: 'secret', _id: 'seen' })
    await tab.hear('"id":1,', 'seen')
    expect(tab.heard.join()).not.toContain('unseen')
    tab.close()
  })

  it('closes a socket that talks nonsense', async () => {
    const tab = await openTab()
    tab.send('hello')
    expect(await tab.closed()).toBe(1008)
  })
})
