import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

interface OutgoingRequest {
  url: string
  method: string
  headers: Record<string, string>
  body: string
  signal: AbortSignal
}

export interface ReceivedAnswer {
  status: number
  /** The beginning of the body, as text. */
  body: string
}

/** How much of an answer is kept, and how much is read before the line is cut, in bytes. */
const keptBytes = 2_048
const readBytes = 1024 * 1024

/**
 * Sends one request on a connection of its own, with its body whatever the method is, and follows nobody
 * elsewhere. (`fetch` gives GET no body, and a kept connection may be closed just when it is used again.)
 *
 * @throws the connection's error, or the signal's reason
 */
export function sendRequest({
  url,
  method,
  headers,
  body,
  signal,
}: OutgoingRequest): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const target = new URL(url)
    const send = target.protocol === 'https:' ? requestHttps : requestHttp
    const content = Buffer.from(body)
    const request = send(
      target,
      { method, signal, agent: false, headers: { ...headers, 'content-length': content.length } },
      (response) => {
        readBeginning(response).then(
          (text) => resolve({ status: response.statusCode ?? 0, body: text }),
          (error: unknown) => reject(signal.aborted ? signal.reason : error),
        )
      },
    )
    request.on('error', (error) => reject(signal.aborted ? signal.reason : error))
    request.end(content)
  })
}

async function readBeginning(response: IncomingMessage): Promise<string> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue
    if (size < keptBytes) kept.push(chunk.subarray(0, keptBytes - size))
    size += chunk.length
    if (size > readBytes) break
  }
  return Buffer.concat(kept).toString('utf8')
}
