import type { MiddlewareHandler } from 'hono'
import { originAccess } from '../auth/origins.ts'
import type { LakeContext, LakeRequest } from '../context.ts'

/** Read by pages of any origin, without credentials: pictures and files, and the question whether CORS is set up. */
const openToAll = /^\/(?:images|files|check\/cors)(?:\/|$)/

/**
 * Cross-origin rules: exact origins, credentials only where granted. An origin that is not allowed gets
 * an answer without CORS headers, which its browser then withholds from the page.
 */
export function crossOrigin(context: LakeContext): MiddlewareHandler<LakeRequest> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const access = origin === undefined ? undefined : originAccess(context, origin)
    const isOpen = openToAll.test(c.req.path)
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')
    if (isPreflight) c.res = answerPreflight(c, access !== undefined || isOpen)
    else await next()

    // Set afterwards, because a handler may have answered with a response of its own making.
    const { headers } = c.res
    headers.append('vary', 'Origin')
    if (origin !== undefined && access) {
      headers.set('access-control-allow-origin', origin)
      if (access.allowCredentials) headers.set('access-control-allow-credentials', 'true')
      headers.set('access-control-expose-headers', 'content-length, etag, x-sanity-shard')
    } else if (isOpen) {
      headers.set('access-control-allow-origin', '*')
    }
  }
}

function answerPreflight(c: Parameters<MiddlewareHandler<LakeRequest>>[0], allowed: boolean): Response {
  if (!allowed) {
    return c.text('This origin may not use the lake: npm run lake -- cors add <origin> allows it.\n', 403)
  }
  c.header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
  const asked = c.req.header('access-control-request-headers')
  if (asked) c.header('access-control-allow-headers', asked)
  c.header('access-control-max-age', '86400')
  return c.body(null, 204)
}
