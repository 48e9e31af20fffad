import type { MiddlewareHandler } from 'hono'
import type { Identity, LakeContext, LakeRequest } from '../context.ts'
import { UnauthorizedError } from '../http/errors.ts'
import { anonymous, bearerToken, identifyToken } from './identify.ts'
import { lendsSession } from './origins.ts'
import { sessionCookie } from './sessionCookie.ts'

/** Reached before there is a session, or without any: a cookie that has ended must not close the way back in. */
const needsNobody = /^\/(?:auth|login|images|files|check|health|static|intake)(?:\/|$)|^\/$/

/**
 * Finds out who is asking and leaves it in `context.get('identity')`.
 *
 * A token that is not known is an error, never a guest: the Studio must notice that its session has
 * ended instead of being shown published content only. A cookie counts only from an allowed origin.
 */
export function identity(context: LakeContext): MiddlewareHandler<LakeRequest> {
  return async (c, next) => {
    c.set('identity', whoAsks())
    await next()

    function whoAsks(): Identity {
      const bearer = bearerToken(c.req.header('authorization'))
      // Logging out twice, or with a session that has ended meanwhile, is no error.
      const mayBeUnknown = c.req.path === '/auth/logout'
      if (bearer) return identifyToken(context, bearer) ?? (mayBeUnknown ? anonymous : refuse())
      const cookie = sessionCookie.read(c.req.header('cookie'))
      if (!cookie || !lendsSession(context, c.req.header('origin'), c.req.method)) return anonymous
      const known = identifyToken(context, cookie)
      return known ?? (needsNobody.test(c.req.path) ? anonymous : refuse())
    }
  }
}

function refuse(): never {
  throw new UnauthorizedError()
}
