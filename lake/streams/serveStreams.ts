import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { setPeerAddress } from '../http/peer.ts'
import { stripVersion } from '../http/stripVersion.ts'
import type { Lake } from '../lake.ts'

const identifier = z.union([z.string().max(100), z.number()])
const order = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('open'),
    id: identifier,
    // As long as the head of a request may be.
    url: z.string().max(16 * 1024),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.object({ op: z.literal('close'), id: identifier }),
])
type OpenOrder = Extract<z.infer<typeof order>, { op: 'open' }>

const carried = /^\/data\/(?:listen|live\/events)\//
const passedHeaders = ['accept', 'authorization', 'last-event-id', 'x-sanity-project-id']
const mostStreams = 64

/**
 * Carries the event streams of one browser tab over one WebSocket, so that a tab's streams never use up
 * the six connections that HTTP/1.1 grants it. The browser's half is the Studio's `resolveFetch`.
 *
 * In: `{op: 'open', id, url, headers}`, `{op: 'close', id}`.
 * Out: `{id, head: {status, headers}}`, then `{id, data}` (text) and at last `{id, end: 1}`.
 */
export function serveStreams(socket: WebSocket, lake: Lake, upgrade: IncomingMessage): void {
  const streams = new Map<string | number, AbortController>()
  const send = (message: object) =>
    new Promise<void>((resolve) => socket.send(JSON.stringify(message), () => resolve()))

  const open = async (asked: OpenOrder) => {
    const refusal = refusalOf(asked, streams)
    if (refusal) {
      await send({ id: asked.id, head: { status: refusal, headers: {} } })
      return send({ id: asked.id, end: 1 })
    }
    const controller = new AbortController()
    streams.set(asked.id, controller)
    try {
      await pipe(
        await lake.handle(toRequest(asked, upgrade, controller.signal)),
        asked.id,
        controller.signal,
        send,
      )
    } catch (error) {
      if (!controller.signal.aborted) lake.context.log.warn({ err: error }, 'an event stream broke off')
    }
    if (streams.get(asked.id) === controller) streams.delete(asked.id)
    if (!controller.signal.aborted) await send({ id: asked.id, end: 1 })
  }

  socket.on('message', (message) => {
    const asked = parseOrder(String(message))
    if (asked?.op === 'open') void open(asked)
    else if (asked) {
      streams.get(asked.id)?.abort()
      streams.delete(asked.id)
    } else socket.close(1008, 'not a stream message')
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    for (const controller of streams.values()) controller.abort()
    streams.clear()
  })
}

function refusalOf(asked: OpenOrder, streams: Map<string | number, AbortController>): number | undefined {
  if (!carried.test(stripVersion(pathOf(asked.url)?.pathname ?? ''))) return 403
  if (streams.has(asked.id)) return 409
  return streams.size >= mostStreams ? 429 : undefined
}

/** Only path and query count: a stream is always this lake's own. */
function pathOf(url: string): URL | undefined {
  return URL.canParse(url, 'http://lake') ? new URL(url, 'http://lake') : undefined
}

function toRequest(asked: OpenOrder, upgrade: IncomingMessage, signal: AbortSignal): Request {
  const url = pathOf(asked.url)
  const given = new Headers(asked.headers)
  const headers = new Headers()
  for (const name of passedHeaders) {
    const value = given.get(name)
    if (value) headers.set(name, value)
  }
  if (upgrade.headers.cookie) headers.set('cookie', upgrade.headers.cookie)
  if (upgrade.headers.origin) headers.set('origin', upgrade.headers.origin)
  const request = new Request(`http://${upgrade.headers.host ?? 'lake'}${url?.pathname}${url?.search}`, {
    headers,
    signal,
  })
  setPeerAddress(request, upgrade.socket.remoteAddress)
  return request
}

/** Waits until each piece has left before reading the next, so that a slow tab slows its stream and not the lake. */
async function pipe(
  response: Response,
  id: string | number,
  signal: AbortSignal,
  send: (message: object) => Promise<void>,
): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined))
  await send({ id, head: { status: response.status, headers: Object.fromEntries(response.headers) } })
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done || signal.aborted) return
    await send({ id, data: piece.value })
  }
}

function parseOrder(message: string) {
  try {
    return order.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}
