import type { PatchOperations } from '@sanity/client'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const id = (name: string) => target().id(name)
const before = {
  title: 'The quick fox',
  count: 5,
  seo: { title: 'Old', noIndex: true },
  tags: ['a', 'b', 'c', 'd'],
  points: [
    { _key: 'p1', text: 'one', weight: 1 },
    { _key: 'p2', text: 'two', weight: 2 },
    { _key: 'p3', text: 'three', weight: 3 },
  ],
}
const [p1, p2, p3] = before.points

let number = 0
/** A fresh document with the fields above, patched once; what became of it. */
async function patched(operations: PatchOperations): Promise<Record<string, unknown>> {
  number += 1
  const { client, type } = target()
  const _id = id(`patched-${number}`)
  await client().create({ _id, _type: type('topic'), ...before })
  const {
    _id: _1,
    _type: _2,
    _rev: _3,
    _createdAt: _4,
    _updatedAt: _5,
    ...fields
  } = await client().patch(_id, operations).commit()
  return fields
}

describe('a patch', () => {
  it.each<[string, PatchOperations, object]>([
    ['set: a field', { set: { title: 'New' } }, { title: 'New' }],
    ['set: a field that was not there', { set: { kicker: 'New' } }, { kicker: 'New' }],
    ['set: a field of a field', { set: { 'seo.title': 'New' } }, { seo: { title: 'New', noIndex: true } }],
    ['set: an element by number', { set: { 'tags[1]': 'B' } }, { tags: ['a', 'B', 'c', 'd'] }],
    ['set: the last element', { set: { 'tags[-1]': 'D' } }, { tags: ['a', 'b', 'c', 'D'] }],
    ['set: a range', { set: { 'tags[1:3]': 'x' } }, { tags: ['a', 'x', 'x', 'd'] }],
    [
      'set: an element by its key',
      { set: { 'points[_key=="p2"].text': 'TWO' } },
      { points: [p1, { ...p2, text: 'TWO' }, p3] },
    ],
    [
      'set: all elements that match',
      { set: { 'points[weight>1].text': '-' } },
      { points: [p1, { ...p2, text: '-' }, { ...p3, text: '-' }] },
    ],
    [
      'set: a field wherever it is',
      { set: { 'points..weight': 0 } },
      { points: before.points.map((point) => ({ ...point, weight: 0 })) },
    ],
    [
      'setIfMissing: only what is missing',
      { setIfMissing: { title: 'No', kicker: 'Yes' } },
      { kicker: 'Yes' },
    ],
    [
      'setIfMissing then insert: a list that may not be there',
      { setIfMissing: { notes: [] }, insert: { after: 'notes[-1]', items: ['n'] } },
      { notes: ['n'] },
    ],
    ['unset: a field', { unset: ['title'] }, { title: undefined }],
    ['unset: a field of a field', { unset: ['seo.title'] }, { seo: { noIndex: true } }],
    [
      'unset: elements',
      { unset: ['tags[0]', 'points[_key=="p2"]'] },
      { tags: ['b', 'c', 'd'], points: [p1, p3] },
    ],
    ['unset: a range', { unset: ['tags[1:3]'] }, { tags: ['a', 'd'] }],
    ['unset: elements that match', { unset: ['points[weight<3]'] }, { points: [p3] }],
    ['unset: what is not there', { unset: ['nothing.at.all'] }, {}],
    [
      'inc',
      { inc: { count: 2, 'points[0].weight': 1.5 } },
      { count: 7, points: [{ ...p1, weight: 2.5 }, p2, p3] },
    ],
    ['dec', { dec: { count: 2 } }, { count: 3 }],
    [
      'insert before the first',
      { insert: { before: 'tags[0]', items: ['x', 'y'] } },
      { tags: ['x', 'y', 'a', 'b', 'c', 'd'] },
    ],
    [
      'insert after the last',
      { insert: { after: 'tags[-1]', items: ['x'] } },
      { tags: ['a', 'b', 'c', 'd', 'x'] },
    ],
    [
      'insert after a key',
      { insert: { after: 'points[_key=="p1"]', items: [{ _key: 'p0' }] } },
      { points: [p1, { _key: 'p0' }, p2, p3] },
    ],
    [
      'insert replacing',
      { insert: { replace: 'tags[1]', items: ['x', 'y'] } },
      { tags: ['a', 'x', 'y', 'c', 'd'] },
    ],
    [
      'insert replacing a range',
      { insert: { replace: 'tags[-2:]', items: ['x'] } },
      { tags: ['a', 'b', 'x'] },
    ],
    [
      'diffMatchPatch',
      { diffMatchPatch: { title: '@@ -1,13 +1,15 @@\n The \n-quick\n+leaping\n  fox\n' } },
      { title: 'The leaping fox' },
    ],
    [
      'several at once',
      { set: { title: 'T' }, unset: ['seo'], inc: { count: 1 } },
      { title: 'T', seo: undefined, count: 6 },
    ],
  ])('%s', async (_what, operations, changed) => {
    const expected = JSON.parse(JSON.stringify({ ...before, ...changed }))
    expect(await patched(operations)).toEqual(expected)
  })

  it('changes revision and time, and not the time of creation', async () => {
    const { client, type } = target()
    const first = await client().create({ _id: id('clock'), _type: type('topic') })
    const second = await client().patch(id('clock')).set({ title: 'x' }).commit()
    expect(second._rev).not.toBe(first._rev)
    expect(second._createdAt).toBe(first._createdAt)
    expect(Date.parse(second._updatedAt)).toBeGreaterThanOrEqual(Date.parse(first._updatedAt))
  })

  it('by query changes all that match', async () => {
    const { client, type } = target()
    const of = type('many')
    const many = client().transaction()
    for (const name of ['m1', 'm2', 'm3'])
      many.create({ _id: id(name), _type: of, order: name === 'm3' ? 2 : 1 })
    await many.commit()
    await client()
      .patch({ query: '*[_type == $of && order == $order]', params: { of, order: 1 } })
      .set({ seen: true })
      .commit()
    expect(await client().fetch('*[_type == $of && seen] | order(_id) ._id', { of })).toEqual([
      id('m1'),
      id('m2'),
    ])
  })

  it('of several documents by their ids changes each', async () => {
    const { client, type } = target()
    await client()
      .transaction()
      .create({ _id: id('l1'), _type: type('topic') })
      .create({ _id: id('l2'), _type: type('topic') })
      .commit()
    await client()
      .patch([id('l1'), id('l2')])
      .set({ seen: true })
      .commit()
    expect((await client().getDocuments([id('l1'), id('l2')])).map((document) => document?.seen)).toEqual([
      true,
      true,
    ])
  })
})

