import { hashToken } from '../../../../lake/auth/secrets.ts'
import { setAclMode } from '../../../../lake/store/datasets.ts'
import { deleteToken } from '../../../../lake/store/tokens.ts'
import { startLake, type TestLake, type TestRole } from '../../../support/lake.ts'
import { openSocket } from '../../../support/sockets.ts'
import { waitFor } from '../../../support/waitFor.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
  await lake
    .client('editor')
    .transaction()
    .create({ _id: 'article-1', _type: 'article', rank: 1 })
    .create({ _id: 'drafts.article-1', _type: 'article', rank: 2 })
    .create({ _id: 'drafts.article-2', _type: 'article', rank: 2 })
    .commit()
})
afterEach(() => lake.close())

const send = (method: string, path: string, { role, body }: { role?: TestRole; body?: unknown } = {}) =>
  fetch(`${lake.url}/v2021-06-07${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(role && { authorization: `Bearer ${lake.tokens[role]}` }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const stored = async () => {
  const text = await (await send('GET', '/data/export/production', { role: 'viewer' })).text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .toSorted()
}
const asList = (...mutations: object[]) => ({ mutations })
const act = (actionType: string, fields: object) => ({
  actions: [{ actionType: `sanity.action.${actionType}`, ...fields }],
})
const draft = { draftId: 'drafts.article-1', publishedId: 'article-1' }

/** Changes that need the right to change what is published. */
const writesToPublished: [string, string, object][] = [
  ['create', '/data/mutate/production', asList({ create: { _id: 'new', _type: 'article' } })],
  ['create without an id', '/data/mutate/production', asList({ create: { _type: 'article' } })],
  ['replace', '/data/mutate/production', asList({ createOrReplace: { _id: 'article-1', _type: 'article' } })],
  ['delete', '/data/mutate/production', asList({ delete: { id: 'article-1' } })],
  ['delete by query', '/data/mutate/production', asList({ delete: { query: '*' } })],
  ['patch', '/data/mutate/production', asList({ patch: { id: 'article-1', set: { rank: 9 } } })],
  [
    'patch by query',
    '/data/mutate/production',
    asList({ patch: { query: '*[rank == 1]', set: { rank: 9 } } }),
  ],
  [
    'a draft and what is published at once',
    '/data/mutate/production',
    asList({ delete: { id: 'drafts.article-1' } }, { delete: { id: 'article-1' } }),
  ],
  [
    'system documents',
    '/data/mutate/production',
    asList({ create: { _id: '_.releases.r', _type: 'system.release' } }),
  ],
  ['publish', '/data/actions/production', act('document.publish', draft)],
  ['unpublish', '/data/actions/production', act('document.unpublish', draft)],
  [
    'delete all',
    '/data/actions/production',
    act('document.delete', { publishedId: 'article-1', includeDrafts: ['drafts.article-1'] }),
  ],
  [
    'make a release',
    '/data/actions/production',
    act('release.create', { releaseId: 'r', metadata: { title: 'R' } }),
  ],
]
const writesToDrafts: [string, string, object][] = [
  ['create', '/data/mutate/production', asList({ create: { _id: 'drafts.new', _type: 'article' } })],
  ['patch', '/data/mutate/production', asList({ patch: { id: 'drafts.article-2', set: { rank: 9 } } })],
  ['edit', '/data/actions/production', act('document.edit', { ...draft, patch: { set: { rank: 9 } } })],
]

describe('writing', () => {
  it.each(['viewer', 'contributor', 'guest'] as const)(
    'is refused to a %s wherever it would publish',
    async (role) => {
      const before = await stored()
      for (const [what, path, body] of writesToPublished) {
        const response = await send('POST', path, { ...(role !== 'guest' && { role }), body })
        expect(`${what}: ${response.status}`).toBe(`${what}: ${role === 'guest' ? 401 : 403}`)
      }
      expect(await stored()).toEqual(before)
    },
  )

  it('of drafts is for contributors, and not for viewers and guests', async () => {
    const before = await stored()
    for (const [what, path, body] of writesToDrafts) {
      expect(`${what}: ${(await send('POST', path, { role: 'viewer', body })).status}`).toBe(`${what}: 403`)
      expect(`${what}: ${(await send('POST', path, { body })).status}`).toBe(`${what}: 401`)
    }
    expect(await stored()).toEqual(before)
    for (const [what, path, body] of writesToDrafts) {
      expect(`${what}: ${(await send('POST', path, { role: 'contributor', body })).status}`).toBe(
        `${what}: 200`,
      )
    }
  })

  it('is not even tried for those who may not: a dry run says so, too', async () => {
    for (const [what, path, body] of writesToPublished) {
      const response = await send('POST', `${path}?dryRun=true`, { role: 'contributor', body })
      expect(`${what}: ${response.status}`).toBe(`${what}: 403`)
    }
  })
})

describe('running the lake', () => {
  const project = '/projects/meridian'
  const managing: [string, string, object?][] = [
    ['PUT', `${project}/datasets/another`, { aclMode: 'public' }],
    ['PATCH', `${project}/datasets/production`, { aclMode: 'public' }],
    ['DELETE', `${project}/datasets/production`],
    ['PUT', '/datasets/another', {}],
    ['DELETE', '/datasets/production'],
    ['GET', `${project}/tokens`],
    ['POST', `${project}/tokens`, { label: 't', roleName: 'administrator' }],
    ['DELETE', `${project}/tokens/any`],
    [
      'POST',
      '/access/project/meridian/robots',
      { label: 't', memberships: [{ roleNames: ['administrator'] }] },
    ],
    ['DELETE', '/access/project/meridian/robots/any'],
    ['POST', `${project}/cors`, { origin: 'https://evil.example', allowCredentials: true }],
    ['DELETE', `${project}/cors/1`],
    ['POST', '/hooks/projects/meridian', { name: 'h', url: 'https://evil.example', dataset: 'production' }],
    ['PUT', `${project}/acl/anybody`, { roleNames: ['administrator'] }],
    ['DELETE', '/access/project/meridian/users/anybody'],
    ['PUT', '/access/project/meridian/users/anybody/roles/administrator'],
    ['PATCH', project, { displayName: 'Mine' }],
    ['DELETE', '/assets/images/production/image-none'],
  ]

  it.each(['viewer', 'contributor', 'guest'] as const)('is refused to a %s', async (role) => {
    for (const [method, path, body] of managing) {
      const response = await send(method, path, { ...(role !== 'guest' && { role }), body })
      const wanted = role === 'guest' ? 401 : 403
      expect(`${method} ${path}: ${response.status}`).toBe(`${method} ${path}: ${wanted}`)
    }
  })

  it('hands out no secret of a token or a webhook to those who only read', async () => {
    for (const path of [
      project,
      `${project}/acl`,
      '/access/project/meridian/users',
      '/hooks/projects/meridian',
    ]) {
      const text = await (await send('GET', path, { role: 'viewer' })).text()
      for (const token of Object.values(lake.tokens)) {
        expect(text).not.toContain(token)
        expect(text).not.toContain(hashToken(token))
      }
    }
  })
})

describe('a right that ends', () => {
  const revoke = (role: TestRole) => {
    const { database, bus } = lake.lake.context
    const tokenHash = hashToken(lake.tokens[role])
    const row = database.prepare('SELECT id FROM tokens WHERE token_hash = ?').get(tokenHash)
    deleteToken(database, String(row?.id))
    bus.emit('revoked', tokenHash)
  }

  it('ends streams, sockets and every request after it', async () => {
    const streams = await Promise.all(
      ['/data/listen/production?query=*', '/data/live/events/production?includeDrafts=true'].map((path) =>
        send('GET', path, { role: 'viewer' }),
      ),
    )
    const tab = await openSocket(`${lake.url}/lake-streams`)
    const headers = { authorization: `Bearer ${lake.tokens.viewer}` }
    tab.send({ op: 'open', id: 1, url: '/v1/data/listen/production?query=*', headers })
    await tab.hear('welcome')
    const presence = await openSocket(`${lake.url}/v2022-06-30/socket/production`)
    presence.send({ id: 1, method: 'authorization', params: headers })
    await presence.hear('authorized')
    revoke('viewer')
    for (const stream of streams) expect(await stream.text()).toContain('disconnect')
    await tab.hear('"id":1,"end":1')
    expect(await presence.closed()).toBe(4401)
    tab.send({ op: 'open', id: 2, url: '/v1/data/listen/production?query=*', headers })
    expect(JSON.parse(await tab.hear('"id":2,"head"')).head.status).toBe(401)
    expect((await send('GET', '/data/query/production?query=*', { role: 'viewer' })).status).toBe(401)
    tab.close()
  })

  it('breaks an export off that has begun', async () => {
    for (let round = 0; round < 4; round += 1) {
      const transaction = lake.client('editor').transaction()
      for (let place = 0; place < 100; place += 1)
        transaction.create({
          _id: `drafts.bulk-${round}-${place}`,
          _type: 'article',
          text: 'word '.repeat(4_000),
        })
      await transaction.commit()
    }
    const exported = await send('GET', '/data/export/production', { role: 'viewer' })
    const reader = exported.body?.getReader()
    await reader?.read()
    revoke('viewer')
    const readOn = async () => {
      while (!(await reader?.read())?.done);
    }
    await expect(readOn()).rejects.toThrow()
  }, 30_000)

  it('closes a dataset to guests who follow it', async () => {
    const stream = await send('GET', '/data/listen/production?query=*')
    setAclMode(lake.lake.context.database, 'production', 'private')
    lake.lake.context.bus.emit('dataset', 'production')
    await waitFor(async () => expect(await stream.text()).toContain('welcome'))
    const { result } = await (await send('GET', '/data/query/production?query=*')).json()
    expect(result).toEqual([])
  })
})
