import type { Mutation } from '@sanity/client'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const id = (name: string) => target().id(name)
const topic = () => target().type('topic')
const make = (name: string, fields: object = {}) => ({ _id: id(name), _type: topic(), ...fields })
const read = (name: string) => target().client().getDocument(id(name))

/** Mutations as they go over the wire, and what comes back. */
async function mutate(mutations: Mutation[] | object[], more = '', body: object = {}) {
  const { ask, dataset } = target()
  const response = await ask(`/data/mutate/${dataset}${more}`, {
    method: 'POST',
    body: JSON.stringify({ mutations, ...body }),
  })
  return { status: response.status, body: await response.json() }
}

/** What is wrong with one mutation: status, type of error and place in the request. */
const failing = (statusCode: number, type: string, more: object = {}, index = 0) => ({
  statusCode,
  details: {
    type: 'mutationError',
    description: expect.any(String),
    items: [{ error: { type, description: expect.any(String), ...more }, index }],
  },
})

describe('create', () => {
  it('answers with the document, its revision and its times', async () => {
    const made = await target()
      .client()
      .create(make('made', { title: 'Made' }))
    expect(made).toMatchObject({ ...make('made'), title: 'Made', _rev: expect.any(String) })
    expect(made._createdAt).toBe(made._updatedAt)
    expect(await read('made')).toEqual(made)
  })

  it('makes an id where none is given, and behind a dot', async () => {
    const { client } = target()
    const made = await client().create({ _type: topic() })
    expect(made._id).toMatch(/^[\w-]{10,}$/)
    const draft = await client().create({ _type: topic(), _id: 'drafts.' })
    expect(draft._id).toMatch(/^drafts\.[\w-]{10,}$/)
  })

  it('fails where the document is', async () => {
    await target().client().create(make('twice'))
    await expect(target().client().create(make('twice'))).rejects.toMatchObject(
      failing(409, 'documentAlreadyExistsError', { id: id('twice') }),
    )
  })

  it('keeps the time of creation that is given, and says itself when it was changed', async () => {
    const early = '2020-01-01T00:00:00Z'
    await target()
      .client()
      .create(make('timed', { _createdAt: early, _updatedAt: early }))
    const stored = await read('timed')
    expect(new Date(stored?._createdAt ?? 0)).toEqual(new Date(early))
    expect(Date.parse(stored?._updatedAt ?? '')).toBeGreaterThan(Date.parse(early))
  })

  it.each([
    ['without a type', { title: 'x' }],
    ['whose id has a blank', { _id: 'a b', _type: 'topic' }],
    ['whose id begins with a hyphen', { _id: '-a', _type: 'topic' }],
    ['whose id has 129 letters', { _id: 'x'.repeat(129), _type: 'topic' }],
  ])('refuses a document %s', async (_what, document) => {
    const { status, body } = await mutate([{ create: document }])
    expect(status).toBe(400)
    expect(body.error.description ?? body.message).toEqual(expect.any(String))
  })
})

describe('createIfNotExists', () => {
  it('creates, and leaves alone what is there', async () => {
    const { client } = target()
    await client().createIfNotExists(make('kept', { title: 'First' }))
    const first = await read('kept')
    await client().createIfNotExists(make('kept', { title: 'Second' }))
    expect(await read('kept')).toEqual(first)
  })
})

describe('createOrReplace', () => {
  it('replaces all that was there', async () => {
    const { client } = target()
    const first = await client().create(make('replaced', { title: 'First', extra: 1 }))
    const second = await client().createOrReplace(make('replaced', { title: 'Second' }))
    expect(second).toMatchObject({ ...make('replaced'), title: 'Second' })
    expect(second).not.toHaveProperty('extra')
    expect(second._rev).not.toBe(first._rev)
  })
})

describe('delete', () => {
  it('takes a document away, and does not mind when it is not there', async () => {
    const { client } = target()
    await client().create(make('gone'))
    const { results } = await client().delete(id('gone'))
    expect(results).toMatchObject([{ id: id('gone'), operation: 'delete' }])
    expect(await read('gone')).toBeUndefined()
    await client().delete(id('gone'))
  })

  it('by query takes all that match', async () => {
    const type = target().type('shortlived')
    const { client } = target()
    await client()
      .transaction()
      .create({ _id: id('s1'), _type: type })
      .create({ _id: id('s2'), _type: type })
      .commit()
    await client().delete({ query: '*[_type == $type]', params: { type } })
    expect(await client().fetch('count(*[_type == $type])', { type })).toBe(0)
  })
})

