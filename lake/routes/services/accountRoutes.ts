import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { findMember } from '../../auth/members.ts'
import { requireIdentity } from '../../auth/require.ts'
import { describeRole } from '../../auth/roles.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

const pairs = z.array(z.object({ key: z.string().min(1).max(200), value: z.unknown() })).max(50)
const mostNames = 500

/** Who I am, who others are, and what my Studio remembers about how I like it. */
export function accountRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database } = context

  app.get('/users/me', (c) => {
    const identity = c.get('identity')
    if (identity.kind === 'anonymous') return c.json({})
    return c.json({
      id: identity.id,
      name: identity.name,
      email: identity.kind === 'user' ? identity.email : '',
      role: identity.role,
      roles: [describeRole(identity.role)],
      provider: identity.kind === 'user' ? 'local' : 'sanity-token',
      profileImage: null,
    })
  })

  app.get('/users/me/keyvalue/:keys', (c) => {
    const { id } = requireIdentity(c.get('identity'))
    const keys = c.req.param('keys').split(',').slice(0, mostNames)
    return c.json(
      keys.map((key) => {
        const value = readSetting(database, id, key)
        return value === undefined ? null : { key, value }
      }),
    )
  })

  app.put('/users/me/keyvalue', bodyLimit({ maxSize: 256 * 1024 }), async (c) => {
    const { id } = requireIdentity(c.get('identity'))
    const given = pairs.safeParse(await c.req.json().catch(() => undefined))
    if (!given.success) throw new HttpError(400, 'Bad Request', 'Expected a list of {key, value}.')
    for (const { key, value } of given.data) writeSetting(database, id, key, value)
    return c.json(given.data.map(({ key, value }) => ({ key, value: value ?? null })))
  })

  // Everybody who may see history may see who wrote it.
  app.get('/users/:ids', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(findProfiles(c.req.param('ids')))
  })
  app.get('/projects/:project/users/:ids', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(findProfiles(c.req.param('ids')))
  })

  /** One id answers one object, several a list in their order; an unknown one is null in the list. */
  function findProfiles(list: string) {
    const ids = list.split(',').slice(0, mostNames)
    const found = ids.map(toProfile)
    const [only] = found
    if (ids.length > 1) return found
    if (!only) throw new HttpError(404, 'Not Found', `There is no user "${list}".`)
    return only
  }

  function toProfile(id: string) {
    const member = findMember(context, id)
    if (!member) return null
    const { name, email, role, createdAt, isRobot } = member
    return {
      id,
      sanityUserId: id,
      projectId: context.projectId,
      displayName: name,
      imageUrl: null,
      email,
      role,
      provider: isRobot ? 'sanity-token' : 'local',
      createdAt,
      updatedAt: createdAt,
    }
  }
}
