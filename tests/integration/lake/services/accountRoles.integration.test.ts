import { jest } from '@jest/globals'
import { evaluate, parse } from 'groq-js'
import { startLake, type TestLake, type TestRole } from '../../../support/lake.ts'
import { seededRandom } from '../../../support/seededRandom.ts'

// The machine may be busy.
jest.setTimeout(60_000)

const rounds = Number(process.env.ROLE_ROUNDS) || 150
const roles: readonly [TestRole, ...TestRole[]] = ['administrator', 'editor', 'contributor', 'viewer']

let lake: TestLake
const random = seededRandom()
beforeAll(async () => {
  console.info(`seed ${random.seed}, ${rounds} rounds`)
  lake = await startLake()
  const client = lake.client('administrator')
  await client.releases.create({ releaseId: 'r1', metadata: { title: 'One', releaseType: 'asap' } })
  for (const _id of ['known', 'drafts.known', 'drafts.only-draft', 'versions.r1.known']) {
    await client.create({ _id, _type: 'article' })
  }
})
afterAll(() => lake.close())

interface Grant {
  filter: string
  permissions: string[]
}
const grants = new Map<TestRole, Grant[]>()

const readGrants = (role: TestRole): Promise<Grant[]> =>
  lake.client(role).request({ url: '/projects/meridian/datasets/production/acl' })

/** What the Studio believes: the role's grants, each filter evaluated by groq-js on the document that would be there. */
async function studioAllows(role: TestRole, permission: 'create' | 'update', _id: string): Promise<boolean> {
  const known = grants.get(role) ?? (await readGrants(role))
  grants.set(role, known)
  for (const { filter, permissions } of known) {
    if (!permissions.includes(permission)) continue
    const matched = await evaluate(parse(`*[${filter}]`), { dataset: [{ _id, _type: 'article' }] })
    if ((await matched.get()).length > 0) return true
  }
  return false
}

const published = ['known', 'new', 'only-draft', 'private.known'] as const
type Change = { permission: 'create' | 'update'; id: string; mutation: object }

/** A mutation of a document, and the permission that the Studio asks for before it. */
function randomChange(): Change {
  const name = random.pick(published)
  const id = random.pick([name, `drafts.${name}`, `versions.r1.${name}`])
  const exists = ['known', 'drafts.known', 'drafts.only-draft', 'versions.r1.known'].includes(id)
  const document = { _id: id, _type: 'article' }
  const changes: [object, ...object[]] = exists
    ? [{ patch: { id, set: { headline: 'New' } } }, { createOrReplace: document }, { delete: { id } }]
    : [{ create: document }, { createOrReplace: document }, { createIfNotExists: document }]
  return { permission: exists ? 'update' : 'create', id, mutation: random.pick(changes) }
}

/** Whether the lake would do it: a dry run decides all and changes nothing. */
async function lakeAllows(role: TestRole, path: string, body: object): Promise<boolean> {
  const response = await fetch(`${lake.url}/v2025-02-19/data/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lake.tokens[role]}` },
    body: JSON.stringify(body),
  })
  if (![200, 403].includes(response.status)) {
    throw new Error(`${JSON.stringify(body)}: ${response.status} ${await response.text()}`)
  }
  return response.status === 200
}

interface ActionCase {
  action: object
  /** Every document that the action would write, with the permission that it takes. */
  writes: [permission: 'create' | 'update', id: string][]
}

const actions: readonly [ActionCase, ...ActionCase[]] = [
  {
    action: { actionType: 'sanity.action.document.publish', draftId: 'drafts.known', publishedId: 'known' },
    writes: [['update', 'known']],
  },
  {
    action: {
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.only-draft',
      publishedId: 'only-draft',
    },
    writes: [['create', 'only-draft']],
  },
  {
    action: { actionType: 'sanity.action.document.unpublish', draftId: 'drafts.known', publishedId: 'known' },
    writes: [['update', 'known']],
  },
  {
    action: {
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.known',
      publishedId: 'known',
      patch: { set: { headline: 'New' } },
    },
    writes: [['update', 'drafts.known']],
  },
  {
    action: {
      actionType: 'sanity.action.document.create',
      publishedId: 'new',
      attributes: { _id: 'drafts.new', _type: 'article' },
      ifExists: 'fail',
    },
    writes: [['create', 'drafts.new']],
  },
  {
    action: { actionType: 'sanity.action.document.version.discard', versionId: 'drafts.known' },
    writes: [['update', 'drafts.known']],
  },
  {
    action: { actionType: 'sanity.action.document.version.discard', versionId: 'versions.r1.known' },
    writes: [['update', 'versions.r1.known']],
  },
  {
    action: {
      actionType: 'sanity.action.document.delete',
      publishedId: 'known',
      includeDrafts: ['drafts.known'],
    },
    writes: [
      ['update', 'known'],
      ['update', 'drafts.known'],
    ],
  },
  {
    action: {
      actionType: 'sanity.action.release.create',
      releaseId: 'r2',
      metadata: { title: 'Two', releaseType: 'asap' },
    },
    writes: [['create', '_.releases.r2']],
  },
]

describe('what the Studio believes that a role may do', () => {
  it('is what the lake lets it do, whatever the document and the mutation', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const role = random.pick(roles)
      const { permission, id, mutation } = randomChange()
      const believed = await studioAllows(role, permission, id)
      const allowed = await lakeAllows(role, 'mutate/production?dryRun=true', { mutations: [mutation] })
      expect({ role, mutation, allowed }).toEqual({ role, mutation, allowed: believed })
    }
  })

  it.each(roles)('is what the lake lets a %s do by actions', async (role) => {
    for (const { action, writes } of actions) {
      const believed = await Promise.all(writes.map(([permission, id]) => studioAllows(role, permission, id)))
      const allowed = await lakeAllows(role, 'actions/production', { actions: [action], dryRun: true })
      expect({ action, allowed }).toEqual({ action, allowed: believed.every(Boolean) })
    }
  })
})

describe('what a role may manage', () => {
  it.each(roles)('%s: the grants say what the routes do', async (role) => {
    const held = await lake.client(role).request({ url: '/projects/meridian/grants' })
    const asked: [resource: string, uri: string][] = [
      ['sanity.project.tokens', '/projects/meridian/tokens'],
      ['sanity.project.cors', '/projects/meridian/cors'],
      ['sanity.project.webhooks', '/hooks/projects/meridian'],
      ['sanity.project.datasets', '/projects/meridian/datasets'],
      ['sanity.project.roles', '/projects/meridian/roles'],
      ['sanity.project', '/projects/meridian'],
    ]
    for (const [resource, uri] of asked) {
      const mayRead =
        held[resource]?.[0].grants.some(({ name }: { name: string }) => name === 'read') ?? false
      const { status } = await fetch(`${lake.url}/v1${uri}`, {
        headers: { authorization: `Bearer ${lake.tokens[role]}` },
      })
      expect({ uri, status }).toEqual({ uri, status: mayRead ? 200 : 403 })
    }
  })
})
