import type { Context, MiddlewareHandler } from 'hono'
import type { LakeContext, LakeRequest } from '../context.ts'
import { type LakeLimits, limitsOf } from '../limits.ts'
import { HttpError } from './errors.ts'

/** Of a body that is too large so much more is read, times the limit: who still sends does not listen to the answer. */
const patience = 16

/** Bytes from which on the body of a request is large. */
export const largeBody = 64 * 1024

/** Bodies that were read in pieces, because nobody said before how long they are. */
const received = new WeakMap<Request, string>()

/** The text of a request's body, whoever has read it. */
export async function bodyOf(request: Context['req']): Promise<string> {
  return received.get(request.raw) ?? (await request.text())
}

/** Takes the body of a query, a mutation or actions whole, if it is small enough and comes soon enough. @throws HttpError 413, 408 */
export function bodyLimits(context: LakeContext): MiddlewareHandler<LakeRequest> {
  const limits = limitsOf(context)
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await receive(c, limits)
    await next()
  }
}

async function receive(c: Context<LakeRequest>, { bodyBytes, bodyTime }: LakeLimits): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () =>
      late.reject(new HttpError(408, 'Request Timeout', 'The body of the request did not arrive in time.')),
    bodyTime,
  )
  try {
    const announced = c.req.header('content-length')
    const isFine = announced !== undefined && Number(announced) <= bodyBytes
    // Hono keeps what was read at once, so that the handler finds it.
    const read = isFine ? readWhole(c.req, Number(announced)) : readPieces(c.req.raw, bodyBytes)
    await Promise.race([read, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** What may be handed on to another thread is kept as bytes. */
function readWhole(request: Context['req'], size: number): Promise<unknown> {
  return size >= largeBody ? request.arrayBuffer() : request.text()
}

async function readPieces(request: Request, most: number): Promise<void> {
  const reader = request.body?.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size <= most) pieces.push(read.value)
    else pieces.length = 0
    if (size > most * patience) break
  }
  if (size > most) {
    throw new HttpError(
      413,
      'Payload Too Large',
      `The request is larger than ${most / 1_000_000} MB; send it in parts.`,
    )
  }
  received.set(request, new TextDecoder().decode(Buffer.concat(pieces)))
}
