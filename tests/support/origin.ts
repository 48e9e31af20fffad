import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EdgeOptions } from '../../edge/edge.ts'
import { serveEdge } from '../../edge/server.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface Origin {
  edgePort: number
  /** What was asked behind the edge, oldest first. */
  asked: IncomingMessage[]
  /** What is answered from now on. */
  answer: Answer
  /** The edge's clock, in milliseconds. */
  clock: { now: number }
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Got>
  /** Goes away, and comes back on the same port. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

export interface Got {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  text: string
  /** It was cut off. */
  isCut: boolean
}

/** A server in Next's place that answers as a test says, and the edge before it. */
export async function openOrigin(answer: Answer, options: Partial<EdgeOptions> = {}): Promise<Origin> {
  const listener: Answer = (request, response) => {
    origin.asked.push(request)
    origin.answer(request, response)
  }
  let server = createServer(listener)
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const clock = { now: 0 }
  const edge = await serveEdge(0, {
    nextUrl: `http://127.0.0.1:${port}`,
    host: 'news.test',
    now: () => clock.now,
    warn: () => undefined,
    ...options,
  })
  const leave = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const origin: Origin = {
    edgePort: edge.port,
    asked: [],
    answer,
    clock,
    get: (path, headers = {}, method = 'GET') => get(edge.port, path, headers, method),
    leave,
    comeBack: async () => {
      server = createServer(listener)
      await listen(server, port)
    },
    close: async () => {
      await edge.close()
      if (server.listening) await leave()
    },
  }
  return origin
}

const listen = (server: ReturnType<typeof createServer>, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

function get(port: number, path: string, headers: Record<string, string>, method: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asking = openRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const pieces: Buffer[] = []
        const end = (isCut: boolean) => {
          const body = Buffer.concat(pieces)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text: body.toString(),
            isCut,
          })
        }
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () => end(false))
        response.on('error', () => end(true))
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}

/** A page as Next sends it. */
export const pageOf = (words: string) =>
  `<!DOCTYPE html><html lang="en"><head><script src="/_next/a.js"></script></head><body><p>${words}</p><script>self.__next_f.push(1)</script></body></html>`

/** The same page when it is finished. */
export const finishedOf = (words: string) =>
  `<!DOCTYPE html><html lang="en"><head></head><body><p>${words}</p></body></html>`

export const policy = "script-src 'self'"

/** Answers as Next does for a page that it has made: by its ETag, with 304 to who has it. */
export const showing =
  (words: string, headers: Record<string, string> = {}): Answer =>
  (request, response) => {
    const etag = `"${Buffer.from(words).toString('hex')}"`
    const common = {
      'x-meridian-policy': policy,
      'content-security-policy': "script-src 'self' 'unsafe-inline'",
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 's-maxage=3600',
      'x-nextjs-cache': 'HIT',
      vary: 'rsc, Accept-Encoding',
      etag,
      ...headers,
    }
    if (request.headers['if-none-match'] === etag) response.writeHead(304, common).end()
    else response.writeHead(200, common).end(request.method === 'HEAD' ? undefined : pageOf(words))
  }

/** Answers when it is told to. */
export const waiting = () => {
  const held: (() => void)[] = []
  return {
    held,
    answer:
      (then: Answer): Answer =>
      (request, response) => {
        held.push(() => then(request, response))
      },
    release: () => {
      for (const go of held.splice(0)) go()
    },
  }
}
