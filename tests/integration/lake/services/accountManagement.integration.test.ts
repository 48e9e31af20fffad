import { get, type OutgoingHttpHeaders } from 'node:http'
import { jest } from '@jest/globals'
import { putCorsOrigin } from '../../../../lake/store/corsOrigins.ts'
import { startLake, type TestLake, type TestRole } from '../../../support/lake.ts'
import { waitFor } from '../../../support/waitFor.ts'

// The machine may be busy.
jest.setTimeout(60_000)

let clock = Date.parse('2026-11-22T12:00:00Z')
let lake: TestLake
beforeAll(async () => {
  lake = await startLake({ now: () => clock })
})
afterAll(() => lake.close())

const withToken = (token: string | undefined) => (token ? { authorization: `Bearer ${token}` } : undefined)

async function askWith(token: string | undefined, method: string, path: string, body?: object) {
  const response = await fetch(`${lake.url}/v2025-07-11${path}`, {
    method,
    headers: { ...withToken(token) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}
const ask = (role: TestRole | undefined, method: string, path: string, body?: object) =>
  askWith(role && lake.tokens[role], method, path, body)
const administrator = (method: string, path: string, body?: object) =>
  ask('administrator', method, path, body)

/** Everything that only administrators may, with a body that would do. */
const managing: [method: string, path: string, body?: object][] = [
  ['PUT', '/projects/meridian/datasets/forbidden', { aclMode: 'public' }],
  ['PATCH', '/projects/meridian/datasets/production', { aclMode: 'public' }],
  ['DELETE', '/projects/meridian/datasets/production'],
  ['PATCH', '/projects/meridian', { displayName: 'Mine' }],
  ['GET', '/projects/meridian/tokens'],
  ['POST', '/projects/meridian/tokens', { label: 'x', roleName: 'viewer' }],
  ['DELETE', '/projects/meridian/tokens/nobody'],
  ['GET', '/access/project/meridian/robots'],
  ['POST', '/access/project/meridian/robots', {}],
  ['DELETE', '/access/project/meridian/robots/nobody'],
  ['GET', '/projects/meridian/cors'],
  ['POST', '/projects/meridian/cors', { origin: 'https://a.example', allowCredentials: false }],
  ['DELETE', '/projects/meridian/cors/1'],
  ['GET', '/projects/meridian/acl'],
  ['PUT', '/projects/meridian/acl/nobody', { roleName: 'editor' }],
  ['DELETE', '/access/project/meridian/users/nobody'],
  ['GET', '/hooks/projects/meridian'],
  ['POST', '/hooks/projects/meridian', {}],
  ['GET', '/hooks/projects/meridian/nobody/messages'],
  ['DELETE', '/hooks/projects/meridian/nobody'],
]

describe('what only administrators may', () => {
  it.each(managing.map(([method, path, body]) => ({ method, path, body })))(
    '$method $path',
    async ({ method, path, body }) => {
      expect((await ask(undefined, method, path, body)).status).toBe(401)
      for (const role of ['viewer', 'contributor', 'editor'] as const) {
        const refused = await ask(role, method, path, body)
        expect(refused.status).toBe(403)
        expect(refused.body.message).toMatch(/^Only an administrator may .+\.$/)
      }
    },
  )
})

describe('tokens over HTTP', () => {
  it('are told once and kept as hashes, work at once and end at once', async () => {
    const made = await administrator('POST', '/projects/meridian/tokens', {
      label: 'Build',
      roleName: 'viewer',
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        label: 'Build',
        key: expect.stringMatching(/^sk[\w-]{44}$/),
        roles: [{ name: 'viewer', title: 'Viewer' }],
      },
    })
    const { key, id } = made.body
    expect((await askWith(key, 'GET', '/users/me')).body).toMatchObject({ role: 'viewer', name: 'Build' })

    const listed = await administrator('GET', '/projects/meridian/tokens')
    expect(listed.body).toContainEqual(expect.objectContaining({ id, label: 'Build' }))
    expect(JSON.stringify(listed.body)).not.toMatch(/sk[\w-]{44}|[0-9a-f]{64}/)

    const stream = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
      headers: withToken(key) ?? {},
    })
    const rest = stream.text()
    const ended: string[] = []
    lake.lake.context.bus.once('revoked', (tokenHash) => ended.push(tokenHash))
    expect((await administrator('DELETE', `/projects/meridian/tokens/${id}`)).status).toBe(204)
    expect(ended).toHaveLength(1)
    expect((await askWith(key, 'GET', '/users/me')).status).toBe(401)
    expect(await rest).toContain('event: disconnect')
    expect((await administrator('DELETE', `/projects/meridian/tokens/${id}`)).status).toBe(404)
  })

  it.each([
    ['read', 'viewer'],
    ['write', 'editor'],
    ['contributor', 'contributor'],
    ['developer', 'developer'],
  ])('named %s hold the role %s', async (roleName, role) => {
    const { body } = await administrator('POST', '/projects/meridian/tokens', { label: roleName, roleName })
    expect((await askWith(body.key, 'GET', '/users/me')).body.role).toBe(role)
  })

  it.each([
    [{ label: 'x', roleName: 'deploy-studio' }, 'no role "deploy-studio"'],
    [{ label: '', roleName: 'viewer' }, 'needs a label'],
    [{ label: 'x' }, 'Say which role'],
  ])('are not made from %j', async (body, sentence) => {
    const refused = await administrator('POST', '/projects/meridian/tokens', body)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain(sentence)
  })

  it('expire, are rotated by themselves, and only by themselves', async () => {
    const expiresAt = new Date(clock + 60_000).toISOString()
    const memberships = [{ resourceType: 'project', resourceId: 'meridian', roleNames: ['editor'] }]
    const made = await administrator('POST', '/access/project/meridian/robots', {
      label: 'Night',
      memberships,
      expiresAt,
    })
    expect(made).toMatchObject({ status: 201, body: { label: 'Night', expiresAt } })
    const { token, id } = made.body
    const rotated = await askWith(token, 'POST', '/access/robots/me/rotate')
    expect(rotated.body).toMatchObject({ id, label: 'Night', expiresAt })
    expect((await askWith(token, 'GET', '/users/me')).status).toBe(401)
    expect((await askWith(rotated.body.token, 'GET', '/access/robots/me')).body).toMatchObject({ id })
    expect((await administrator('GET', `/access/project/meridian/robots/${id}`)).body).toMatchObject({
      memberships: [{ resourceId: 'meridian', roleNames: ['editor'] }],
    })
    clock += 60_000
    expect((await askWith(rotated.body.token, 'GET', '/users/me')).status).toBe(401)
    const tooLate = await administrator('POST', '/access/project/meridian/robots', {
      label: 'Late',
      memberships,
      expiresAt,
    })
    expect(tooLate.status).toBe(400)
  })
})

