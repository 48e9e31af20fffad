import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { LakeContext, LakeRequest } from '../context.ts'
import { limitsOf } from '../limits.ts'
import { HttpError } from './errors.ts'

/** Takes the body of a query, a mutation or actions whole, if it is small enough and comes soon enough. @throws HttpError 413, 408 */
export function bodyLimits(context: LakeContext): MiddlewareHandler<LakeRequest> {
  const { bodyBytes, bodyTime } = limitsOf(context)
  const sized = bodyLimit({ maxSize: bodyBytes, onError: () => tooLarge(bodyBytes) })
  return (c, next) => sized(c, () => received(c, next, bodyTime))
}

/** Hono keeps what was read, so that the handler finds it at once. */
async function received(c: Context<LakeRequest>, next: Next, within: number): Promise<void> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(tooSlow()), within)
    try {
      await Promise.race([c.req.text(), late.promise])
    } finally {
      clearTimeout(timer)
    }
  }
  await next()
}

function tooLarge(most: number): never {
  throw new HttpError(
    413,
    'Payload Too Large',
    `The request is larger than ${most / 1_000_000} MB; send it in parts.`,
  )
}

function tooSlow(): HttpError {
  return new HttpError(408, 'Request Timeout', 'The body of the request did not arrive in time.')
}
