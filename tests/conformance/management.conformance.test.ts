import { z } from 'zod'
import { onlyHere, targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const onlyOnOurLake = onlyHere('it changes who may use the project, for everybody')

/** Sanity's management API; addresses and bodies are those of the command line’s own services. */
async function manage(method: string, path: string, body?: object, version = 'v2025-09-22') {
  const init = { method, version, ...(body ? { body: JSON.stringify(body) } : {}) }
  const response = await target().ask(path, init)
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
const project = (path = '') => `/projects/${target().projectId}${path}`

describe('datasets', () => {
  onlyOnOurLake('are made, opened, closed and deleted', async () => {
    const { client, ask, mark } = target()
    const { datasets } = client()
    expect(await datasets.create(mark, { aclMode: 'private' })).toMatchObject({
      datasetName: mark,
      aclMode: 'private',
    })
    await client({ dataset: mark }).create({ _id: 'a', _type: 'topic' })
    const count = async () => (await ask(`/data/query/${mark}?query=count(*)`, { token: null })).json()
    expect((await count()).result ?? 0).toBe(0)
    expect(await datasets.edit(mark, { aclMode: 'public' })).toMatchObject({ aclMode: 'public' })
    expect((await count()).result).toBe(1)
    expect(await datasets.delete(mark)).toMatchObject({ deleted: true })
    expect((await datasets.list()).map(({ name }) => name)).not.toContain(mark)
    await expect(client({ dataset: mark }).fetch('*')).rejects.toMatchObject({ statusCode: 404 })
  })

  onlyOnOurLake('have names of small letters, digits and hyphens, each once', async () => {
    const { client, dataset } = target()
    await expect(client().datasets.create(dataset)).rejects.toMatchObject({ statusCode: 409 })
    expect((await manage('PUT', '/datasets/No%20Name', {})).status).toBe(400)
  })
})

describe('tokens', () => {
  onlyOnOurLake('are made with a role, shown once, and end when they are deleted', async () => {
    const { ask, dataset, projectId, stranger, type } = target()
    const membership = { resourceId: projectId, resourceType: 'project', roleNames: ['editor'] }
    const robots = `/access/project/${projectId}/robots`
    const made = await manage('POST', robots, { label: 'of the tests', memberships: [membership] })
    const { id, token } = z.looseObject({ id: z.string(), token: z.string() }).parse(made.body)
    await stranger({ token }).create({ _type: type('topic') })
    const listed = await manage('GET', robots)
    expect(listed.body).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ id })]),
      nextCursor: null,
    })
    expect(JSON.stringify(listed.body)).not.toContain(token)
    expect((await manage('DELETE', `${robots}/${id}`)).status).toBeLessThan(300)
    expect((await ask(`/data/query/${dataset}?query=1`, { token })).status).toBe(401)
  })

  onlyOnOurLake('of a viewer write nothing', async () => {
    const { projectId, stranger, type } = target()
    const membership = { resourceId: projectId, resourceType: 'project', roleNames: ['viewer'] }
    const made = await manage('POST', `/access/project/${projectId}/robots`, {
      label: 'reads',
      memberships: [membership],
    })
    await expect(stranger({ token: made.body.token }).create({ _type: type('topic') })).rejects.toMatchObject(
      {
        statusCode: 403,
        details: {
          type: 'mutationError',
          items: [{ error: { type: 'insufficientPermissionsError', permission: 'create' } }],
        },
      },
    )
  })

  onlyOnOurLake('are managed under the project as well', async () => {
    const made = await manage('POST', project('/tokens'), { label: 'older way', roleName: 'viewer' })
    expect(made.body).toMatchObject({
      id: expect.any(String),
      key: expect.stringMatching(/^sk/),
      label: 'older way',
    })
    const listed = await manage('GET', project('/tokens'))
    expect(listed.body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: made.body.id, label: 'older way' })]),
    )
    expect((await manage('DELETE', project(`/tokens/${made.body.id}`))).status).toBeLessThan(300)
  })
})

describe('origins of browsers', () => {
  onlyOnOurLake('are let in one by one, and out again', async () => {
    const { dataset, url } = target()
    const origin = 'https://news.example'
    const allowed = async () => {
      const response = await fetch(`${url}/v2025-02-19/data/query/${dataset}?query=1`, {
        headers: { origin },
      })
      return [
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-credentials'),
      ]
    }
    expect((await allowed())[0]).not.toBe(origin)
    const { body } = await manage('POST', project('/cors'), { origin, allowCredentials: true })
    expect(body).toMatchObject({ id: expect.anything(), origin, allowCredentials: true })
    expect(await allowed()).toEqual([origin, 'true'])
    expect((await manage('GET', project('/cors'))).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: body.id, origin })]),
    )
    expect((await manage('DELETE', project(`/cors/${body.id}`))).status).toBeLessThan(300)
    expect((await allowed())[0]).not.toBe(origin)
  })
})

describe('managing', () => {
  onlyOnOurLake('is for administrators', async () => {
    const { ask, projectId } = target()
    const membership = { resourceId: projectId, resourceType: 'project', roleNames: ['editor'] }
    const made = await manage('POST', `/access/project/${projectId}/robots`, {
      label: 'edits',
      memberships: [membership],
    })
    const { token } = made.body
    for (const path of [project('/cors'), project('/tokens'), `/hooks/projects/${projectId}`]) {
      for (const method of ['GET', 'POST']) {
        const init = { method, token, ...(method === 'POST' ? { body: '{}' } : {}) }
        expect([path, method, (await ask(path, init)).status]).toEqual([path, method, 403])
      }
    }
  })
})
