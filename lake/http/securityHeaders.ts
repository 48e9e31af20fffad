import type { MiddlewareHandler } from 'hono'
import type { LakeRequest } from '../context.ts'

/** What every answer carries; the log-in page, the Studio and stored files add a policy of their own. */
export const securityHeaders: MiddlewareHandler<LakeRequest> = async (c, next) => {
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'cross-origin')
  await next()
}
