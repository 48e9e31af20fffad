import type { CommittedTransaction } from '../../../lake/context.ts'
import { changesAfter, lastSeq } from '../../../lake/store/changes.ts'
import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const editor = () => lake.client('editor', { perspective: 'raw' })
const read = (id: string) => editor().getDocument(id)

describe('mutations', () => {
  it('are seen by the very next query', async () => {
    for (let round = 0; round < 20; round += 1) {
      await editor().createOrReplace({ _id: 'counter', _type: 'counter', round })
      expect(await editor().fetch('*[_id == "counter"][0].round')).toBe(round)
    }
  })

  it('give all documents of a transaction the revision of its id', async () => {
    const answer = await editor()
      .transaction()
      .create({ _id: 'a', _type: 'topic' })
      .create({ _id: 'drafts.', _type: 'topic' })
      .transactionId('one-transaction')
      .commit({ returnDocuments: true })
    expect(answer.map(({ _rev }) => _rev)).toEqual(['one-transaction', 'one-transaction'])
    expect(answer[1]?._id).toMatch(/^drafts\.\w{10,}$/)
  })

  it('that are sent again under the same id are done once', async () => {
    await editor().create({ _id: 'counted', _type: 'counter', order: 0 })
    const count = () =>
      editor()
        .transaction()
        .patch('counted', (patch) => patch.inc({ order: 1 }))
        .transactionId('sent-twice')
        .commit()
    const first = await count()
    expect(await count()).toEqual(first)
    expect((await read('counted'))?.order).toBe(1)
  })

  it('leave nothing behind when one of them fails', async () => {
    const before = lastSeq(lake.lake.context.database)
    const failed = editor()
      .transaction()
      .create({ _id: 'new', _type: 'topic' })
      .create({ _id: 'a', _type: 'topic' })
      .commit()
    await expect(failed).rejects.toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: 'documentAlreadyExistsError', id: 'a' }, index: 1 }] },
    })
    expect(await read('new')).toBeUndefined()
    expect(lastSeq(lake.lake.context.database)).toBe(before)
  })

  it('are refused at another revision than was expected', async () => {
    await expect(editor().patch('a').ifRevisionId('old').set({ title: 'x' }).commit()).rejects.toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: 'documentRevisionIDDoesNotMatchError' } }] },
    })
  })

  it('do not write on a dry run', async () => {
    await editor().create({ _id: 'dry', _type: 'topic' }, { dryRun: true })
    expect(await read('dry')).toBeUndefined()
  })

  it('by query reach every document that matches', async () => {
    await editor()
      .transaction()
      .create({ _id: 'old-1', _type: 'secret' })
      .create({ _id: 'old-2', _type: 'secret' })
      .commit()
    await editor()
      .patch({ query: '*[_type == $type]', params: { type: 'secret' } })
      .set({ seen: true })
      .commit()
    expect(await editor().fetch('count(*[seen == true])')).toBe(2)
    await editor().delete({ query: '*[_type == "secret" && dateTime(_updatedAt) <= dateTime(now())]' })
    expect(await editor().fetch('count(*[_type == "secret"])')).toBe(0)
  })

  it('give objects in lists a key when asked to', async () => {
    const made = await editor().create(
      { _type: 'article', points: [{ text: 'one' }, { _key: 'kept' }] },
      { autoGenerateArrayKeys: true },
    )
    expect(made.points).toEqual([{ _key: expect.stringMatching(/^.{12}$/), text: 'one' }, { _key: 'kept' }])
  })

  it('keep strong references whole', async () => {
    const ref = { _type: 'reference', _ref: 'category-world' }
    await expect(editor().create({ _id: 'r', _type: 'article', category: ref })).rejects.toThrow(
      'references non-existent document "category-world"',
    )
    await editor()
      .transaction()
      .create({ _id: 'r', _type: 'article', category: ref })
      .create({ _id: 'category-world', _type: 'category' })
      .commit()
    await expect(editor().delete('category-world')).rejects.toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: 'documentHasExistingReferencesError', referencingIDs: ['r'] } }] },
    })
    await editor().patch('r').set({ 'category._weak': true }).commit()
    await editor().delete('category-world')
    expect(await read('category-world')).toBeUndefined()
  })

  it.each(['a b', '-a', 'a..b', '.a', 'ä', 'x'.repeat(129)])('refuse the id "%s"', async (id) => {
    await expect(editor().create({ _id: id, _type: 'topic' })).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('rights to write', () => {
  const write = (role: 'contributor' | 'viewer' | undefined, _id: string) =>
    lake.client(role).createOrReplace({ _id, _type: 'topic' })
  const forbidden = {
    statusCode: 403,
    details: { items: [{ error: { type: 'insufficientPermissionsError' } }] },
  }

  it('let contributors prepare and not publish', async () => {
    await write('contributor', 'drafts.prepared')
    await expect(write('contributor', 'prepared')).rejects.toMatchObject(forbidden)
    const publish = lake.client('contributor').action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.prepared',
      publishedId: 'prepared',
    })
    await expect(publish).rejects.toMatchObject({ statusCode: 403, details: { type: 'actionError' } })
  })

  it('give viewers and strangers none', async () => {
    await expect(write('viewer', 'drafts.x')).rejects.toMatchObject(forbidden)
    await expect(write(undefined, 'drafts.x')).rejects.toMatchObject({ statusCode: 401 })
  })
})

