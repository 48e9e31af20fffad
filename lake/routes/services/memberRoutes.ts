import type { Hono } from 'hono'
import { z } from 'zod'
import { changeRole, findMember, listMembers, type Member, removeMember } from '../../auth/members.ts'
import { describeResources, holdsPermission, permissionNames, projectGrants } from '../../auth/permissions.ts'
import { requireAdministrator, requireIdentity } from '../../auth/require.ts'
import { describeRole, findRole, roleNames } from '../../auth/roles.ts'
import type { LakeContext, LakeRequest, Role } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { readBody } from '../../http/readBody.ts'
import { projectMembership } from './projectMembership.ts'

const newRole = z.object({ roleName: z.string('Say which role.') })

/** Who belongs to the project, in which role, and what a role may do: the Roles API and the Access API. */
export function memberRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { projectId } = context

  app.get('/users/me/grants', (c) => {
    const { role } = requireIdentity(c.get('identity'))
    return c.json({ organizations: {}, projects: { [projectId]: projectGrants(role) } })
  })
  app.get('/projects/:project/grants', (c) => c.json(projectGrants(requireIdentity(c.get('identity')).role)))
  app.get('/projects/:project/permissions', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(permissionNames().map((name) => ({ name })))
  })
  app.get('/projects/:project/permissionResourceSchemas', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(describeResources())
  })
  app.get('/projects/:project/roles', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(roleNames.map(describeProjectRole))
  })
  app.get('/projects/:project/roles/:role', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(describeProjectRole(requireRole(c.req.param('role'))))
  })

  app.get('/projects/:project/acl', (c) => {
    requireAdministrator(c.get('identity'), 'list members')
    return c.json(listMembers(context).map(describeAcl))
  })
  app.get('/projects/:project/acl/:user', (c) => {
    requireAdministrator(c.get('identity'), 'look at a member')
    return c.json(describeAcl(requireMember(c.req.param('user'))))
  })
  app.put('/projects/:project/acl/:user', async (c) => {
    requireAdministrator(c.get('identity'), 'change a role')
    const { roleName } = await readBody(c, newRole)
    return c.json(describeAcl(changeRole(context, c.req.param('user'), requireRole(roleName))))
  })
  app.delete('/projects/:project/acl/:user', (c) => {
    requireAdministrator(c.get('identity'), 'remove a member')
    removeMember(context, c.req.param('user'))
    return c.json({ deleted: true })
  })

  app.get('/access/project/:project/roles', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(inPages(roleNames.map(describeAccessRole)))
  })
  app.get('/access/project/:project/roles/:role', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(describeAccessRole(requireRole(c.req.param('role'))))
  })
  app.get('/access/project/:project/permissions', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(inPages(permissionNames().map((name) => ({ name }))))
  })
  app.get('/access/project/:project/user-permissions/me', (c) => {
    const { role } = requireIdentity(c.get('identity'))
    return c.json(inPages(permissionNames(role).map((name) => ({ name }))))
  })
  app.get('/access/project/:project/user-permissions/me/check', (c) => {
    const { role } = requireIdentity(c.get('identity'))
    const asked = (c.req.queries('permissions') ?? []).flatMap((names) => names.split(','))
    return c.json({ data: Object.fromEntries(asked.map((name) => [name, holdsPermission(role, name)])) })
  })
  app.get('/access/project/:project/users', (c) => {
    const { id } = requireIdentity(c.get('identity'))
    const people = listMembers(context).filter(({ isRobot }) => !isRobot)
    return c.json(inPages(people.map((member) => describeUser(member, id))))
  })
  app.get('/access/project/:project/users/:user', (c) => {
    const { id } = requireIdentity(c.get('identity'))
    const asked = c.req.param('user')
    return c.json(describeUser(requireMember(asked === 'me' ? id : asked), id))
  })
  app.delete('/access/project/:project/users/:user', (c) => {
    requireAdministrator(c.get('identity'), 'remove a member')
    removeMember(context, c.req.param('user'))
    return c.body(null, 204)
  })
  app.put('/access/project/:project/users/:user/roles/:role', (c) => {
    const { id } = requireAdministrator(c.get('identity'), 'change a role')
    const { user, role } = c.req.param()
    return c.json(describeUser(changeRole(context, user, requireRole(role)), id))
  })

  // Nobody is invited: accounts are made on the lake's own command line.
  app.get('/invitations/project/:project', (c) => {
    requireIdentity(c.get('identity'))
    return c.json([])
  })

  function requireMember(id: string): Member {
    const member = findMember(context, id)
    if (member) return member
    throw new HttpError(404, 'Not Found', `This project has no member "${id}".`)
  }

  function describeProjectRole(name: Role) {
    return {
      ...describeRole(name),
      isCustom: false,
      projectId,
      appliesToUsers: true,
      appliesToRobots: true,
      grants: projectGrants(name),
    }
  }

  function describeAccessRole(name: Role) {
    const permissions = permissionNames(name)
    return { ...describeProjectRole(name), resourceType: 'project', resourceId: projectId, permissions }
  }

  function describeUser(member: Member, ownId: string) {
    const { id, name, email, role, createdAt, isRobot } = member
    return {
      sanityUserId: id,
      profile: {
        id,
        displayName: name,
        email,
        provider: isRobot ? 'sanity-token' : 'local',
        imageUrl: null,
        createdAt,
        updatedAt: createdAt,
        isCurrentUser: id === ownId,
      },
      memberships: [projectMembership(projectId, { id, role, createdAt })],
    }
  }
}

function describeAcl({ id, isRobot, role }: Member) {
  return { projectUserId: id, isRobot, role, roles: [describeRole(role)] }
}

function inPages<T>(data: readonly T[]) {
  return { data, nextCursor: null, totalCount: data.length }
}

function requireRole(name: string): Role {
  const role = findRole(name)
  if (role) return role
  throw new HttpError(404, 'Not Found', `This lake has no role "${name.slice(0, 100)}".`)
}
