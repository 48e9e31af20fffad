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
    c.header('vary', 'Origin', { append: true })
    const origin = c.req.header('origin')
    const access = origin === undefined ? undefined : originAccess(context, origin)
    if (origin !== undefined && access) {
      c.header('access-control-allow-origin', origin)
      if (access.allowCredentials) c.header('access-control-allow-credentials', 'true')
      c.header('access-control-expose-headers', 'content-length, etag, x-sanity-shard')
    } else if (openToAll.test(c.req.path)) {
      c.header('access-control-allow-origin', '*')
    }
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      return answerPreflight(c, access !== undefined || openToAll.test(c.req.path))
    }
    return next()
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
