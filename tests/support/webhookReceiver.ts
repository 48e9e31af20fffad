import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

export interface ReceivedMessage {
  method: string
  headers: IncomingHttpHeaders
  body: string
  /** Messages that were not answered yet when this one came, itself included. */
  atOnce: number
}

/** Receives a webhook's messages and keeps them. `answer` may take its time; without it all is well at once. */
export async function openReceiver(
  answer: (response: ServerResponse) => unknown = (response) => response.end(),
) {
  const received: ReceivedMessage[] = []
  let unanswered = 0
  const server = createServer(async (request, response) => {
    unanswered += 1
    const atOnce = unanswered
    response.once('close', () => {
      unanswered -= 1
    })
    let body = ''
    for await (const chunk of request) body += chunk
    const message = { method: request.method ?? '', headers: request.headers, body, atOnce }
    received.push(message)
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `create a`: what a message is about. */
export function changeOf({ headers }: ReceivedMessage): string {
  return `${headers['sanity-operation']} ${headers['sanity-document-id']}`
}
