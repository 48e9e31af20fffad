import { connect, type Socket } from 'node:net'
import { startLake, type TestLake } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

const query = (lake: TestLake, text = '1', token?: string) =>
  fetch(`${lake.url}/v1/data/query/production?query=${encodeURIComponent(text)}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
const write = (lake: TestLake, token: string) =>
  fetch(`${lake.url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ mutations: [{ create: { _type: 'topic' } }] }),
  })
const openStream = (lake: TestLake, signal: AbortSignal, token?: string) =>
  fetch(`${lake.url}/v1/data/listen/production?query=*`, {
    signal,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
const withLake = async (
  options: Parameters<typeof startLake>[0],
  work: (lake: TestLake) => Promise<void>,
) => {
  const lake = await startLake(options)
  try {
    await work(lake)
  } finally {
    await lake.close()
  }
}

describe('a caller who asks too much', () => {
  it('is told when to ask again, and nobody else is', async () => {
    await withLake({ limits: { guestRequests: 1, memberRequests: 2 } }, async (lake) => {
      const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await query(lake)).status))
      expect(statuses.filter((status) => status === 200)).toHaveLength(10)
      const refused = await query(lake)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(10)
      expect(await refused.json()).toMatchObject({ statusCode: 429, error: 'Too Many Requests' })
      expect((await query(lake, '1', lake.tokens.viewer)).status).toBe(200)
      expect((await query(lake, '1', lake.tokens.editor)).status).toBe(200)
      // What every page is made of, and what operators ask, is not counted.
      expect((await fetch(`${lake.url}/health`)).status).toBe(200)
      expect((await fetch(`${lake.url}/images/meridian/production/none.png`)).status).toBe(404)
    })
  })

  it('is counted by token: another one of the same person is another caller', async () => {
    await withLake({ limits: { memberRequests: 1 } }, async (lake) => {
      for (let asked = 0; asked < 10; asked += 1) await query(lake, '1', lake.tokens.viewer)
      expect((await query(lake, '1', lake.tokens.viewer)).status).toBe(429)
      expect((await query(lake, '1', lake.tokens.contributor)).status).toBe(200)
    })
  })

  it('may write less often than read', async () => {
    await withLake({ limits: { writes: 1 } }, async (lake) => {
      const statuses: number[] = []
      for (let written = 0; written < 11; written += 1)
        statuses.push((await write(lake, lake.tokens.editor)).status)
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
      expect((await query(lake, 'count(*)', lake.tokens.editor)).status).toBe(200)
      expect(await (await query(lake, 'count(*)')).json()).toMatchObject({ result: 10 })
    })
  })

  it('has a share of queries at once', async () => {
    const slow = `*["${'a'.repeat(40)}" match "${'*a'.repeat(30)}b"]`
    await withLake({ limits: { guestQueriesAtOnce: 3 }, queryLimits: { budget: 1_000 } }, async (lake) => {
      const statuses = await Promise.all(
        Array.from({ length: 6 }, async () => (await query(lake, slow)).status),
      )
      expect(statuses.filter((status) => status === 429)).toHaveLength(3)
      expect((await query(lake)).status).toBe(200)
    })
  }, 30_000)

  it('has a share of event streams, and gets the place of one that it closes', async () => {
    await withLake({ limits: { streamsAtOnce: 2 } }, async (lake) => {
      const ending = new AbortController()
      const first = new AbortController()
      await openStream(lake, first.signal)
      await openStream(lake, ending.signal)
      const third = await openStream(lake, ending.signal)
      expect(third.status).toBe(429)
      expect(third.headers.get('retry-after')).toBe('1')
      expect((await openStream(lake, ending.signal, lake.tokens.viewer)).status).toBe(200)
      first.abort()
      await waitFor(async () => {
        expect((await openStream(lake, ending.signal)).status).toBe(200)
      })
      ending.abort()
    })
  })
})

describe('a connection', () => {
  const open = async (lake: TestLake, text = '') => {
    const socket = connect(Number(new URL(lake.url).port), '127.0.0.1')
    let heard = ''
    let isOver = false
    socket.on('data', (piece) => {
      heard += String(piece)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      isOver = true
    })
    await new Promise((resolve) => socket.once('connect', resolve))
    if (text) socket.write(text)
    return {
      socket,
      heard: () => heard,
      isOver: () => isOver,
      over: () =>
        waitFor(async () => {
          if (!isOver) throw new Error('the connection is still open')
          return heard
        }),
    }
  }
  const endAll = (sockets: { socket: Socket }[]) => {
    for (const { socket } of sockets) socket.destroy()
  }

  it('on which the head of a request never ends is closed, and others are served meanwhile', async () => {
    await withLake({ limits: { headTime: 300 } }, async (lake) => {
      const slow = await Promise.all(
        Array.from({ length: 50 }, () => open(lake, 'GET /health HTTP/1.1\r\nhost: lake\r\nx-slow: ')),
      )
      expect((await fetch(`${lake.url}/health`)).status).toBe(200)
      for (const connection of slow) expect(await connection.over()).toMatch(/^(?:HTTP\/1.1 408|$)/)
    })
  }, 30_000)

  it('on which a body never ends is answered 408', async () => {
    await withLake({ limits: { bodyTime: 200 } }, async (lake) => {
      const slow = await open(
        lake,
        'POST /v1/data/query/production HTTP/1.1\r\nhost: lake\r\ncontent-length: 100\r\n\r\n{"query":',
      )
      await waitFor(async () => expect(slow.heard()).toContain('HTTP/1.1 408'))
      endAll([slow])
      expect((await query(lake)).status).toBe(200)
    })
  })

  it('is refused when its address has too many', async () => {
    await withLake({ limits: { connectionsPerAddress: 5 } }, async (lake) => {
      const few = await Promise.all(Array.from({ length: 5 }, () => open(lake)))
      const one = await open(lake, 'GET /health HTTP/1.1\r\nhost: lake\r\n\r\n')
      expect(await one.over()).toBe('')
      expect(few.some((connection) => connection.isOver())).toBe(false)
      endAll(few)
      await waitFor(async () => expect((await fetch(`${lake.url}/health`)).status).toBe(200))
    })
  })

  it('may be one of a thousand that lie idle', async () => {
    await withLake({}, async (lake) => {
      const idle = await Promise.all(Array.from({ length: 1_000 }, () => open(lake)))
      expect((await query(lake)).status).toBe(200)
      expect(idle.filter((connection) => connection.isOver())).toHaveLength(0)
      endAll(idle)
    })
  }, 30_000)
})
