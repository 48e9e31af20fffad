import { z } from 'zod'
import { createEventStream, type EventStream } from './eventStream.ts'
import { type OpenStreamSocket, openBrowserSocket, type StreamSocket } from './streamSocket.ts'

const carried = /^\/v[^/]+\/data\/(?:listen|live\/events)\//
const fromLake = z.object({
  id: z.number(),
  head: z.object({ status: z.number(), headers: z.record(z.string(), z.string()) }).optional(),
  data: z.string().optional(),
  end: z.unknown().optional(),
})

interface StreamInit {
  headers?: HeadersInit
  signal?: AbortSignal
}

/**
 * A `fetch` that carries every event stream of a tab over one WebSocket to the lake's `/lake-streams`. A Studio tab
 * holds six streams and a browser grants six HTTP/1.1 connections to a host: without this nothing else would get
 * through. A lost socket breaks its streams, their readers ask again, and the first to ask opens the next socket.
 */
export function createLakeFetch(openSocket: OpenStreamSocket = openBrowserSocket) {
  const streams = new Map<number, EventStream>()
  let connection: { socket: StreamSocket; isOpen: boolean; waiting: string[] } | undefined
  let lastId = 0

  const connect = (lakeUrl: string) => {
    const opened = { isOpen: false, waiting: [] as string[] }
    const socket = openSocket(toSocketUrl(lakeUrl), {
      onOpen: () => {
        opened.isOpen = true
        for (const text of opened.waiting.splice(0)) socket.send(text)
      },
      onMessage: (text) => {
        const message = parseMessage(text)
        if (!message) return
        streams.get(message.id)?.receive(message)
        if (message.end !== undefined) streams.delete(message.id)
      },
      onClose: () => {
        connection = undefined
        const broken = [...streams.values()]
        streams.clear()
        for (const stream of broken) stream.fail(new TypeError('The connection to the lake was lost.'))
      },
    })
    connection = Object.assign(opened, { socket })
    return connection
  }

  const say = (lakeUrl: string, order: object) => {
    const { isOpen, socket, waiting } = connection ?? connect(lakeUrl)
    if (isOpen) socket.send(JSON.stringify(order))
    else waiting.push(JSON.stringify(order))
  }

  const openStream = (url: string, { headers, signal }: StreamInit): Promise<Response> => {
    if (signal?.aborted) return Promise.reject(signal.reason)
    lastId += 1
    const id = lastId
    const close = () => {
      if (streams.delete(id) && connection) say(url, { op: 'close', id })
    }
    const stream = createEventStream(url, close)
    streams.set(id, stream)
    signal?.addEventListener('abort', () => {
      close()
      stream.fail(signal.reason)
    })
    say(url, { op: 'open', id, url, headers: Object.fromEntries(new Headers(headers)) })
    return stream.response
  }

  return (url: string, init: RequestInit & StreamInit = {}): Promise<Response> =>
    carried.test(new URL(url).pathname) ? openStream(url, init) : fetch(url, init)
}

function toSocketUrl(lakeUrl: string): string {
  const url = new URL('/lake-streams', lakeUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

function parseMessage(text: string) {
  try {
    return fromLake.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
