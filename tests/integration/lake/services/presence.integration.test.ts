import { startLake, type TestLake } from '../../../support/lake.ts'
import { openSocket } from '../../../support/sockets.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const room = () => `${lake.url}/v2022-06-30/socket/production?tag=sanity.studio`
const jsonrpc = '2.0'

/** A Studio tab that has introduced itself, as the Studio's own client does. */
async function openTab(token: string) {
  const tab = await openSocket(room())
  const params = { authorization: `Bearer ${token}`, apiVersion: 'v1' }
  tab.send({ jsonrpc, id: 'a', method: 'authorization', params })
  await tab.hear('"id":"a"', '"result"')
  tab.send({ jsonrpc, id: 's', method: 'presence_subscribe', params: { apiVersion: 'v1' } })
  const subscription: string = JSON.parse(await tab.hear('"id":"s"')).result
  return { ...tab, subscription }
}

const location = { type: 'document', documentId: 'article-1', path: ['headline'], lastActiveAt: '2026-11-22' }

describe('presence in the Studio', () => {
  it('shows one editor where another one is', async () => {
    const vera = await openTab(lake.tokens.editor)
    const omar = await openTab(lake.tokens.administrator)
    const data = { sessionId: 'tab-of-vera', locations: [location] }
    vera.send({ jsonrpc, id: 1, method: 'presence_announce', params: { data, apiVersion: 'v1' } })
    const told = JSON.parse(await omar.hear('presence_subscription', 'tab-of-vera'))
    expect(told.params).toEqual({
      subscription: omar.subscription,
      result: { type: 'state', i: expect.any(String), m: data },
    })
    expect(vera.heard.join()).not.toContain('presence_subscription')
    vera.close()
    omar.close()
  })

  it('asks everybody else who is there', async () => {
    const vera = await openTab(lake.tokens.editor)
    const omar = await openTab(lake.tokens.administrator)
    omar.send({ jsonrpc, id: 2, method: 'presence_rollcall', params: { session: 'tab-of-omar' } })
    expect(JSON.parse(await vera.hear('rollCall')).params.result).toMatchObject({
      type: 'rollCall',
      session: 'tab-of-omar',
    })
    vera.close()
    omar.close()
  })

  it('says goodbye for a tab that was closed or lost its connection', async () => {
    const vera = await openTab(lake.tokens.editor)
    const omar = await openTab(lake.tokens.administrator)
    const data = { sessionId: 'gone', locations: [location] }
    vera.send({ jsonrpc, id: 1, method: 'presence_announce', params: { data, apiVersion: 'v1' } })
    await omar.hear('"state"', 'gone')
    vera.close()
    expect(JSON.parse(await omar.hear('"disconnect"')).params.result).toMatchObject({
      m: { session: 'gone' },
    })
    omar.close()
  })

  it('tells nothing to, and takes nothing from, somebody without a session', async () => {
    const guest = await openSocket(room())
    guest.send({ jsonrpc, id: 1, method: 'authorization', params: { authorization: 'Bearer wrong' } })
    await guest.hear('"id":1', '"error"')
    guest.send({ jsonrpc, id: 2, method: 'presence_subscribe' })
    await guest.hear('"id":2', 'Log in')
    guest.close()
  })

  it('keeps datasets apart', async () => {
    const here = await openTab(lake.tokens.editor)
    const elsewhere = await openSocket(room().replace('production', 'staging'))
    elsewhere.send({
      jsonrpc,
      id: 1,
      method: 'authorization',
      params: { authorization: `Bearer ${lake.tokens.viewer}` },
    })
    await elsewhere.hear('"id":1')
    elsewhere.send({ jsonrpc, id: 2, method: 'presence_rollcall', params: { session: 'staging-tab' } })
    await elsewhere.hear('"id":2')
    const third = await openTab(lake.tokens.administrator)
    third.send({ jsonrpc, id: 3, method: 'presence_rollcall', params: { session: 'production-tab' } })
    await here.hear('production-tab')
    expect(here.heard.join()).not.toContain('staging-tab')
    for (const tab of [here, elsewhere, third]) tab.close()
  })

  it('closes the door when the token ends', async () => {
    const token = lake.tokens.contributor
    const tab = await openTab(token)
    const { hashToken } = await import('../../../../lake/auth/secrets.ts')
    lake.lake.context.bus.emit('revoked', hashToken(token))
    expect(await tab.closed()).toBe(4401)
  })

  it('is refused to pages of other origins', async () => {
    await expect(openSocket(room(), { origin: 'https://evil.example' })).rejects.toThrow('403')
  })

  it('answers what it does not know with an error and stays open', async () => {
    const tab = await openTab(lake.tokens.editor)
    tab.send({ jsonrpc, id: 9, method: 'presence_dance' })
    await tab.hear('"id":9', '"error"')
    tab.send('♥')
    tab.send({ jsonrpc, id: 10, method: 'presence_rollcall', params: { session: 'x' } })
    await tab.hear('"id":10', '"result"')
    tab.close()
  })
})
