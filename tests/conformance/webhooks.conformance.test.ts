import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { isValidSignature } from '@sanity/webhook'
import { z } from 'zod'
import { onlyHere, targetOfFile } from '../support/conformanceTarget.ts'
import { waitFor } from '../support/waitFor.ts'

const target = targetOfFile()
const onlyOnOurLake = onlyHere('its messages have to reach this machine')
const secret = 'a secret of the tests'

interface Message {
  path: string
  method: string
  headers: IncomingHttpHeaders
  body: string
}

const received: Message[] = []
let server: Server
let address: string
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', method: request.method ?? '', headers: request.headers, body })
      response.writeHead(request.url === '/broken' ? 500 : 200).end('heard')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const hookSchema = z.looseObject({ id: z.string() })

/** Makes a webhook that comes to `/<name>` of this test, for documents of `kind`. */
async function hook(name: string, kind: string, fields: object = {}, rule: object = {}) {
  const { ask, dataset, projectId, type } = target()
  const response = await ask(`/hooks/projects/${projectId}`, {
    method: 'POST',
    version: 'v2025-08-04',
    body: JSON.stringify({
      type: 'document',
      name,
      url: `${address}/${name}`,
      dataset,
      apiVersion: 'v2025-02-19',
      httpMethod: 'POST',
      secret,
      rule: { on: ['create', 'update', 'delete'], filter: `_type == "${type(kind)}"`, ...rule },
      ...fields,
    }),
  })
  expect(response.status).toBeLessThan(300)
  return hookSchema.parse(await response.json())
}

const messages = (name: string, count: number) =>
  waitFor(async () => {
    const found = received.filter(({ path }) => path === `/${name}`)
    expect(found.length).toBeGreaterThanOrEqual(count)
    return found
  })
const make = (name: string, kind: string, fields: object = {}) => ({
  _id: target().id(name),
  _type: target().type(kind),
  ...fields,
})

describe('a webhook’s message', () => {
  onlyOnOurLake('is signed as Sanity’s own library verifies', async () => {
    await hook('signed', 'signed')
    await target().client().create(make('signed', 'signed'))
    const [message] = await messages('signed', 1)
    const signature = String(message?.headers['sanity-webhook-signature'])
    expect(await isValidSignature(message?.body ?? '', signature, secret)).toBe(true)
    expect(await isValidSignature(`${message?.body} `, signature, secret)).toBe(false)
  })

  onlyOnOurLake('says of which document, dataset, project and transaction it is', async () => {
    const { id } = await hook('headers', 'headers', { headers: { 'x-desk': 'world' } })
    const { transactionId } = await target()
      .client()
      .transaction()
      .create(make('headers', 'headers'))
      .commit()
    const [message] = await messages('headers', 1)
    expect(message?.method).toBe('POST')
    expect(message?.headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'idempotency-key': expect.stringMatching(/./),
      'sanity-webhook-id': id,
      'sanity-dataset': target().dataset,
      'sanity-project-id': target().projectId,
      'sanity-document-id': target().id('headers'),
      'sanity-transaction-id': transactionId,
      'sanity-transaction-time': expect.stringMatching(/^\d{4}-/),
      'sanity-operation': 'create',
      'x-desk': 'world',
    })
  })

  onlyOnOurLake('carries the document, or what the projection makes of before and after', async () => {
    await hook('plain', 'projected')
    const projection =
      '{"before": before().title, "after": after().title, "changed": delta::changedAny(title), "op": delta::operation()}'
    await hook('projected', 'projected', {}, { projection })
    const { client, id } = target()
    await client().create(make('projected', 'projected', { title: 'One' }))
    await client().patch(id('projected')).set({ title: 'Two' }).commit()
    await client().delete(id('projected'))
    const bodies = async (name: string) => (await messages(name, 3)).map(({ body }) => JSON.parse(body))
    expect(await bodies('projected')).toEqual([
      { before: null, after: 'One', changed: true, op: 'create' },
      { before: 'One', after: 'Two', changed: true, op: 'update' },
      { before: 'Two', after: null, changed: true, op: 'delete' },
    ])
    expect((await bodies('plain')).map(({ _id, title }) => [_id, title])).toEqual([
      [id('projected'), 'One'],
      [id('projected'), 'Two'],
      [id('projected'), 'Two'],
    ])
  })

  onlyOnOurLake('comes only when the filter and the kinds of change say so', async () => {
    const filter = `_type == "${target().type('filtered')}" && delta::changedAny(title) && after().title match "peace*"`
    await hook('filtered', 'filtered', {}, { on: ['update'], filter })
    await hook('everything', 'filtered')
    const { client, id } = target()
    await client().create(make('filtered', 'filtered', { title: 'peace at last' }))
    await client().patch(id('filtered')).set({ other: 1 }).commit()
    await client().patch(id('filtered')).set({ title: 'war' }).commit()
    await client().patch(id('filtered')).set({ title: 'peaceful' }).commit()
    await messages('everything', 4)
    const found = await messages('filtered', 1)
    expect(found.map(({ body }) => JSON.parse(body).title)).toEqual(['peaceful'])
  })

  onlyOnOurLake('is sent for drafts only when they are included', async () => {
    await hook('without', 'drafted')
    await hook('with', 'drafted', { includeDrafts: true })
    const { client, id } = target()
    await client().create({ ...make('x', 'drafted'), _id: `drafts.${id('drafted')}` })
    await client().create(make('drafted', 'drafted'))
    await messages('with', 2)
    const found = await messages('without', 1)
    expect(found.map(({ body }) => JSON.parse(body)._id)).toEqual([id('drafted')])
  })

  onlyOnOurLake('is not sent by one that is switched off', async () => {
    await hook('off', 'off', { isDisabledByUser: true })
    await hook('on', 'off')
    await target().client().create(make('off', 'off'))
    await messages('on', 1)
    expect(received.filter(({ path }) => path === '/off')).toEqual([])
  })
})

describe('webhooks are managed', () => {
  const manage = (path: string, method = 'GET', body?: object) =>
    target().ask(`/hooks/projects/${target().projectId}${path}`, {
      method,
      version: 'v2025-08-04',
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  onlyOnOurLake('listed, changed and deleted', async () => {
    const { id } = await hook('managed', 'managed')
    expect(await (await manage('')).json()).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, name: 'managed', url: `${address}/managed` })]),
    )
    await manage(`/${id}`, 'PATCH', { name: 'renamed' })
    expect(await (await manage(`/${id}`)).json()).toMatchObject({
      id,
      name: 'renamed',
      dataset: target().dataset,
    })
    expect((await manage(`/${id}`, 'DELETE')).status).toBeLessThan(300)
    expect((await manage(`/${id}`)).status).toBe(404)
  })

  onlyOnOurLake('with a log of what was sent and what was answered', async () => {
    const { id } = await hook('broken', 'logged')
    await target().client().create(make('logged', 'logged'))
    await messages('broken', 1)
    await waitFor(async () => {
      expect(await (await manage(`/${id}/messages`)).json()).toMatchObject([{ hookId: id, failureCount: 1 }])
      expect(await (await manage(`/${id}/attempts`)).json()).toMatchObject([
        { isFailure: true, failureReason: 'http', resultCode: 500, resultBody: 'heard' },
      ])
    })
  })

  onlyOnOurLake('and refused in words when they cannot be', async () => {
    const answer = await manage('', 'POST', { name: 'x', url: 'no address', dataset: target().dataset })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/./) })
  })
})