describe('CORS origins over HTTP', () => {
  it('open the lake to pages of an origin and close it again', async () => {
    const origin = 'https://studio.example.org'
    const allowed = async () =>
      (await fetch(`${lake.url}/v1/ping`, { headers: { origin } })).headers.get('access-control-allow-origin')
    const added = await administrator('POST', '/projects/meridian/cors', {
      origin: `${origin}/`,
      allowCredentials: true,
    })
    expect(added).toMatchObject({
      status: 201,
      body: {
        id: expect.any(Number),
        origin,
        allowCredentials: true,
        projectId: 'meridian',
        deletedAt: null,
      },
    })
    expect(await allowed()).toBe(origin)
    expect(
      (await administrator('POST', '/projects/meridian/cors', { origin, allowCredentials: true })).status,
    ).toBe(409)
    expect((await administrator('GET', '/projects/meridian/cors')).body).toMatchObject([{ origin }])
    const { id } = added.body
    expect((await administrator('DELETE', `/projects/meridian/cors/${id}`)).body).toEqual({
      id,
      deleted: true,
    })
    expect(await allowed()).toBeNull()
    expect((await administrator('DELETE', `/projects/meridian/cors/${id}`)).status).toBe(404)
  })

  it('are never given the number of one that was deleted', async () => {
    const { database } = lake.lake.context
    const put = (origin: string) =>
      putCorsOrigin(database, { origin, allowCredentials: false, createdAt: new Date(clock).toISOString() })
    const first = put('https://first.example')
    await administrator('DELETE', `/projects/meridian/cors/${first.id}`)
    expect(put('https://second.example').id).toBeGreaterThan(first.id)
  })

  it.each(['*', 'https://*.example.org', 'null', 'ftp://x', 'https://a.example/path', 'studio'])(
    'are not %s',
    async (origin) => {
      expect((await administrator('POST', '/projects/meridian/cors', { origin })).status).toBe(400)
    },
  )
})