describe('the change log', () => {
  it('holds every change with the document before and after, and the bus tells it', async () => {
    const { database, bus } = lake.lake.context
    const start = lastSeq(database)
    const told: CommittedTransaction[] = []
    bus.on('transaction', (transaction) => told.push(transaction))
    await editor().create({ _id: 'logged', _type: 'topic', title: 'One' })
    await editor().patch('logged').set({ title: 'Two' }).commit()
    await editor().delete('logged')
    const changes = changesAfter(database, start, 10)
    expect(changes.map(({ transition, before, after }) => [transition, before?.title, after?.title])).toEqual(
      [
        ['appear', undefined, 'One'],
        ['update', 'One', 'Two'],
        ['disappear', 'Two', undefined],
      ],
    )
    expect(told.flatMap((transaction) => transaction.changes)).toEqual(changes)
    expect(changes[1]?.previousRev).toBe(changes[0]?.resultRev)
  })
})

describe('a transaction that is sent twice', () => {
  const post = async (body: object, more = '') => {
    const answer = await fetch(`${lake.url}/v2025-02-19/data/mutate/production?returnDocuments=true${more}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: await answer.json() }
  }

  it('is answered as it was the first time, whatever has happened since', async () => {
    await editor().create({ _id: 'resent-old', _type: 'topic' })
    const request = {
      transactionId: 'resent',
      mutations: [
        { create: { _type: 'topic', title: 'no id of its own' } },
        { create: { _id: 'resent-a', _type: 'topic', count: 1 } },
        { patch: { id: 'resent-a', inc: { count: 1 } } },
        { createIfNotExists: { _id: 'resent-old', _type: 'topic' } },
        { delete: { id: 'resent-old' } },
      ],
    }
    const first = await post(request)
    expect(first.body.results.map(({ operation }: { operation: string }) => operation)).toEqual([
      'create',
      'create',
      'update',
      'none',
      'delete',
    ])
    await editor().patch('resent-a').set({ count: 100 }).commit()
    expect(await post(request)).toEqual(first)
    expect(await editor().getDocument('resent-a')).toMatchObject({ count: 100 })
  })

  it('takes its id from the address, too', async () => {
    const body = { mutations: [{ create: { _id: 'addressed', _type: 'topic' } }] }
    expect((await post(body, '&transactionId=in-the-address')).body.transactionId).toBe('in-the-address')
    expect((await post(body, '&transactionId=in-the-address')).status).toBe(200)
    expect((await post(body, '&transactionId=not/one')).status).toBe(400)
  })
})

describe('several mutations of one request', () => {
  const ids = (type: string) => editor().fetch<string[]>('*[_type == $type] | order(_id)._id', { type })

  it('see what the ones before them made, also when they choose by query', async () => {
    await editor().mutate([
      { create: { _id: 'seq-a', _type: 'sequence', flag: false } },
      { create: { _id: 'seq-b', _type: 'sequence', flag: false } },
    ])
    await editor().mutate([
      { create: { _id: 'seq-c', _type: 'sequence', flag: true } },
      { patch: { id: 'seq-a', set: { flag: true } } },
      { patch: { query: '*[_type == "sequence" && flag == true]', set: { seen: true } } },
      { delete: { id: 'seq-b' } },
      { patch: { query: '*[_type == "sequence" && !defined(seen)]', set: { late: true } } },
      { patch: { query: '*[_type == "sequence" && seen == true]', inc: { count: 1 }, set: { count: 1 } } },
      { delete: { query: '*[_id == "seq-c" && count == 2]' } },
    ])
    expect(await ids('sequence')).toEqual(['seq-a'])
    expect(await editor().getDocument('seq-a')).toMatchObject({ seen: true, count: 2 })
    expect(await editor().getDocument('seq-a')).not.toHaveProperty('late')
  })

  it('find a document that has no id yet', async () => {
    await editor().mutate([
      { create: { _type: 'unnamed' } },
      { patch: { query: '*[_type == "unnamed"]', set: { found: true } } },
    ])
    expect(await editor().fetch('*[_type == "unnamed"].found')).toEqual([true])
  })

  it('by query can be bound to a revision', async () => {
    const { _rev } = await editor().create({ _id: 'bound', _type: 'bound' })
    const change = (ifRevisionID: string, title: string) =>
      editor().mutate([{ patch: { query: '*[_type == "bound"]', ifRevisionID, set: { title } } }])
    await change(_rev, 'first')
    await expect(change(_rev, 'second')).rejects.toMatchObject({ statusCode: 409 })
    expect(await editor().getDocument('bound')).toMatchObject({ title: 'first' })
  })

  it('tell the place in the request of the one that failed', async () => {
    await editor().create({ _id: 'placed', _type: 'placed' })
    const failing = editor().mutate([
      { patch: { query: '*[_type in ["placed", "sequence"]]', set: { a: 1 } } },
      { create: { _id: 'placed', _type: 'placed' } },
    ])
    await expect(failing).rejects.toMatchObject({ details: { items: [{ index: 1 }] } })
  })
})

describe('what a document may be', () => {
  const nested = (levels: number): object => (levels === 1 ? { end: 1 } : { in: nested(levels - 1) })

  it('has attributes of at most twenty levels, lists not counted', async () => {
    await editor().create({ _id: 'deep', _type: 'x', ...nested(20) })
    await editor().create({ _id: 'listed', _type: 'x', list: [{ _key: 'a', ...nested(19) }] })
    for (const fields of [nested(21), { list: [{ _key: 'a', ...nested(20) }] }]) {
      await expect(editor().create({ _id: 'deeper', _type: 'x', ...fields })).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('20 levels'),
      })
    }
    await expect(
      editor()
        .patch('deep')
        .set({ more: nested(20) })
        .commit(),
    ).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  it.each([
    ['begins with a hyphen', '-a'],
    ['has a segment that begins with a hyphen', 'a.-b'],
    ['has an empty segment', 'a..b'],
    ['has a slash', 'a/b'],
    ['is too long', 'x'.repeat(129)],
  ])('has no id that %s', async (_what, _id) => {
    await expect(editor().create({ _id, _type: 'x' })).rejects.toThrow()
  })

  it('becomes another type only by being replaced, and only while nobody points at it', async () => {
    await editor().create({ _id: 'typed', _type: 'x' })
    await expect(editor().patch('typed').set({ _type: 'y' }).commit()).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('immutable attribute "_type"'),
    })
    await editor().createOrReplace({ _id: 'typed', _type: 'y' })
    await editor().create({ _id: 'typed-holder', _type: 'x', to: { _type: 'reference', _ref: 'typed' } })
    await expect(editor().createOrReplace({ _id: 'typed', _type: 'z' })).rejects.toMatchObject({
      statusCode: 409,
      details: { items: [{ error: { type: 'documentHasExistingReferencesError' } }] },
    })
  })

  it.each<[string, object]>([
    ['an operation that there is not', { merge: { a: 1 } }],
    ['a path that breaks off', { set: { 'a[': 1 } }],
    ['an empty path', { unset: [''] }],
    ['two places to insert at', { insert: { before: 'a[0]', after: 'a[1]', items: [] } }],
  ])('is not patched with %s', async (_what, operations) => {
    await editor().createIfNotExists({ _id: 'patched', _type: 'x' })
    const mutation = { patch: { id: 'patched', ...operations } }
    const answer = await fetch(`${lake.url}/v2025-02-19/data/mutate/production`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lake.tokens.editor}`, 'content-type': 'application/json' },
      body: JSON.stringify({ mutations: [mutation] }),
    })
    expect(answer.status).toBe(400)
    expect((await answer.json()).error.description).toMatch(
      /^The mutation\(s\) failed: Mutation 0 is malformed/,
    )
  })
})
