import { createServer, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Lake } from '../lake.ts'
import { limitsOf } from '../limits.ts'
import { writersTurnsOf } from '../mutations/writersTurns.ts'
import { limitConnections } from './connections.ts'
import { listenOn, UnknownHostError } from './listenOn.ts'
import { keepRequests } from './openRequests.ts'
import { setPeerAddress } from './peer.ts'
import { openSockets } from './sockets.ts'

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number
  /** One address to listen on; without it both loopback addresses, because browsers try either for `localhost`. */
  host?: string | undefined
}

export interface ServedLake {
  url: string
  port: number
  /** Stops listening and ends open streams and sockets; requests under way are answered first, late ones with 503. */
  close(): Promise<void>
}

/** How long requests that are under way may take once the lake is told to stop, in milliseconds. */
const closeGrace = 2_000
/** How long what was just written may take to be answered. */
const answerGrace = 100

/**
 * Puts a lake on a port: HTTP, presence sockets and stream sockets.
 *
 * @throws PortInUseError, UnknownHostError
 */
export async function serveLake(lake: Lake, { port, host }: ServeOptions): Promise<ServedLake> {
  const openStreams = new Set<ServerResponse>()
  const requests = keepRequests(requestListener(lake, openStreams))
  const sockets = openSockets(lake)
  const limits = limitsOf(lake.context)
  const admit = limitConnections(limits)
  const open = () => {
    const server = createServer({
      headersTimeout: limits.headTime,
      requestTimeout: limits.requestTime,
      connectionsCheckingInterval: Math.min(limits.headTime, 5_000),
      // Whoever offers another protocol gets its answer in this one.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    })
    server.on('connection', admit)
    server.on('request', requests.accept(server))
    server.on('upgrade', sockets.upgrade)
    return server
  }

  const servers = [open()]
  const [first] = servers
  const bound = first ? await listenOn(first, host ?? '127.0.0.1', port) : port
  if (!host) servers.push(...(await alsoOnIpv6(open(), bound, first)))

  return {
    url: `http://${host && host !== '0.0.0.0' ? bracketed(host) : 'localhost'}:${bound}`,
    port: bound,
    close: async () => {
      requests.stop()
      sockets.close()
      const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
      for (const response of openStreams) response.destroy()
      let late = setTimeout(() => {
        // Whoever is told that nothing was done must find nothing done; whose work is done gets its answer first.
        writersTurnsOf(lake.context).end()
        late = setTimeout(requests.giveUp, answerGrace)
      }, closeGrace)
      const overdue = setTimeout(() => {
        for (const server of servers) server.closeAllConnections()
      }, 2 * closeGrace)
      await Promise.all(closed)
      clearTimeout(late)
      clearTimeout(overdue)
    },
  }
}

/** IPv6 may be missing from the machine; a port that is taken on it is still an error. */
async function alsoOnIpv6(server: Server, port: number, first: Server | undefined): Promise<Server[]> {
  try {
    await listenOn(server, '::1', port)
    return [server]
  } catch (error) {
    if (error instanceof UnknownHostError) return []
    first?.close()
    throw error
  }
}

/** Puts the library's `Response` in the place of the global one: bytes go out as they are, without a stream around them. */
function requestListener(lake: Lake, openStreams: Set<ServerResponse>) {
  return getRequestListener(async (request, { incoming, outgoing }) => {
    setPeerAddress(request, incoming.socket.remoteAddress)
    const response = await lake.handle(request)
    // The lake was told to stop meanwhile, and the caller has been told to come again.
    if (outgoing.headersSent) return RESPONSE_ALREADY_SENT
    if (
      response.headers.get('content-type')?.startsWith('text/event-stream') &&
      'shouldKeepAlive' in outgoing
    ) {
      openStreams.add(outgoing)
      outgoing.once('close', () => openStreams.delete(outgoing))
    }
    return response
  })
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