describe('a transaction', () => {
  it('gives all its documents its id as revision', async () => {
    const transactionId = id('transaction')
    const made = await target()
      .client()
      .transaction()
      .create(make('t1'))
      .create(make('t2'))
      .transactionId(transactionId)
      .commit({ returnDocuments: true })
    expect(made.map(({ _rev }) => _rev)).toEqual([transactionId, transactionId])
  })

  it('is done in order, each step on what the last one left', async () => {
    await target()
      .client()
      .transaction()
      .create(make('steps', { count: 1 }))
      .patch(id('steps'), (patch) => patch.inc({ count: 1 }))
      .patch(id('steps'), (patch) => patch.set({ title: 'Two' }))
      .commit()
    expect(await read('steps')).toMatchObject({ count: 2, title: 'Two' })
  })

  it('is done whole or not at all', async () => {
    const { client } = target()
    await client().create(make('obstacle'))
    const doomed = client().transaction().create(make('never')).create(make('obstacle')).commit()
    await expect(doomed).rejects.toMatchObject(failing(409, 'documentAlreadyExistsError', {}, 1))
    expect(await read('never')).toBeUndefined()
  })

  it('is done once, also when it is sent twice under the same id', async () => {
    const { client } = target()
    await client().create(make('counted', { count: 0 }))
    const count = () =>
      client()
        .transaction()
        .patch(id('counted'), (patch) => patch.inc({ count: 1 }))
        .transactionId(id('sent-twice'))
        .commit()
    await count()
    await count().catch(() => {})
    expect((await read('counted'))?.count).toBe(1)
  })

  it('may touch a document that it has just made', async () => {
    await target().client().transaction().create(make('brief')).delete(id('brief')).commit()
    expect(await read('brief')).toBeUndefined()
  })
})

describe('the answer to mutations', () => {
  it('tells what was done to which document', async () => {
    await target().client().create(make('r1'))
    const mutations = [
      { create: make('r2') },
      { patch: { id: id('r1'), set: { title: 'x' } } },
      { createIfNotExists: make('r1') },
      { delete: { id: id('r2') } },
    ]
    const { status, body } = await mutate(mutations, '?returnIds=true')
    expect(status).toBe(200)
    expect(body.transactionId).toEqual(expect.stringMatching(/./))
    expect(body.results).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: id('r1'), operation: 'update' })]),
    )
  })

  it('has the documents as they became, when asked to', async () => {
    const { body } = await mutate([{ create: make('whole', { title: 'x' }) }], '?returnDocuments=true')
    expect(body.results[0]).toMatchObject({
      id: id('whole'),
      operation: 'create',
      document: { title: 'x', _rev: body.transactionId },
    })
  })

  it('takes the id of the transaction from the body', async () => {
    const { body } = await mutate([{ create: make('named') }], '', { transactionId: id('by-body') })
    expect(body.transactionId).toBe(id('by-body'))
    expect((await read('named'))?._rev).toBe(id('by-body'))
  })

  it('to none at all is an empty one', async () => {
    const { status, body } = await mutate([])
    expect(status).toBe(200)
    expect(body.results ?? []).toEqual([])
  })
})

describe('what a request may ask for', () => {
  it('a dry run answers as if, and writes nothing', async () => {
    const made = await target()
      .client()
      .create(make('dry', { title: 'x' }), { dryRun: true })
    expect(made).toMatchObject({ _id: id('dry'), title: 'x' })
    expect(await read('dry')).toBeUndefined()
    await expect(target().client().create(make('obstacle'), { dryRun: true })).rejects.toMatchObject({
      statusCode: 409,
    })
  })

  it('a dry run leaves its transaction id unused', async () => {
    const transactionId = id('tried-first')
    const create = { create: make('after-dry') }
    await mutate([create], '?dryRun=true', { transactionId })
    expect((await mutate([create], '', { transactionId })).status).toBe(200)
    expect((await read('after-dry'))?._rev).toBe(transactionId)
  })

  it.each(['sync', 'async', 'deferred'] as const)(
    'visibility %s: stored when it is answered',
    async (visibility) => {
      await target().client().create(make(visibility), { visibility })
      expect(await read(visibility)).toMatchObject({ _id: id(visibility) })
    },
  )

  it('visibility sync: the next query sees it', async () => {
    const { client } = target()
    for (const round of [1, 2, 3, 4, 5]) {
      await client().createOrReplace(make('seen', { round }), { visibility: 'sync' })
      expect(await client().fetch('*[_id == $id][0].round', { id: id('seen') })).toBe(round)
    }
  })

  it('keys for the objects in lists, and only for them', async () => {
    const made = await target()
      .client()
      .create(
        make('keyed', {
          list: [{ text: 'a' }, { _key: 'mine', text: 'b' }, 'c'],
          deep: { list: [{ n: 1 }] },
        }),
        { autoGenerateArrayKeys: true },
      )
    expect(made).toMatchObject({
      list: [{ _key: expect.stringMatching(/./), text: 'a' }, { _key: 'mine', text: 'b' }, 'c'],
      deep: { list: [{ _key: expect.stringMatching(/./), n: 1 }] },
    })
  })
})

