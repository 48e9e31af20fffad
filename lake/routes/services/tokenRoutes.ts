import type { Hono } from 'hono'
import { z } from 'zod'
import { createToken, type IssuedToken, revokeToken, rotateToken } from '../../auth/createToken.ts'
import { requireAdministrator, requireIdentity } from '../../auth/require.ts'
import { describeRole, findRole, roleNames } from '../../auth/roles.ts'
import type { LakeContext, LakeRequest, Role } from '../../context.ts'
import { ForbiddenError, HttpError } from '../../http/errors.ts'
import { readBody } from '../../http/readBody.ts'
import { findTokenById, listTokens, type Token } from '../../store/tokens.ts'
import { projectMembership } from './projectMembership.ts'

const label = z.string('A token needs a label.').trim().min(1, 'A token needs a label.').max(256)
const newToken = z.object({ label, roleName: z.string('Say which role the token has.') })
const newRobot = z.object({
  label,
  memberships: z
    .array(z.object({ resourceId: z.string(), resourceType: z.string(), roleNames: z.array(z.string()) }))
    .length(1, 'A token of this lake belongs to its project and to nothing else.'),
  expiresAt: z.iso.datetime({ offset: true, error: 'Not a time as in ISO 8601.' }).nullish(),
})

/** Tokens of programmes, as the Projects API and as the Access API (where they are called robots) manage them. */
export function tokenRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database, projectId } = context

  app.get('/projects/:project/tokens', (c) => {
    requireAdministrator(c.get('identity'), 'list tokens')
    return c.json(listTokens(database).map(describeToken))
  })
  app.post('/projects/:project/tokens', async (c) => {
    requireAdministrator(c.get('identity'), 'make a token')
    const wanted = await readBody(c, newToken)
    const issued = createToken(context, { name: wanted.label, role: requireRole(wanted.roleName) })
    return c.json({ ...describeToken(issued.token), key: issued.secret }, 201)
  })
  app.delete('/projects/:project/tokens/:token', (c) => {
    requireAdministrator(c.get('identity'), 'delete a token')
    revoke(c.req.param('token'))
    return c.body(null, 204)
  })

  app.get('/access/project/:project/robots', (c) => {
    requireAdministrator(c.get('identity'), 'list tokens')
    const data = listTokens(database).map(describeRobot)
    return c.json({ data, nextCursor: null, totalCount: data.length })
  })
  app.get('/access/project/:project/robots/:robot', (c) => {
    requireAdministrator(c.get('identity'), 'look at a token')
    const token = findTokenById(database, c.req.param('robot'))
    if (!token) throw noToken(c.req.param('robot'))
    return c.json(describeRobot(token))
  })
  app.post('/access/project/:project/robots', async (c) => {
    requireAdministrator(c.get('identity'), 'make a token')
    const wanted = await readBody(c, newRobot)
    const [membership] = wanted.memberships
    if (membership?.resourceType !== 'project' || membership.resourceId !== projectId) {
      throw new HttpError(400, 'Bad Request', `A token of this lake belongs to the project "${projectId}".`)
    }
    const [roleName = '', ...more] = membership.roleNames
    if (more.length > 0) throw new HttpError(400, 'Bad Request', 'A token has one role in this lake.')
    const issued = createToken(context, {
      name: wanted.label,
      role: requireRole(roleName),
      expiresAt: laterThanNow(wanted.expiresAt ?? undefined),
    })
    return c.json(describeIssued(issued), 201)
  })
  app.delete('/access/project/:project/robots/:robot', (c) => {
    requireAdministrator(c.get('identity'), 'delete a token')
    revoke(c.req.param('robot'))
    return c.body(null, 204)
  })
  app.get('/access/robots/me', (c) => {
    const { kind, id } = requireIdentity(c.get('identity'))
    const token = kind === 'token' ? findTokenById(database, id) : undefined
    if (!token) throw new ForbiddenError('Only a token may ask this; you are logged in as a person.')
    return c.json(describeRobot(token))
  })
  app.post('/access/robots/me/rotate', (c) => {
    const { kind, id } = requireIdentity(c.get('identity'))
    const issued = kind === 'token' ? rotateToken(context, id) : undefined
    if (!issued) {
      throw new ForbiddenError('Only a token can be rotated; a person gets another by logging in again.')
    }
    return c.json(describeIssued(issued))
  })

  function revoke(id: string): void {
    if (!revokeToken(context, id)) throw noToken(id)
  }

  function laterThanNow(time: string | undefined): string | undefined {
    if (time === undefined) return undefined
    if (Date.parse(time) > context.now()) return new Date(time).toISOString()
    throw new HttpError(400, 'Bad Request', 'The token would have expired before it is made.')
  }

  function describeRobot({ id, name, role, createdAt, expiresAt }: Token) {
    return {
      id,
      tokenId: id,
      label: name,
      createdAt,
      expiresAt: expiresAt ?? null,
      memberships: [projectMembership(projectId, { id, role, createdAt })],
    }
  }

  function describeIssued({ secret, token }: IssuedToken) {
    return { ...describeRobot(token), token: secret }
  }
}

function describeToken({ id, name, role, createdAt }: Token) {
  return { id, label: name, projectUserId: id, createdAt, roles: [describeRole(role)] }
}

function requireRole(name: string): Role {
  const role = findRole(name)
  if (role) return role
  throw new HttpError(
    400,
    'Bad Request',
    `This lake has no role "${name.slice(0, 100)}" for tokens. There are: ${roleNames.join(', ')}.`,
  )
}

function noToken(id: string): HttpError {
  return new HttpError(404, 'Not Found', `There is no token "${id}".`)
}