describe('members and roles', () => {
  it('change roles from the next request on', async () => {
    const { body } = await administrator('POST', '/projects/meridian/tokens', {
      label: 'Changing',
      roleName: 'editor',
    })
    const write = () =>
      lake.client(undefined, { token: body.key }).create({ _type: 'article', headline: 'One' })
    await write()
    await administrator('PUT', `/projects/meridian/acl/${body.id}`, { roleName: 'viewer' })
    await expect(write()).rejects.toMatchObject({ statusCode: 403 })
    expect((await administrator('GET', `/projects/meridian/acl/${body.id}`)).body).toMatchObject({
      projectUserId: body.id,
      isRobot: true,
      roles: [{ name: 'viewer' }],
    })
  })

  it('tell what a role may, as the lake itself decides it', async () => {
    const path = '/access/project/meridian/user-permissions/me/check'
    const query =
      '?permissions=sanity.project.webhooks.create&permissions=sanity.project.read&permissions=sanity.x.y'
    expect((await ask('editor', 'GET', path + query)).body.data).toEqual({
      'sanity.project.webhooks.create': false,
      'sanity.project.read': true,
      'sanity.x.y': false,
    })
    const grants = (await administrator('GET', '/users/me/grants')).body
    expect(grants.projects.meridian['sanity.project.webhooks'][0].grants).toContainEqual({
      name: 'create',
      params: {},
    })
    expect((await ask('viewer', 'GET', '/projects/meridian/grants')).body).not.toHaveProperty(
      'sanity.project.webhooks',
    )
  })

  it.each([
    ['/projects/meridian/roles', 5],
    ['/projects/meridian/permissions', 1],
    ['/projects/meridian/permissionResourceSchemas', 1],
  ])('are listed at %s', async (path, atLeast) => {
    const { body } = await ask('viewer', 'GET', path)
    expect(body.length).toBeGreaterThanOrEqual(atLeast)
  })

  it.each([
    '/access/project/meridian/roles',
    '/access/project/meridian/users',
    '/access/project/meridian/permissions',
    '/access/project/meridian/user-permissions/me',
  ])('are listed in pages at %s', async (path) => {
    expect((await ask('viewer', 'GET', path)).body).toMatchObject({
      data: expect.any(Array),
      nextCursor: null,
      totalCount: expect.any(Number),
    })
  })
})

describe('the project', () => {
  it('takes a name and remarks', async () => {
    await administrator('PATCH', '/projects/meridian', { metadata: { color: '#123456' } })
    await administrator('PATCH', '/projects/meridian', { displayName: 'The Herald' })
    expect(await lake.client('viewer').projects.getById('meridian')).toMatchObject({
      displayName: 'The Herald',
      metadata: { color: '#123456' },
    })
  })

  it('is asked about by Sanity’s own client', async () => {
    const client = lake.client('editor')
    expect((await client.projects.list()).map(({ id }) => id)).toEqual(['meridian'])
    expect(await client.users.getById('me')).toMatchObject({ role: 'editor' })
    const { id } = await client.users.getById('me')
    expect(await client.users.getById(id)).toMatchObject({
      displayName: 'editor of the tests',
      createdAt: expect.any(String),
    })
  })

  it.each([
    ['POST', '/projects', 'Making another project'],
    ['DELETE', '/projects/meridian', 'the project'],
    ['POST', '/invitations/project/meridian', 'npm run lake -- user create'],
    ['PUT', '/datasets/production/copy', 'Copying datasets'],
    ['GET', '/projects/meridian/datasets/production/backups', 'npm run lake -- backup'],
    ['POST', '/projects/meridian/roles', 'Roles of your own'],
    ['POST', '/access/project/meridian/requests', 'requests'],
    ['POST', '/access/project/meridian/roles', 'roles'],
    ['GET', '/activity/x', 'activity log'],
  ])('says of %s %s that it is not there', async (method, path, words) => {
    const { status, body } = await administrator(method, path, method === 'GET' ? undefined : {})
    expect(status).toBe(501)
    expect(body.message).toContain(words)
  })
})

describe('which project is asked', () => {
  /** `fetch` sends no host name of one's own choice. */
  const from = (path: string, headers: OutgoingHttpHeaders) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(lake.url)
      get({ hostname, port, path, headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).on('error', reject)
    })

  it.each([
    ['/v1/projects/other/datasets', {}],
    ['/v1/hooks/projects/other', {}],
    ['/v1/access/project/other/robots', {}],
    ['/v1/ping', { 'x-sanity-project-id': 'other' }],
    ['/v1/ping', { host: 'other.localhost:3333' }],
    ['/v1/data/query/production?query=1', { host: 'other.localhost' }],
  ])('%s with %j is another one', async (path, headers) => {
    expect(await from(path, headers)).toBe(404)
  })

  it.each([
    {},
    { host: 'localhost:1' },
    { host: '127.0.0.1:1' },
    { host: '[::1]:1' },
    { host: 'meridian.localhost:1' },
    { host: 'content-lake:3333' },
    { 'x-sanity-project-id': 'meridian' },
  ])('with %j it is this one', async (headers) => {
    expect(await from('/v1/ping', headers)).toBe(200)
  })

  it('is refused in the hosted service’s words', async () => {
    await expect(lake.client('editor', { projectId: 'other' }).fetch('*')).rejects.toMatchObject({
      statusCode: 404,
      response: { body: { errorCode: 'SIO-404-PNF' } },
    })
  })
})

