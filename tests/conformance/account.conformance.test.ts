import { z } from 'zod'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const client = () => target().client({ apiVersion: '2025-09-22' })
const json = async (path: string, init: { version?: string; token?: string | null } = {}) => {
  const response = await target().ask(path, init)
  return { status: response.status, body: await response.json() }
}

describe('who is asking', () => {
  it('is told to whoever has a token', async () => {
    const me = await client().users.getById('me')
    expect(me).toMatchObject({ id: expect.stringMatching(/./), name: expect.any(String) })
  })

  it('is nobody without one', async () => {
    const { ask } = target()
    const response = await ask('/users/me', { token: null, version: 'v2021-06-07' })
    if (response.status === 401) return
    expect(await response.json()).toEqual({})
  })

  it('is refused with a token that nobody knows, so that the Studio logs out', async () => {
    const { status, body } = await json('/users/me', { token: 'sk-nobody-knows-this-one' })
    expect(status).toBe(401)
    expect(body).toMatchObject({
      statusCode: 401,
      error: 'Unauthorized',
      errorCode: expect.stringMatching(/^SIO-401-/),
    })
  })

  it('is who history names as the author', async () => {
    const { id, type } = target()
    const heard = await client().fetch<string>('identity()')
    await client().create({ _id: id('authored'), _type: type('topic') })
    const { ask, dataset } = target()
    const lines = await (await ask(`/data/history/${dataset}/transactions/${id('authored')}`)).text()
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ author: heard })
  })
})

describe('the project', () => {
  it('has a name, members and features', async () => {
    const { projectId } = target()
    expect(await client().projects.getById(projectId)).toMatchObject({
      id: projectId,
      displayName: expect.any(String),
      members: expect.any(Array),
    })
  })

  it('is among those that the caller may see', async () => {
    const projects = await client().projects.list()
    expect(projects.map(({ id }) => id)).toContain(target().projectId)
  })

  it('of another name is not there', async () => {
    const { status } = await json('/projects/nobodys-project')
    expect([401, 403, 404]).toContain(status)
  })
})

describe('datasets', () => {
  it('are listed with who may read them', async () => {
    const datasets = await client().datasets.list()
    expect(datasets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: target().dataset,
          aclMode: expect.stringMatching(/^(public|private|custom)$/),
        }),
      ]),
    )
  })

  it('are listed under the project too', async () => {
    const { body } = await json(`/projects/${target().projectId}/datasets`)
    expect(body.map(({ name }: { name: string }) => name)).toContain(target().dataset)
  })
})

describe('rights', () => {
  const grants = z.array(z.object({ filter: z.string(), permissions: z.array(z.string()) }))

  it('to documents are filters with what may be done, as the Studio evaluates them', async () => {
    const { dataset, projectId } = target()
    const { body } = await json(`/projects/${projectId}/datasets/${dataset}/acl`)
    const permissions = grants.parse(body).flatMap((grant) => grant.permissions)
    expect(permissions).toEqual(expect.arrayContaining(['read', 'create', 'update']))
  })

  it('to the rest are grants by resource', async () => {
    const { status, body } = await json(`/projects/${target().projectId}/grants`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ 'sanity.project.datasets': expect.any(Array) })
  })

  it('come in roles', async () => {
    const { body } = await json(`/projects/${target().projectId}/roles`, { version: 'v2025-09-22' })
    const names = z
      .array(z.looseObject({ name: z.string(), title: z.string() }))
      .parse(body)
      .map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['administrator', 'editor', 'viewer']))
  })
})

describe('browsers', () => {
  it('may ask first whether they may ask', async () => {
    const { body } = await json('/check/cors', { token: null })
    expect(body).toMatchObject({
      result: { allowed: expect.any(Boolean), withCredentials: expect.any(Boolean) },
    })
  })

  it('of an unknown origin are told no with nothing in between', async () => {
    const { dataset, url } = target()
    const response = await fetch(`${url}/v2025-02-19/data/query/${dataset}?query=1`, {
      headers: { origin: 'https://nobody.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).not.toBe('https://nobody.example')
  })
})

describe('what a person keeps', () => {
  it('comes back under its key', async () => {
    const { ask, mark } = target()
    const key = `tests.${mark}`
    const put = await ask('/users/me/keyvalue', {
      method: 'PUT',
      body: JSON.stringify([{ key, value: { layout: 'list' } }]),
    })
    // A robot's token of the hosted service has no drawer of its own.
    if (put.status === 401 || put.status === 403) return
    expect(put.status).toBeLessThan(300)
    const { body } = await json(`/users/me/keyvalue/${key}`)
    expect(body).toMatchObject([{ key, value: { layout: 'list' } }])
  })
})
