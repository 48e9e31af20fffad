import { createLakeFetch } from '../../../sanity/studio/streams/lakeFetch.ts'
import type { StreamSocketEvents } from '../../../sanity/studio/streams/streamSocket.ts'

const listen = 'http://localhost:3333/v2025-02-19/data/listen/production?query=*'
const live = 'http://localhost:3333/vX/data/live/events/production'

/** The lake's end of each socket that the tab opened. */
function createLakeEnd() {
  const sockets: { url: string; sent: unknown[]; events: StreamSocketEvents }[] = []
  const lakeFetch = createLakeFetch((url, events) => {
    const socket = { url, sent: [] as unknown[], events }
    sockets.push(socket)
    return { send: (text) => socket.sent.push(JSON.parse(text)) }
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
  const answer = (message: object) => last().events.onMessage(JSON.stringify(message))
  return { lakeFetch, sockets, last, answer }
}

const head = { status: 200, headers: { 'content-type': 'text/event-stream' } }

describe('the streams of a Studio tab', () => {
  it('share one socket, which the first of them opens', async () => {
    const { lakeFetch, sockets, last, answer } = createLakeEnd()
    const first = lakeFetch(listen, { headers: { authorization: 'Bearer t' } })
    const second = lakeFetch(live)
    expect(sockets.map(({ url }) => url)).toEqual(['ws://localhost:3333/lake-streams'])
    expect(last().sent).toEqual([])

    last().events.onOpen()
    expect(last().sent).toEqual([
      { op: 'open', id: 1, url: listen, headers: { authorization: 'Bearer t' } },
      { op: 'open', id: 2, url: live, headers: {} },
    ])
    answer({ id: 2, head })
    answer({ id: 1, head })
    expect((await first).url).toBe(listen)
    expect((await second).url).toBe(live)
  })

  it('are secure where the lake is', () => {
    const { lakeFetch, last } = createLakeEnd()
    void lakeFetch('https://desk.example/v1/data/listen/production').catch(() => undefined)
    expect(last().url).toBe('wss://desk.example/lake-streams')
  })

  it('hand on status, headers and every piece until the end', async () => {
    const { lakeFetch, last, answer } = createLakeEnd()
    const asked = lakeFetch(listen)
    last().events.onOpen()
    answer({ id: 1, head })
    answer({ id: 1, data: 'event: welcome\n' })
    answer({ id: 1, data: 'data: {"é":1}\n\n' })
    answer({ id: 1, end: 1 })
    const response = await asked
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await response.text()).toBe('event: welcome\ndata: {"é":1}\n\n')
  })

  it('hand on a refusal as a response', async () => {
    const { lakeFetch, last, answer } = createLakeEnd()
    const asked = lakeFetch(listen)
    last().events.onOpen()
    answer({ id: 1, head: { status: 401, headers: {} } })
    answer({ id: 1, end: 1 })
    expect((await asked).status).toBe(401)
  })

  it('tell the lake when their reader has had enough', async () => {
    const { lakeFetch, last, answer } = createLakeEnd()
    const asked = lakeFetch(listen)
    last().events.onOpen()
    answer({ id: 1, head })
    await (await asked).body?.cancel()
    expect(last().sent.at(-1)).toEqual({ op: 'close', id: 1 })
  })

  it('end with their abort signal, before and after the head', async () => {
    const { lakeFetch, last, answer } = createLakeEnd()
    const early = new AbortController()
    const late = new AbortController()
    const first = lakeFetch(listen, { signal: early.signal })
    const second = lakeFetch(live, { signal: late.signal })
    last().events.onOpen()
    early.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })

    answer({ id: 2, head })
    const text = (await second).text()
    late.abort()
    await expect(text).rejects.toMatchObject({ name: 'AbortError' })
    expect(last().sent.slice(2)).toEqual([
      { op: 'close', id: 1 },
      { op: 'close', id: 2 },
    ])
  })

  it('that were aborted before they were asked for ask nothing', async () => {
    const { lakeFetch, sockets } = createLakeEnd()
    await expect(lakeFetch(listen, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(sockets).toEqual([])
  })

  it('break when the socket is lost, and the next one opens another', async () => {
    const { lakeFetch, sockets, last, answer } = createLakeEnd()
    const begun = lakeFetch(listen)
    const waiting = lakeFetch(live)
    last().events.onOpen()
    answer({ id: 1, head })
    const text = (await begun).text()
    last().events.onClose()
    await expect(text).rejects.toThrow('The connection to the lake was lost.')
    await expect(waiting).rejects.toThrow('The connection to the lake was lost.')

    const again = lakeFetch(listen)
    expect(sockets).toHaveLength(2)
    last().events.onOpen()
    expect(last().sent).toEqual([{ op: 'open', id: 3, url: listen, headers: {} }])
    answer({ id: 3, head })
    expect((await again).status).toBe(200)
  })

  it('pay no heed to messages that are none', async () => {
    const { lakeFetch, last, answer } = createLakeEnd()
    const asked = lakeFetch(listen)
    last().events.onOpen()
    last().events.onMessage('{')
    answer({ id: 'x', head })
    answer({ id: 99, data: 'for nobody' })
    answer({ id: 1, head })
    expect((await asked).status).toBe(200)
  })
})