describe('datasets over HTTP', () => {
  const client = () => lake.client('administrator')

  it('are made, opened, closed and listed by Sanity’s own client', async () => {
    expect(await client().datasets.create('staging', { aclMode: 'private' })).toMatchObject({
      datasetName: 'staging',
      aclMode: 'private',
    })
    await lake.client('editor', { dataset: 'staging' }).create({ _id: 'a', _type: 'article' })
    const guest = lake.client(undefined, { dataset: 'staging' })
    const seen = () => guest.fetch('count(*)')
    expect(await seen()).toBe(0)
    await client().datasets.edit('staging', { aclMode: 'public' })
    expect(await seen()).toBe(1)
    expect((await client().datasets.list()).map(({ name }) => name)).toEqual(['production', 'staging'])
    await client().datasets.edit('staging', { aclMode: 'private' })
    expect(await seen()).toBe(0)
    expect(await client().datasets.delete('staging')).toEqual({ deleted: true })
  })

  it('end a guest’s streams when they are closed, so that nothing more is told', async () => {
    await client().datasets.create('closing', { aclMode: 'public' })
    const open = (path: string) => fetch(`${lake.url}/v2025-02-19${path}`).then((response) => response.text())
    const streams = [open('/data/listen/closing?query=*'), open('/data/live/events/closing')]
    // A stream listens from the moment when its head is there, which the texts above wait for.
    await waitFor(async () =>
      expect(lake.lake.context.bus.listenerCount('dataset')).toBeGreaterThanOrEqual(2),
    )
    await client().datasets.edit('closing', { aclMode: 'private' })
    for (const text of await Promise.all(streams)) expect(text).toContain('event: welcome')
    await client().datasets.delete('closing')
  })

  it('are gone at once when they are deleted, with streams, queries and pictures, and their name is free', async () => {
    await client().datasets.create('going', { aclMode: 'public' })
    const editor = lake.client('editor', { dataset: 'going' })
    await editor.create({ _id: 'a', _type: 'article', headline: 'Old' })
    const { url } = await editor.assets.upload('file', Buffer.from('a text'), { filename: 'a.txt' })
    const stream = fetch(`${lake.url}/v2025-02-19/data/listen/going?query=*`).then((response) =>
      response.text(),
    )
    await waitFor(async () =>
      expect(lake.lake.context.bus.listenerCount('dataset')).toBeGreaterThanOrEqual(1),
    )

    await client().datasets.delete('going')
    expect(await stream).toContain('was deleted')
    await expect(editor.fetch('*')).rejects.toMatchObject({ statusCode: 404 })
    await expect(editor.create({ _type: 'article' })).rejects.toMatchObject({ statusCode: 404 })
    expect((await fetch(url)).status).toBe(404)
    await expect(client().datasets.delete('going')).rejects.toMatchObject({ statusCode: 404 })

    await client().datasets.create('going', { aclMode: 'public' })
    expect(await editor.fetch('*')).toEqual([])
    await editor.create({ _id: 'a', _type: 'article', headline: 'New' })
    expect(await editor.fetch('*[].headline')).toEqual(['New'])
    const history = await fetch(`${lake.url}/v2025-02-19/data/history/going/transactions/a`, {
      headers: withToken(lake.tokens.editor) ?? {},
    })
    expect((await history.text()).trim().split('\n')).toHaveLength(1)
    await client().datasets.delete('going')
  })

  it('take their webhooks and waiting messages with them', async () => {
    await client().datasets.create('hooked', { aclMode: 'public' })
    const url = 'http://127.0.0.1:9/nobody'
    const hook = (dataset: string) =>
      administrator('POST', '/hooks/projects/meridian', { name: `of ${dataset}`, url, dataset })
    await hook('hooked')
    const everywhere = (await hook('*')).body.id
    await lake.client('editor', { dataset: 'hooked' }).create({ _id: 'a', _type: 'article' })
    const messages = async () =>
      (await administrator('GET', `/hooks/projects/meridian/${everywhere}/messages`)).body
    await waitFor(async () => expect(await messages()).toHaveLength(1))
    await client().datasets.delete('hooked')
    expect(await messages()).toEqual([])
    expect((await administrator('GET', '/hooks/projects/meridian')).body).toMatchObject([{ name: 'of *' }])
    await administrator('DELETE', `/hooks/projects/meridian/${everywhere}`)
  })

  it.each(['Bad', '-x', 'a b', 'x'.repeat(65)])('are not called %s', async (name) => {
    const path = `/projects/meridian/datasets/${encodeURIComponent(name)}`
    expect((await administrator('PUT', path, { aclMode: 'public' })).status).toBe(400)
  })
})
