import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Dispatcher } from 'undici'
import { finishAnswer, finishHeaders, policyHeader } from './finishAnswer.ts'
import { headersForNext, without, withoutConnection } from './headers.ts'
import { isHtml } from './policy.ts'
import { BadAnswer, readWhole } from './readWhole.ts'
import { sendWhole } from './sendWhole.ts'

/** Asks Next with the reader's own request, for as long as the reader is there. */
function askAsReader(next: Dispatcher, request: IncomingMessage, response: ServerResponse, isPage: boolean) {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const { method = 'GET', url = '/', headers } = request
  const hasBody = headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined
  const given = headersForNext(request)
  return next.request({
    path: url,
    method,
    // A page is changed before it is compressed.
    headers: isPage ? without(given, (name) => name === 'accept-encoding') : given,
    body: hasBody ? request : null,
    signal: gone.signal,
  })
}

/** To Next and back as it comes. */
export async function passOn(
  next: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await stream(await askAsReader(next, request, response, false), response)
}

/** To Next, and back as a finished page where it is one. @throws BadAnswer when the page failed or is cut off */
export async function passFinished(
  next: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await askAsReader(next, request, response, true)
  const { statusCode: status, headers, body } = answer
  if (status >= 500) {
    await body.dump()
    throw new BadAnswer(`${request.url} was answered with ${status}`)
  }
  if (!isHtml(headers) || headers['content-encoding'] !== undefined) return stream(answer, response)
  if (request.method === 'HEAD') {
    response.writeHead(status, finishHeaders(headers)).end()
    return
  }
  await sendWhole(await finishAnswer({ status, headers, body: await readWhole(body) }), request, response)
}

async function stream(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(
    statusCode,
    without(withoutConnection(headers), (name) => name === policyHeader),
  )
  await pipeline(body, response)
}
