import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

const stopping = JSON.stringify({
  statusCode: 503,
  error: 'Service Unavailable',
  message: 'The lake is stopping. Send the request again in a moment.',
})

/**
 * Keeps account of the requests under way, so that a lake that stops leaves none without an answer: those
 * that it has are finished, those that come are told to come again, and so are those that take too long.
 */
export function keepRequests(listener: RequestListener) {
  const underWay = new Map<ServerResponse, Server>()
  let isStopping = false

  const accept = (server: Server) => (request: IncomingMessage, response: ServerResponse) => {
    if (isStopping) return refuse(response)
    underWay.set(response, server)
    response.once('close', () => {
      underWay.delete(response)
      if (isStopping) server.closeIdleConnections()
    })
    listener(request, response)
  }

  return {
    accept,
    /** From now on every answer is the last of its connection. */
    stop: () => {
      isStopping = true
      for (const response of underWay.keys()) {
        if (!response.headersSent) response.setHeader('connection', 'close')
      }
    },
    /** Answers whoever still waits, and ends what is half sent. */
    giveUp: () => {
      for (const response of underWay.keys()) {
        if (response.headersSent) response.destroy()
        else refuse(response)
      }
    },
  }
}

function refuse(response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(stopping),
    'retry-after': '1',
    connection: 'close',
  })
  response.end(stopping)
}
