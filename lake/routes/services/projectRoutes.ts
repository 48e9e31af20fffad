import type { Hono } from 'hono'
import { z } from 'zod'
import { listMembers, type Member } from '../../auth/members.ts'
import { requireAdministrator, requireIdentity } from '../../auth/require.ts'
import { describeRole } from '../../auth/roles.ts'
import type { Identity, LakeContext, LakeRequest } from '../../context.ts'
import { readBody } from '../../http/readBody.ts'
import { listDatasets } from '../../store/datasets.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

/** What the project is called and carries along; the rest of it follows from the lake. */
const description = z.object({
  displayName: z.string().trim().min(1).max(80).default('Meridian'),
  metadata: z.record(z.string(), z.unknown()).default({}),
})
const changes = z.object({
  displayName: description.shape.displayName.unwrap().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
})
/** Beside what people's Studios remember, under a name that nobody's id can be. */
const owner = '#project'

/** The one project of this lake. */
export function projectRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database, projectId } = context

  app.get('/projects', (c) => c.json([describeProject(c.get('identity'))]))
  app.get('/projects/:project', (c) => c.json(describeProject(c.get('identity'))))
  app.patch('/projects/:project', async (c) => {
    requireAdministrator(c.get('identity'), 'change the project')
    const { displayName, metadata } = await readBody(c, changes)
    const known = readDescription()
    writeSetting(database, owner, projectId, {
      displayName: displayName ?? known.displayName,
      metadata: { ...known.metadata, ...metadata },
    })
    return c.json(describeProject(c.get('identity')))
  })

  function readDescription() {
    return description.parse(readSetting(database, owner, projectId) ?? {})
  }

  function describeProject(asking: Identity) {
    const { id: ownId } = requireIdentity(asking)
    return {
      id: projectId,
      ...readDescription(),
      studioHost: null,
      organizationId: null,
      isBlocked: false,
      isDisabled: false,
      isDisabledByUser: false,
      activityFeedEnabled: false,
      features: [],
      maxRetentionDays: 36500,
      createdAt: listDatasets(database)[0]?.createdAt ?? new Date(context.now()).toISOString(),
      members: listMembers(context).map((member) => describeMember(member, ownId)),
    }
  }
}

function describeMember({ id, createdAt, isRobot, role }: Member, ownId: string) {
  return {
    id,
    createdAt,
    updatedAt: createdAt,
    isCurrentUser: id === ownId,
    isRobot,
    role,
    roles: [describeRole(role)],
  }
}
