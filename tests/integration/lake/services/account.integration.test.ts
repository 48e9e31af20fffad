import { startLake, type TestLake, type TestRole } from '../../../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

async function ask(path: string, role?: TestRole, init: RequestInit = {}) {
  const headers = role ? { authorization: `Bearer ${lake.tokens[role]}` } : undefined
  const response = await fetch(`${lake.url}/v2021-06-07${path}`, {
    ...init,
    headers: { ...headers, ...init.headers },
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}

describe('what the Studio asks at its start', () => {
  it('who is asking: nobody, or somebody with a role', async () => {
    expect(await ask('/users/me')).toEqual({ status: 200, body: {} })
    expect((await ask('/users/me', 'contributor')).body).toMatchObject({
      role: 'contributor',
      roles: [{ name: 'contributor', title: 'Contributor' }],
    })
  })

  it('which people wrote what: one as an object, several in their order, strangers as null', async () => {
    const { id } = (await ask('/users/me', 'editor')).body
    expect((await ask(`/users/${id}`, 'viewer')).body).toMatchObject({
      id,
      displayName: 'editor of the tests',
    })
    expect((await ask(`/users/nobody,${id}`, 'viewer')).body).toMatchObject([null, { id }])
    expect((await ask(`/projects/meridian/users/${id}`, 'viewer')).body).toMatchObject({ id })
    expect((await ask('/users/nobody', 'viewer')).status).toBe(404)
    expect((await ask(`/users/${id}`)).status).toBe(401)
  })

  it('what it remembered for this person, and for nobody else', async () => {
    const body = JSON.stringify([
      { key: 'sort', value: { by: 'date' } },
      { key: 'layout', value: 'card' },
    ])
    const headers = { 'content-type': 'application/json' }
    const kept = await ask('/users/me/keyvalue', 'editor', { method: 'PUT', body, headers })
    expect(kept.body[0]).toEqual({ key: 'sort', value: { by: 'date' } })
    expect((await ask('/users/me/keyvalue/layout,unknown,sort', 'editor')).body).toEqual([
      { key: 'layout', value: 'card' },
      null,
      { key: 'sort', value: { by: 'date' } },
    ])
    expect((await ask('/users/me/keyvalue/sort', 'administrator')).body).toEqual([null])
    expect((await ask('/users/me/keyvalue/sort')).status).toBe(401)
  })

  it('the project with its people, and no other project', async () => {
    const { body } = await ask('/projects/meridian', 'editor')
    expect(body).toMatchObject({ id: 'meridian', organizationId: null })
    expect(body.members.filter((member: { isCurrentUser: boolean }) => member.isCurrentUser)).toHaveLength(1)
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{64}/)
    expect(await ask('/projects/other', 'editor')).toMatchObject({
      status: 404,
      body: { errorCode: 'SIO-404-PNF' },
    })
    expect((await ask('/projects/meridian')).status).toBe(401)
  })

  it('its datasets, but none for comments', async () => {
    expect((await ask('/projects/meridian/datasets', 'viewer')).body).toMatchObject([
      { name: 'production', aclMode: 'public' },
    ])
    const addOn = '/projects/meridian/datasets?datasetProfile=comments&addonFor=production'
    expect((await ask(addOn, 'viewer')).body).toEqual([])
  })

  it('what this role may do', async () => {
    const acl = '/projects/meridian/datasets/production/acl'
    expect((await ask(acl, 'viewer')).body).toEqual([
      { filter: '_id in path("**")', permissions: ['read', 'history'] },
    ])
    expect((await ask(acl, 'administrator')).body[0].permissions).toContain('manage')
    const grants = (await ask('/projects/meridian/grants', 'editor')).body
    expect(grants['sanity.project.releases'][0].grants).toContainEqual({ name: 'update', params: {} })
    expect(JSON.stringify(grants)).not.toContain('deployStudio')
  })

  it.each([
    ['/features', ['contentReleases', 'singleDocRelease', 'privateDataset']],
    ['/intake/telemetry-status', { status: 'denied' }],
    ['/schedules/meridian/production', { schedules: [] }],
    ['/journey/announcements', []],
    ['/journey/trial', {}],
    ['/projects/meridian/user-applications', []],
    ['/help', { resources: { title: '', sectionArray: [] } }],
    ['/aliases', []],
  ])('%s', async (path, answer) => {
    expect(await ask(path, 'editor')).toEqual({ status: 200, body: answer })
  })

  it('how long history is kept', async () => {
    const { body } = await ask('/subscriptions/project/meridian', 'editor')
    expect(body.featureTypes.retention.features[0].attributes.maxRetentionDays).toBeGreaterThan(365)
  })

  it('whether it may measure: it may send, and nothing is kept', async () => {
    expect((await ask('/intake/batch', undefined, { method: 'POST', body: '{}' })).status).toBe(204)
  })
})

describe('what is managed over HTTP', () => {
  it('new datasets, by administrators, under names that can be one', async () => {
    const put = (name: string, role: TestRole, body = '{"aclMode":"private"}') =>
      ask(`/projects/meridian/datasets/${name}`, role, { method: 'PUT', body })
    expect((await put('staging', 'editor')).status).toBe(403)
    expect(await put('staging', 'administrator')).toMatchObject({
      status: 200,
      body: { datasetName: 'staging', aclMode: 'private' },
    })
    expect((await put('staging', 'administrator')).status).toBe(409)
    expect((await put('Bad Name', 'administrator')).status).toBe(400)
    expect((await put('other', 'administrator', '{"aclMode":"open"}')).status).toBe(400)
    expect((await ask('/datasets', 'viewer')).body.map(({ name }: { name: string }) => name)).toEqual([
      'production',
      'staging',
    ])
  })

  it.each([
    '/apis/graphql/production/default',
    '/agent/action/generate/production',
    '/media-libraries/x/query',
    '/comments/production/setup',
    '/datasets/production/copy',
    '/assets/images/production/from-url',
  ])('not %s, and it says so', async (path) => {
    const { status, body } = await ask(path, 'administrator', { method: 'POST', body: '{}' })
    expect(status).toBe(501)
    expect(body).toMatchObject({
      error: 'Not Implemented',
      message: expect.stringMatching(/ is not part of the embedded content lake\.$/),
    })
  })

  it('nothing that nobody has', async () => {
    expect(await ask('/no/such/thing', 'administrator')).toMatchObject({
      status: 404,
      body: { statusCode: 404 },
    })
  })
})
