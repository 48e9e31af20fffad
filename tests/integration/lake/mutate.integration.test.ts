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