describe('references', () => {
  const reference = (name: string, more: object = {}) => ({ _type: 'reference', _ref: id(name), ...more })

  it('to nothing are refused', async () => {
    await expect(
      target()
        .client()
        .create(make('loose', { to: reference('void') })),
    ).rejects.toMatchObject(
      failing(409, 'documentReferenceDoesNotExistError', { id: id('loose'), referenceID: id('void') }),
    )
  })

  it('to nothing are allowed when they are weak', async () => {
    await target()
      .client()
      .create(make('weak', { to: reference('void', { _weak: true }) }))
    expect(await read('weak')).toMatchObject({ to: { _weak: true } })
  })

  it('may come in one transaction with what they point at', async () => {
    await target()
      .client()
      .transaction()
      .create(make('from', { to: reference('to') }))
      .create(make('to'))
      .commit()
    expect(await read('from')).toMatchObject({ to: { _ref: id('to') } })
  })

  it('keep what they point at from being deleted', async () => {
    const { client } = target()
    await client()
      .transaction()
      .create(make('held'))
      .create(make('holder', { to: reference('held') }))
      .commit()
    await expect(client().delete(id('held'))).rejects.toMatchObject(
      failing(409, 'documentHasExistingReferencesError', { id: id('held'), referencingIDs: [id('holder')] }),
    )
    await client().transaction().delete(id('held')).delete(id('holder')).commit()
    expect(await read('held')).toBeUndefined()
  })

  it('of drafts count like all others', async () => {
    const { client } = target()
    await client().create(make('pinned'))
    await client().create({ ...make('x'), _id: `drafts.${id('pinning')}`, to: reference('pinned') })
    await expect(client().delete(id('pinned'))).rejects.toMatchObject({ statusCode: 409 })
  })
})

describe('a request that cannot be done', () => {
  it.each<[string, object]>([
    ['an unknown mutation', { rename: { id: 'x' } }],
    ['two mutations in one', { create: { _type: 'x' }, delete: { id: 'y' } }],
    ['a patch of nothing', { patch: { set: { a: 1 } } }],
    ['a deletion of nothing', { delete: {} }],
    ['a query that breaks off', { delete: { query: '*[_type == ' } }],
  ])('%s is 400', async (_what, mutation) => {
    const { status, body } = await mutate([mutation])
    expect(status).toBe(400)
    expect(body.error.description ?? body.message).toEqual(expect.any(String))
  })

  it('a body that is no JSON is 400', async () => {
    const { ask, dataset } = target()
    expect((await ask(`/data/mutate/${dataset}`, { method: 'POST', body: '{"mutations": [' })).status).toBe(
      400,
    )
  })

  it('more than 4 MB is 413', async () => {
    const { status } = await mutate([{ create: make('huge', { text: 'x'.repeat(4_500_000) }) }])
    expect(status).toBe(413)
  })

  it('a writer without a token is refused', async () => {
    const { ask, dataset } = target()
    const body = JSON.stringify({ mutations: [{ create: make('stolen') }] })
    const response = await ask(`/data/mutate/${dataset}`, { method: 'POST', body, token: null })
    expect([401, 403]).toContain(response.status)
    expect(await read('stolen')).toBeUndefined()
  })

  it('an unknown dataset is 404', async () => {
    const client = target().client({ dataset: 'nobody-made-this-one' })
    await expect(client.create({ _type: topic() })).rejects.toMatchObject({ statusCode: 404 })
  })
})
