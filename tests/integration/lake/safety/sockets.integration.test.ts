import { WebSocket } from 'ws'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { openSocket } from '../../../support/sockets.ts'
import { waitFor } from '../../../support/waitFor.ts'

const room = '/v2022-06-30/socket/production'
let lake: TestLake

beforeAll(async () => {
  lake = await startLake({ limits: { socketMessages: 2, introductionTime: 300 } })
})
afterAll(() => lake.close())

const bearer = () => ({ authorization: `Bearer ${lake.tokens.viewer}` })
const call = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: method, method, params })
const enter = async (token = lake.tokens.viewer) => {
  const socket = await openSocket(`${lake.url}${room}`)
  socket.send(call('authorization', { authorization: `Bearer ${token}` }))
  await socket.hear('"authorized":true')
  return socket
}
describe('a WebSocket', () => {
  it('of which an address has too many is refused', async () => {
    const strict = await startLake({ limits: { socketsPerAddress: 4 } })
    const open = () => openSocket(`${strict.url}/lake-streams`)
    const few = await Promise.all(Array.from({ length: 4 }, open))
    await expect(open()).rejects.toThrow('429')
    few[0]?.close()
    await waitFor(open)
    await strict.close()
  })

  it('that says more than people and programmes say is ended', async () => {
    for (const path of [room, '/lake-streams']) {
      const socket = await openSocket(`${lake.url}${path}`)
      for (let said = 0; said < 30; said += 1) socket.send({ op: 'close', id: said })
      expect(await socket.closed()).toBe(1006)
    }
  })

  it('that sends a large message is ended before it is read', async () => {
    for (const path of [room, '/lake-streams']) {
      const socket = await openSocket(`${lake.url}${path}`)
      socket.send('x'.repeat(65 * 1024))
      expect(await socket.closed()).toBe(1009)
    }
  })

  it('that sends nonsense harms nobody', async () => {
    for (const nonsense of ['{', 'null', '[]', '{"op":"open"}', '{"op":"open","id":{},"url":1}', '\0', '♥']) {
      const socket = await openSocket(`${lake.url}/lake-streams`)
      socket.send(nonsense)
      expect(await socket.closed()).toBe(1008)
    }
    const presence = await enter()
    for (const nonsense of ['{', 'null', '{"method":1}', '{"method":"__proto__","id":1}', '♥'])
      presence.send(nonsense)
    presence.send(call('presence_subscribe'))
    await presence.hear('"id":"presence_subscribe","result"')
    presence.close()
  })

  it('opens no other address than those of event streams', async () => {
    const socket = await openSocket(`${lake.url}/lake-streams`)
    const addresses = [
      '/v1/data/query/production?query=*',
      '/v1/data/listen/../query/production?query=*',
      '//evil.example/v1/data/listen/production?query=*',
      'http://evil.example/v1/data/export/production',
      'file:///etc/passwd',
      '/v1/data/listen/%2e%2e/export/production',
    ]
    for (const [place, url] of addresses.entries()) socket.send({ op: 'open', id: `a${place}`, url })
    const heads = await Promise.all(addresses.map((_, place) => socket.hear(`"id":"a${place}","head"`)))
    // An address on another host is read as one of this lake.
    const statuses = heads.map((head) => JSON.parse(head).head.status)
    expect(statuses).toEqual([403, 403, 200, 403, 403, 403])
    socket.close()
  })

  it('passes no other headers on than a stream needs', async () => {
    const socket = await openSocket(`${lake.url}/lake-streams`)
    const headers = {
      cookie: `sanitySession=${lake.tokens.viewer}`,
      origin: 'http://localhost:3000',
      host: 'evil',
    }
    const url = '/v1/data/live/events/production?includeDrafts=true'
    socket.send({ op: 'open', id: 1, url, headers })
    expect(JSON.parse(await socket.hear('"id":1,"head"')).head.status).toBe(401)
    socket.close()
  })
})

describe('presence', () => {
  it('is for those who say who they are, and soon', async () => {
    const stranger = await openSocket(`${lake.url}${room}`)
    stranger.send(call('presence_subscribe'))
    await stranger.hear('Log in before taking part')
    expect(await stranger.closed()).toBe(4401)
    const known = await enter()
    await waitFor(async () => expect(await stillOpen(known)).toBe(true))
    known.close()
  })

  it('tells nobody of another dataset who is where', async () => {
    const here = await enter()
    const elsewhere = await openSocket(`${lake.url}/v2022-06-30/socket/another`)
    elsewhere.send(call('authorization', { authorization: bearer().authorization }))
    elsewhere.send(call('presence_subscribe'))
    await elsewhere.hear('presence_subscribe')
    here.send(call('presence_subscribe'))
    const third = await enter(lake.tokens.editor)
    const locations = [{ type: 'document', documentId: 'drafts.secret' }]
    third.send(call('presence_announce', { data: { sessionId: 's', locations } }))
    await here.hear('drafts.secret')
    expect(elsewhere.heard.join('')).not.toContain('drafts.secret')
    for (const socket of [here, elsewhere, third]) socket.close()
  })

  it('speaks for a tab, not for a crowd', async () => {
    const socket = await enter()
    const announce = (sessionId: string, locations: unknown[] = []) =>
      socket.send(call('presence_announce', { data: { sessionId, locations } }))
    announce('s'.repeat(201))
    await socket.hear('no such presence call')
    announce(
      's',
      Array.from({ length: 101 }, () => ({})),
    )
    await waitFor(async () => {
      const refused = socket.heard.filter((message) => message.includes('no such presence call'))
      expect(refused).toHaveLength(2)
    })
    socket.close()
  })
})

describe('the address of a socket', () => {
  it.each([
    '//',
    '/socket',
    '/socket/',
    '/socket/UPPER',
    `/socket/${'a'.repeat(65)}`,
    '/socket/a/b',
    '/nothing',
  ])('must be one: %s', async (path) => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}${path}`)
    const [error] = await new Promise<[Error]>((resolve) =>
      socket.once('error', (reason) => resolve([reason])),
    )
    expect(error.message).toContain('404')
    expect((await fetch(`${lake.url}/health`)).status).toBe(200)
  })
})

async function stillOpen(socket: Awaited<ReturnType<typeof openSocket>>): Promise<boolean> {
  socket.send(call('presence_subscribe'))
  await socket.hear('"id":"presence_subscribe","result"')
  return true
}
