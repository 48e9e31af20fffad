import { type IncomingMessage, request } from 'node:http'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { waitFor } from '../waitFor.ts'

export interface HeardEvent {
  event: string
  data: unknown
}

export interface FollowOptions {
  token: string
  query: string
  onEvent(event: HeardEvent): void
  /** A stream of its own, or carried by the socket that a browser tab has for all its streams. */
  carriedBy?: 'http' | 'socket'
  /** Whether it asks to go on where it was cut off. */
  resumes?: boolean
}

interface OpenedStream {
  cut(): void
  /** Takes nothing more from the line, or goes on taking. */
  rest(isResting: boolean): void
}

type OpenStream = (lastEventId: string, hear: (text: string) => void, end: () => void) => OpenedStream

/**
 * Listens as an EventSource does: what is cut off is forgotten, and it comes back by itself with the last id
 * that it was sent. Where `url` leads to a proxy that cuts, it comes back often.
 */
export function followListen(
  url: string,
  { token, query, onEvent, carriedBy = 'http', resumes = false }: FollowOptions,
) {
  const parameters = new URLSearchParams({
    query,
    includeResult: 'true',
    includeAllVersions: 'true',
    effectFormat: 'mendoza',
    ...(resumes ? { enableResume: 'true' } : {}),
  })
  const path = `/v2025-02-19/data/listen/production?${parameters}`
  const openStream = carriedBy === 'http' ? overHttp(url, path, token) : overSocket(url, path, token)
  const heard = new Map<string, number>()
  let lastEventId = ''
  let connections = 0
  let isClosed = false
  let stream: OpenedStream | undefined

  const connect = () => {
    if (isClosed) return
    connections += 1
    const parser = createParser({
      lastEventId,
      tell: (event) => {
        heard.set(event.event, (heard.get(event.event) ?? 0) + 1)
        onEvent(event)
      },
      keep: (id) => {
        lastEventId = id
      },
    })
    stream = openStream(lastEventId, parser, () => setTimeout(connect, 50))
  }
  connect()
  return {
    /** How often an event of the name was heard. */
    count: (event: string) => heard.get(event) ?? 0,
    connections: () => connections,
    hear: (event: string) =>
      waitFor(async () => {
        if (!heard.has(event)) throw new Error(`heard no ${event}, only ${[...heard.keys()].join(', ')}`)
      }, 60_000),
    rest: (isResting: boolean) => stream?.rest(isResting),
    close: () => {
      isClosed = true
      stream?.cut()
    },
  }
}

function overHttp(url: string, path: string, token: string): OpenStream {
  return (lastEventId, hear, end) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    }
    let ended = false
    const endOnce = () => {
      if (!ended) end()
      ended = true
    }
    let line: IncomingMessage | undefined
    const asked = request(`${url}${path}`, { headers, agent: false }, (response) => {
      line = response
      if (response.statusCode !== 200) response.destroy()
      response.setEncoding('utf8')
      response.on('data', hear)
      response.on('error', () => undefined)
      response.once('close', endOnce)
    })
    asked.on('error', endOnce)
    asked.end()
    return {
      cut: () => asked.destroy(),
      rest: (isResting) => (isResting ? line?.pause() : line?.resume()),
    }
  }
}

const carried = z.object({
  head: z.object({ status: z.number() }).optional(),
  data: z.string().optional(),
  end: z.literal(1).optional(),
})

function overSocket(url: string, path: string, token: string): OpenStream {
  return (lastEventId, hear, end) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/lake-streams`)
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    }
    socket.once('open', () => socket.send(JSON.stringify({ op: 'open', id: 1, url: path, headers })))
    socket.on('message', (message) => {
      const { head, data, end: isOver } = carried.parse(JSON.parse(String(message)))
      if (data !== undefined) hear(data)
      if (isOver || (head && head.status !== 200)) socket.terminate()
    })
    socket.on('error', () => undefined)
    socket.once('close', end)
    return {
      cut: () => socket.terminate(),
      rest: (isResting) => (isResting ? socket.pause() : socket.resume()),
    }
  }
}

interface ParserOptions {
  lastEventId: string
  tell(event: HeardEvent): void
  keep(lastEventId: string): void
}

/** The event stream format as the HTML standard has it: an id counts once its block has ended, with data or without. */
function createParser({ lastEventId, tell, keep }: ParserOptions): (text: string) => void {
  let rest = ''
  let id = lastEventId
  let event = ''
  let data: string[] = []
  const take = (line: string) => {
    if (line === '') {
      keep(id)
      if (data.length > 0) tell({ event: event || 'message', data: JSON.parse(data.join('\n')) })
      event = ''
      data = []
      return
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
    if (field === 'id') id = value
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
  }
  return (text) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}
