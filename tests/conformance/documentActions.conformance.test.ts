import type { Action, PatchOperations } from '@sanity/client'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const client = () => target().client()
const id = (name: string) => target().id(name)
const pair = (name: string) => ({ publishedId: id(name), draftId: `drafts.${id(name)}` })
const draft = (name: string) => client().getDocument(pair(name).draftId)
const published = (name: string) => client().getDocument(id(name))

const create = (name: string, fields: object = {}, ifExists: 'fail' | 'ignore' = 'fail'): Action => ({
  actionType: 'sanity.action.document.create',
  publishedId: id(name),
  attributes: { _id: `drafts.${id(name)}`, _type: target().type('article'), ...fields },
  ifExists,
})
const edit = (name: string, patch: PatchOperations): Action => ({
  actionType: 'sanity.action.document.edit',
  ...pair(name),
  patch,
})
const publish = (name: string, revisions: object = {}): Action => ({
  actionType: 'sanity.action.document.publish',
  ...pair(name),
  ...revisions,
})
const unpublish = (name: string): Action => ({
  actionType: 'sanity.action.document.unpublish',
  ...pair(name),
})

/** An article that is published with these fields, and has no draft. */
async function havePublished(name: string, fields: object = {}): Promise<void> {
  await client().create({ _id: id(name), _type: target().type('article'), ...fields })
}

const actionError = (statusCode: number, error: object = {}, index = 0) => ({
  statusCode,
  details: {
    type: 'actionError',
    description: expect.any(String),
    items: [{ error: { type: expect.any(String), description: expect.any(String), ...error }, index }],
  },
})

describe('document.create', () => {
  it('makes a draft, and answers with the transaction', async () => {
    const { transactionId } = await client().action(create('c1', { headline: 'x' }))
    expect(await draft('c1')).toMatchObject({ headline: 'x', _rev: transactionId })
    expect(await published('c1')).toBeUndefined()
  })

  it('fails where the draft is, or leaves it alone when asked to', async () => {
    await client().action(create('c2', { headline: 'First' }))
    await expect(client().action(create('c2', { headline: 'Second' }))).rejects.toMatchObject(
      actionError(409, { type: 'documentAlreadyExistsError' }),
    )
    await client().action(create('c2', { headline: 'Second' }, 'ignore'))
    expect(await draft('c2')).toMatchObject({ headline: 'First' })
  })
})

