import { createServer } from 'node:http'
import { type EdgeOptions, openEdge } from './edge.ts'

export interface RunningEdge {
  port: number
  /** What is under way is answered first, for a while. */
  close(): Promise<void>
}

/** A request is small and comes soon; what takes longer holds a connection that others need. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
}
/** Nothing sent and nothing taken for so long: who reads so slowly has left. */
const idleMs = 60_000
const closeGraceMs = 2_000

/** Puts the edge on a port of loopback; 0 takes a free one. @throws when the port is in use */
export async function serveEdge(port: number, options: EdgeOptions): Promise<RunningEdge> {
  const edge = openEdge(options)
  const server = createServer(limits, (request, response) => void edge.answer(request, response))
  server.setTimeout(idleMs)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      const grace = setTimeout(() => server.closeAllConnections(), closeGraceMs)
      server.closeIdleConnections()
      await closed
      clearTimeout(grace)
      await edge.close()
    },
  }
}
