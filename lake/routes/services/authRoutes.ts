import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { keepHandovers, type SessionKind } from '../../auth/handovers.ts'
import { openLogIn } from '../../auth/logIn.ts'
import { logInPage, logInProblemPage } from '../../auth/logInPage.ts'
import { isOwnOrigin, originAccess } from '../../auth/origins.ts'
import { hashToken, newToken } from '../../auth/secrets.ts'
import { sessionCookie } from '../../auth/sessionCookie.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { UnauthorizedError } from '../../http/errors.ts'
import { pagePolicy } from '../../http/pageStyle.ts'
import { peerAddress } from '../../http/peer.ts'
import { deleteEndedSessions, deleteSession, findSession, insertSession } from '../../store/sessions.ts'

const sessionSeconds = 30 * 24 * 60 * 60

const asked = z.object({
  origin: z.string().default(''),
  type: z.string().default(''),
  withSid: z.string().default(''),
})
const form = asked.extend({ email: z.string().max(320), password: z.string().max(1000) })

/** Logging in as the Studio does it: the list of ways, the page, the handover, the session's end. */
export function authRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const handovers = keepHandovers(context.now)
  const logIn = openLogIn(context)

  app.get('/auth/providers', (c) =>
    c.json({
      providers: [{ name: 'local', title: 'Local account', url: `${context.publicUrl}/login` }],
      thirdPartyLogin: true,
      sso: { saml: false },
    }),
  )

  app.get('/login', (c) => {
    const given = asked.parse(c.req.query())
    const origin = parseOrigin(context, given.origin || context.publicUrl)
    if (!origin) return answerProblem(c, unknownOrigin(given.origin), 400)
    return answerPage(c, { ...given, origin: origin.href }, origin, 200)
  })

  app.post('/login', bodyLimit({ maxSize: 16 * 1024 }), async (c) => {
    const from = c.req.header('origin')
    if (from !== undefined && !isOwnOrigin(context, from)) {
      return answerProblem(
        c,
        'The form was not sent from this page. Open the Studio and log in from there.',
        403,
      )
    }
    const given = form.safeParse(await c.req.parseBody())
    if (!given.success)
      return answerProblem(c, 'The form was incomplete. Go back and fill in both fields.', 400)
    const { email, password, ...way } = given.data
    const origin = parseOrigin(context, way.origin)
    if (!origin) return answerProblem(c, unknownOrigin(way.origin), 400)

    const page = { ...way, origin: origin.href, email }
    const result = await logIn(email, password, peerAddress(c.req.raw))
    if ('waitFor' in result) {
      const minutes = Math.ceil(result.waitFor / 60_000)
      c.header('retry-after', String(Math.ceil(result.waitFor / 1000)))
      const problem = `Too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`
      return answerPage(c, { ...page, problem }, origin, 429)
    }
    if ('wrong' in result) {
      return answerPage(
        c,
        { ...page, problem: 'The e-mail address or the password is not right.' },
        origin,
        401,
      )
    }
    origin.hash = `sid=${handovers.offer(result.user.id, kindOf(way.type))}`
    c.header('cache-control', 'no-store')
    return c.redirect(origin.href, 303)
  })

  app.get('/auth/fetch', (c) => {
    const handover = handovers.take(c.req.query('sid') ?? '')
    if (!handover)
      throw new UnauthorizedError('This log-in was used already or is older than a minute. Log in again.')
    const token = newToken()
    const now = context.now()
    deleteEndedSessions(context.database, new Date(now).toISOString())
    insertSession(context.database, {
      tokenHash: hashToken(token),
      userId: handover.userId,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + sessionSeconds * 1000).toISOString(),
    })
    if (handover.kind !== 'token') {
      const { publicUrl } = context
      c.header('set-cookie', sessionCookie.write(token, { publicUrl, maxAge: sessionSeconds }))
    }
    c.header('cache-control', 'no-store')
    return c.json(handover.kind === 'cookie' ? {} : { token, label: 'Local account' })
  })

  app.get('/auth/id', (c) => {
    const identity = c.get('identity')
    if (identity.kind === 'anonymous') throw new UnauthorizedError()
    const now = new Date(context.now()).toISOString()
    const expiry = findSession(context.database, identity.tokenHash, now)?.expiresAt
    return c.json({ id: identity.id, ...(expiry ? { expiry } : {}) })
  })

  app.post('/auth/logout', (c) => {
    const identity = c.get('identity')
    if (identity.kind !== 'anonymous' && deleteSession(context.database, identity.tokenHash)) {
      context.bus.emit('revoked', identity.tokenHash)
    }
    c.header('set-cookie', sessionCookie.write('', { publicUrl: context.publicUrl, maxAge: 0 }))
    return c.json({ ok: true })
  })
}

function answerPage(
  c: Context<LakeRequest>,
  page: Parameters<typeof logInPage>[0],
  origin: URL,
  status: 200 | 401 | 429,
) {
  c.header('content-security-policy', pagePolicy([origin.origin]))
  c.header('cache-control', 'no-store')
  return c.html(logInPage(page), status)
}

function answerProblem(c: Context<LakeRequest>, problem: string, status: 400 | 403) {
  c.header('content-security-policy', pagePolicy())
  c.header('cache-control', 'no-store')
  return c.html(logInProblemPage(problem), status)
}

/** A session is handed over only to a page of an origin that may use the lake with credentials. */
function parseOrigin(context: LakeContext, given: string): URL | undefined {
  if (!URL.canParse(given)) return undefined
  const url = new URL(given)
  const isPlain = !url.username && !url.password
  return isPlain && originAccess(context, url.origin)?.allowCredentials ? url : undefined
}

function unknownOrigin(origin: string): string {
  return (
    `The Studio at "${origin.slice(0, 200)}" is not one that this lake knows. ` +
    'Whoever runs this machine allows it with: npm run lake -- cors add <origin> --credentials'
  )
}

/** `withSid=true` is how the Studio asks for a token alone. */
function kindOf(type: string): SessionKind {
  return type === 'dual' || type === 'cookie' ? type : 'token'
}