describe('document.edit', () => {
  it('makes the draft from what is published with the first edit', async () => {
    await havePublished('e1', { headline: 'One', order: 1 })
    await client().action(edit('e1', { set: { headline: 'Two' } }))
    expect(await draft('e1')).toMatchObject({ headline: 'Two', order: 1 })
    expect(await published('e1')).toMatchObject({ headline: 'One' })
  })

  it('changes the draft that is there', async () => {
    await client().action(create('e2', { headline: 'One' }))
    await client().action(edit('e2', { set: { order: 2 } }))
    expect(await draft('e2')).toMatchObject({ headline: 'One', order: 2 })
  })

  it('is a transaction of its own also when nothing changes, as the Studio’s first one', async () => {
    await havePublished('e3', { headline: 'One' })
    const transactionId = id('guard')
    await client().action(edit('e3', { unset: ['_empty_action_guard_pseudo_field_'] }), { transactionId })
    expect(await draft('e3')).toMatchObject({ headline: 'One', _rev: transactionId })
  })

  it('fails where there is nothing to edit', async () => {
    await expect(client().action(edit('e4', { set: { a: 1 } }))).rejects.toMatchObject(
      actionError(404, { type: 'documentNotFoundError' }),
    )
  })

  it('fails when draft and document do not belong together', async () => {
    await havePublished('e5')
    const mixed: Action = {
      actionType: 'sanity.action.document.edit',
      publishedId: id('e5'),
      draftId: `drafts.${id('other')}`,
      patch: { set: { a: 1 } },
    }
    await expect(client().action(mixed)).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('document.publish', () => {
  it('puts the draft in the place of the document, which keeps its time of creation', async () => {
    await client().action([create('p1', { headline: 'One' }), publish('p1')])
    const first = await published('p1')
    expect(first).toMatchObject({ headline: 'One' })
    expect(await draft('p1')).toBeUndefined()
    await client().action(edit('p1', { set: { headline: 'Two' } }))
    const { transactionId } = await client().action(publish('p1'))
    expect(await published('p1')).toMatchObject({
      headline: 'Two',
      _createdAt: first?._createdAt,
      _rev: transactionId,
    })
  })

  it('makes strong what was only weak until it is published', async () => {
    await havePublished('country')
    const weak = { _type: 'reference', _ref: id('country'), _weak: true }
    const country = { ...weak, _strengthenOnPublish: { type: target().type('article') } }
    const both = { country, always: weak }
    await client().action([create('p2', both), publish('p2')])
    expect(await published('p2')).toMatchObject({
      country: { _type: 'reference', _ref: id('country') },
      always: weak,
    })
    expect((await published('p2'))?.country).not.toHaveProperty('_weak')
    expect((await published('p2'))?.country).not.toHaveProperty('_strengthenOnPublish')
  })

  it('fails without a draft', async () => {
    await havePublished('p3')
    await expect(client().action(publish('p3'))).rejects.toMatchObject(
      actionError(404, { type: 'documentNotFoundError' }),
    )
  })

  it.each(['ifDraftRevisionId', 'ifPublishedRevisionId'])(
    'fails at another revision than %s says',
    async (name) => {
      const of = `p-${name.toLowerCase()}`
      await havePublished(of, { order: 1 })
      await client().action(edit(of, { set: { order: 2 } }))
      await expect(client().action(publish(of, { [name]: 'an-older-one' }))).rejects.toMatchObject(
        actionError(409, { type: 'documentRevisionIDDoesNotMatchError' }),
      )
      expect(await published(of)).toMatchObject({ order: 1 })
      const right = {
        ifDraftRevisionId: (await draft(of))?._rev,
        ifPublishedRevisionId: (await published(of))?._rev,
      }
      await client().action(publish(of, right))
      expect(await published(of)).toMatchObject({ order: 2 })
    },
  )
})

describe('document.unpublish', () => {
  it('leaves a draft of what was published', async () => {
    await havePublished('u1', { headline: 'One' })
    await client().action(unpublish('u1'))
    expect(await published('u1')).toBeUndefined()
    expect(await draft('u1')).toMatchObject({ headline: 'One' })
  })

  it('keeps the draft that there is', async () => {
    await havePublished('u2', { headline: 'One' })
    await client().action([edit('u2', { set: { headline: 'Two' } }), unpublish('u2')])
    expect(await draft('u2')).toMatchObject({ headline: 'Two' })
  })

  it('fails for what is not published', async () => {
    await client().action(create('u3'))
    await expect(client().action(unpublish('u3'))).rejects.toMatchObject({ statusCode: expect.any(Number) })
    expect(await draft('u3')).toMatchObject({ _id: pair('u3').draftId })
  })

  it('fails while something strongly points at the document', async () => {
    await havePublished('u4')
    await havePublished('u4-holder', { to: { _type: 'reference', _ref: id('u4') } })
    await expect(client().action(unpublish('u4'))).rejects.toMatchObject(
      actionError(409, { type: 'documentHasExistingReferencesError' }),
    )
  })
})

describe('document.discard and document.version.discard', () => {
  it.each<[string, (name: string) => Action]>([
    ['discard', (name) => ({ actionType: 'sanity.action.document.discard', ...pair(name) })],
    [
      'version.discard',
      (name) => ({ actionType: 'sanity.action.document.version.discard', versionId: pair(name).draftId }),
    ],
  ])('%s takes the draft away and leaves what is published', async (kind, discard) => {
    const name = `d-${kind.replace('.', '-')}`
    await havePublished(name, { headline: 'One' })
    await client().action(edit(name, { set: { headline: 'Two' } }))
    await client().action(discard(name))
    expect(await draft(name)).toBeUndefined()
    expect(await published(name)).toMatchObject({ headline: 'One' })
  })
})

describe('document.replaceDraft', () => {
  it('puts other content in the place of the draft', async () => {
    await client().action(create('r1', { headline: 'One', order: 1 }))
    await client().action({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: id('r1'),
      attributes: { _id: pair('r1').draftId, _type: target().type('article'), headline: 'Two' },
    })
    const replaced = await draft('r1')
    expect(replaced).toMatchObject({ headline: 'Two' })
    expect(replaced).not.toHaveProperty('order')
  })
})

describe('document.delete', () => {
  const remove = (name: string, includeDrafts: string[]): Action => ({
    actionType: 'sanity.action.document.delete',
    publishedId: id(name),
    includeDrafts,
  })

  it('takes the document and the drafts that are named', async () => {
    await havePublished('x1')
    await client().action(edit('x1', { set: { order: 1 } }))
    await client().action(remove('x1', [pair('x1').draftId]))
    expect(await published('x1')).toBeUndefined()
    expect(await draft('x1')).toBeUndefined()
  })

  it('fails when a draft is there that was not named', async () => {
    await havePublished('x2')
    await client().action(edit('x2', { set: { order: 1 } }))
    await expect(client().action(remove('x2', []))).rejects.toMatchObject({ statusCode: expect.any(Number) })
    expect(await published('x2')).toMatchObject({ _id: id('x2') })
  })

  it('fails while something strongly points at the document', async () => {
    await havePublished('x3')
    await havePublished('x3-holder', { to: { _type: 'reference', _ref: id('x3') } })
    await expect(client().action(remove('x3', []))).rejects.toMatchObject(
      actionError(409, { type: 'documentHasExistingReferencesError' }),
    )
  })
})

describe('a request of several actions', () => {
  it('is one transaction, done in order', async () => {
    const transactionId = id('several')
    await client().action(
      [create('s1', { headline: 'One' }), edit('s1', { set: { order: 1 } }), publish('s1')],
      {
        transactionId,
      },
    )
    expect(await published('s1')).toMatchObject({ headline: 'One', order: 1, _rev: transactionId })
  })

  it('is done whole or not at all, and says which action failed', async () => {
    await expect(client().action([create('s2'), publish('s3')])).rejects.toMatchObject(
      actionError(404, {}, 1),
    )
    expect(await draft('s2')).toBeUndefined()
  })

  it('writes nothing on a dry run, and fails as it would', async () => {
    await client().action(create('s4'), { dryRun: true })
    expect(await draft('s4')).toBeUndefined()
    await expect(client().action(publish('s4'), { dryRun: true })).rejects.toMatchObject({ statusCode: 404 })
  })

  it('gives the objects in lists keys', async () => {
    await client().action(create('s5', { list: [{ text: 'a' }] }))
    expect(await draft('s5')).toMatchObject({ list: [{ _key: expect.stringMatching(/./), text: 'a' }] })
  })

  it.each<[string, unknown]>([
    ['an action of no kind', { publishedId: 'x' }],
    ['an unknown action', { actionType: 'sanity.action.document.frobnicate' }],
    ['an action without its ids', { actionType: 'sanity.action.document.publish' }],
    [
      'a draft where a document belongs',
      { actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'drafts.a' },
    ],
  ])('is refused with 400: %s', async (_what, action) => {
    const { ask, dataset } = target()
    const body = JSON.stringify({ actions: [action] })
    const response = await ask(`/data/actions/${dataset}`, { method: 'POST', body })
    expect(response.status).toBe(400)
    const { error, message } = await response.json()
    expect(error.description ?? message).toEqual(expect.any(String))
  })

  it('is refused without a token', async () => {
    const { ask, dataset } = target()
    const body = JSON.stringify({ actions: [create('s6')] })
    const response = await ask(`/data/actions/${dataset}`, { method: 'POST', body, token: null })
    expect([401, 403]).toContain(response.status)
    expect(await draft('s6')).toBeUndefined()
  })
})