describe('a patch that cannot be done', () => {
  it('of a document that is not there is refused', async () => {
    await expect(target().client().patch(id('void')).set({ a: 1 }).commit()).rejects.toMatchObject({
      statusCode: expect.any(Number),
      message: expect.stringContaining(`The document with the ID "${id('void')}" was not found`),
      details: {
        type: 'mutationError',
        items: [{ error: { type: 'documentNotFoundError', id: id('void') } }],
      },
    })
  })

  it('of another revision than was expected is refused', async () => {
    const { client, type } = target()
    const { _rev } = await client().create({ _id: id('revised'), _type: type('topic') })
    await client().patch(id('revised')).ifRevisionId(_rev).set({ title: 'Mine' }).commit()
    const late = client().patch(id('revised')).ifRevisionId(_rev).set({ title: 'Theirs' }).commit()
    await expect(late).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        items: [
          {
            error: {
              type: 'documentRevisionIDDoesNotMatchError',
              id: id('revised'),
              expectedRevisionID: _rev,
              currentRevisionID: expect.any(String),
            },
          },
        ],
      },
    })
    expect(await client().getDocument(id('revised'))).toMatchObject({ title: 'Mine' })
  })

  it.each<[string, object]>([
    ['no path', { set: { 'a[': 1 } }],
    ['no list to insert into', { insert: { after: 'tags[0]', items: 'x' } }],
    ['no number to add', { inc: { count: 'x' } }],
    ['its id changed', { set: { _id: 'other' } }],
    ['its type removed', { unset: ['_type'] }],
  ])('is refused with 400 or 409: %s', async (_what, operations) => {
    const { ask, client, dataset, type } = target()
    const _id = id(`kept-${number}`)
    number += 1
    await client().create({ _id, _type: type('topic'), ...before })
    const body = JSON.stringify({ mutations: [{ patch: { id: _id, ...operations } }] })
    const response = await ask(`/data/mutate/${dataset}`, { method: 'POST', body })
    expect([400, 409]).toContain(response.status)
    expect(await client().getDocument(_id)).toMatchObject({ _type: type('topic'), ...before })
  })

  it('loses no update when many come at once', async () => {
    const { client, type } = target()
    await client().create({ _id: id('sum'), _type: type('topic'), count: 0 })
    await Promise.all(Array.from({ length: 20 }, () => client().patch(id('sum')).inc({ count: 1 }).commit()))
    expect(await client().getDocument(id('sum'))).toMatchObject({ count: 20 })
  })
})
