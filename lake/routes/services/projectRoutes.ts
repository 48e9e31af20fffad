import type { Hono } from 'hono'
import { z } from 'zod'
import { documentGrants, projectGrants } from '../../auth/grants.ts'
import { type KnownIdentity, requireAdministrator, requireIdentity } from '../../auth/require.ts'
import { describeRole, roles } from '../../auth/roles.ts'
import type { Identity, LakeContext, LakeRequest, Role } from '../../context.ts'
import { HttpError } from '../../http/errors.ts'
import { type Dataset, ensureDataset, listDatasets, readDataset } from '../../store/datasets.ts'
import { listTokens } from '../../store/tokens.ts'
import { listUsers } from '../../store/users.ts'

const datasetName = z.string().regex(/^[a-z0-9][-_a-z0-9]{0,63}$/)
const newDataset = z.object({ aclMode: z.enum(['public', 'private']).default('public') })

/** The one project of this lake: its people, datasets and what a role may do in them. */
export function projectRoutes(app: Hono<LakeRequest>, context: LakeContext): void {
  const { database, projectId } = context

  app.use('/projects/:project/*', async (c, next) => {
    requireProject(c.req.param('project'))
    await next()
  })
  app.get('/projects', (c) => c.json([describeProject(requireIdentity(c.get('identity')))]))
  app.get('/projects/:project', (c) => {
    requireProject(c.req.param('project'))
    return c.json(describeProject(requireIdentity(c.get('identity'))))
  })
  app.get('/projects/:project/grants', (c) => c.json(projectGrants(requireIdentity(c.get('identity')).role)))
  app.get('/projects/:project/roles', (c) => {
    requireIdentity(c.get('identity'))
    return c.json(
      roleNames().map((name) => ({ ...describeRole(name), appliesToUsers: true, appliesToRobots: true })),
    )
  })
  app.get('/projects/:project/datasets', (c) =>
    c.json(answerDatasets(c.get('identity'), c.req.query('datasetProfile'))),
  )
  app.get('/datasets', (c) => c.json(answerDatasets(c.get('identity'), c.req.query('datasetProfile'))))
  app.get('/projects/:project/datasets/:dataset/acl', (c) =>
    c.json(documentGrants[requireIdentity(c.get('identity')).role]),
  )
  app.get('/projects/:project/datasets/:dataset/settings/indexing', (c) => {
    requireIdentity(c.get('identity'))
    return c.json({ mode: 'full', maxFieldDepth: null })
  })
  app.put('/projects/:project/datasets/:dataset', async (c) =>
    c.json(createDataset(c.get('identity'), c.req.param('dataset'), await bodyOf(c.req.raw))),
  )
  app.put('/datasets/:dataset', async (c) =>
    c.json(createDataset(c.get('identity'), c.req.param('dataset'), await bodyOf(c.req.raw))),
  )

  function requireProject(asked: string): void {
    if (asked === projectId) return
    throw new HttpError(404, 'Not Found', `There is no project "${asked}" in this lake.`, {
      errorCode: 'SIO-404-PNF',
    })
  }

  function describeProject(identity: KnownIdentity) {
    return {
      id: projectId,
      displayName: 'Meridian',
      studioHost: null,
      organizationId: null,
      isBlocked: false,
      isDisabled: false,
      isDisabledByUser: false,
      metadata: {},
      features: [],
      maxRetentionDays: 36500,
      createdAt: listDatasets(database)[0]?.createdAt ?? null,
      members: [...listUsers(database), ...listTokens(database)].map((member) => ({
        id: member.id,
        createdAt: member.createdAt,
        isCurrentUser: member.id === identity.id,
        isRobot: 'tokenHash' in member,
        role: member.role,
        roles: [describeRole(member.role)],
      })),
    }
  }

  /** The Studio looks for the add-on dataset of its comments by profile; the lake has none. */
  function answerDatasets(identity: Identity, profile: string | undefined) {
    requireIdentity(identity)
    return profile === undefined ? listDatasets(database).map(describeDataset) : []
  }

  function createDataset(identity: Identity, name: string, body: unknown) {
    requireAdministrator(identity, 'create a dataset')
    if (!datasetName.safeParse(name).success) {
      throw new HttpError(
        400,
        'Bad Request',
        'A dataset is named with small letters, digits, hyphens and underscores.',
      )
    }
    if (readDataset(database, name)) throw new HttpError(409, 'Conflict', `Dataset "${name}" already exists.`)
    const wanted = newDataset.safeParse(body ?? {})
    if (!wanted.success) throw new HttpError(400, 'Bad Request', 'aclMode is "public" or "private".')
    const made = ensureDataset(database, name, wanted.data.aclMode, new Date(context.now()).toISOString())
    return { ...describeDataset(made), datasetName: name }
  }
}

function describeDataset({ name, aclMode, createdAt }: Dataset) {
  return {
    name,
    aclMode,
    createdAt,
    createdByUserId: null,
    datasetProfile: 'content',
    features: [],
    tags: [],
  }
}

function roleNames(): Role[] {
  return z
    .array(z.enum(['administrator', 'editor', 'developer', 'contributor', 'viewer']))
    .parse(Object.keys(roles))
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return undefined
  }
}
