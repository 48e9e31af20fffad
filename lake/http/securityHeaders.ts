import type { MiddlewareHandler } from 'hono'
import type { LakeRequest } from '../context.ts'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
}

/** What every answer carries; the log-in page, the Studio and stored files add a policy of their own. */
export const securityHeaders: MiddlewareHandler<LakeRequest> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(everywhere)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
