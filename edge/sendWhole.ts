import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding, compress } from './encoding.ts'
import type { FinishedAnswer } from './finishAnswer.ts'
import { withEncoding } from './headers.ts'
import { isText } from './policy.ts'

/** Shorter ones would become longer. */
const worthCompressing = 1024

/** Sends what is not stored, compressed for this reader. */
export async function sendWhole(
  { status, headers, body }: FinishedAnswer,
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mayCompress = isText(headers) && body.length >= worthCompressing
  const encoding = mayCompress ? chooseEncoding(asked['accept-encoding']) : undefined
  const sent = encoding ? await compress(body, encoding, 'once') : body
  response.writeHead(status, {
    ...(mayCompress ? withEncoding(headers, encoding) : headers),
    'content-length': String(sent.length),
  })
  response.end(sent)
}
