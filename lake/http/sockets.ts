import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isAllowedOrigin } from '../auth/origins.ts'
import type { Lake } from '../lake.ts'
import { type LakeLimits, limitsOf } from '../limits.ts'
import { openPresence } from '../presence/presence.ts'
import { serveStreams } from '../streams/serveStreams.ts'
import { countAtOnce } from './atOnce.ts'
import { networkOf } from './callers.ts'
import { stripVersion } from './stripVersion.ts'

/** Bytes of one message: where an editor is, or the address of a stream. */
const largestMessage = 64 * 1024
/** Between signs of life; a socket that did not answer the last one is ended. Milliseconds. */
const pingEvery = 30_000
const window = 10_000

/** The WebSockets of a lake: presence, and the event streams of browser tabs. */
export function openSockets(lake: Lake) {
  const limits = limitsOf(lake.context)
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  const presence = openPresence(lake.context)
  const perAddress = countAtOnce()
  const alive = watchForLife(webSockets)

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const path = pathOf(request)
    const room = /^\/socket\/([a-z0-9][-_a-z0-9]{0,63})$/.exec(path)?.[1]
    if (!room && path !== '/lake-streams') return refuse(socket, '404 Not Found')
    if (!isAllowedOrigin(lake.context, request.headers.origin)) return refuse(socket, '403 Forbidden')
    const leave = perAddress.enter(networkOf(request.socket.remoteAddress ?? ''), limits.socketsPerAddress)
    if (!leave) return refuse(socket, '429 Too Many Requests', 'retry-after: 10\r\n')
    socket.once('close', leave)
    webSockets.handleUpgrade(request, socket, head, (accepted) => {
      alive.watch(accepted)
      limitMessages(accepted, limits)
      if (room) presence.join(accepted, room, request)
      else serveStreams(accepted, lake, request)
    })
  }
  return {
    upgrade,
    close: () => {
      alive.close()
      presence.close()
      for (const client of webSockets.clients) client.terminate()
      webSockets.close()
    },
  }
}

/** What is no address is nobody's: the request line is the caller's to write. */
function pathOf({ url = '' }: IncomingMessage): string {
  return URL.canParse(url, 'http://lake') ? stripVersion(new URL(url, 'http://lake').pathname) : ''
}

function refuse(socket: Duplex, status: string, headers = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\n${headers}connection: close\r\ncontent-length: 0\r\n\r\n`)
}

/** Ends a socket that says more than people and programmes do. */
function limitMessages(socket: WebSocket, { socketMessages }: LakeLimits): void {
  const most = (socketMessages * window) / 1000
  let counted = 0
  let since = performance.now()
  socket.on('message', () => {
    const now = performance.now()
    if (now - since > window) {
      since = now
      counted = 0
    }
    counted += 1
    if (counted > most) socket.terminate()
  })
}

function watchForLife(webSockets: WebSocketServer) {
  const silent = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const socket of webSockets.clients) {
      if (silent.has(socket)) socket.terminate()
      else {
        silent.add(socket)
        socket.ping()
      }
    }
  }, pingEvery)
  timer.unref()
  return {
    watch: (socket: WebSocket): void => {
      socket.on('pong', () => silent.delete(socket))
    },
    close: () => clearInterval(timer),
  }
}
