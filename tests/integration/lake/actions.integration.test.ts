import type { Action } from '@sanity/client'
import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const editor = () => lake.client('editor', { perspective: 'raw' })
const act = (action: Action | Action[], options = {}) => editor().action(action, options)
const read = (id: string) => editor().getDocument(id)
const ids = (id: string) => ({ draftId: `drafts.${id}`, publishedId: id })

const create = (id: string, fields: object = {}): Action => ({
  actionType: 'sanity.action.document.create',
  publishedId: id,
  attributes: { _id: `drafts.${id}`, _type: 'article', ...fields },
  ifExists: 'fail',
})
const publish = (id: string): Action => ({ actionType: 'sanity.action.document.publish', ...ids(id) })
const edit = (id: string, patch: object): Action => ({
  actionType: 'sanity.action.document.edit',
  ...ids(id),
  patch,
})

describe('the life of an article in the Studio', () => {
  it('is drafted, published, edited, taken back and deleted', async () => {
    await act(create('life', { headline: 'One' }))
    const made = (await read('drafts.life'))?._createdAt
    await act(publish('life'))
    expect(await read('drafts.life')).toBeUndefined()
    expect(await read('life')).toMatchObject({ headline: 'One', _createdAt: made })

    await act(edit('life', { set: { headline: 'Two' } }))
    expect((await read('drafts.life'))?.headline).toBe('Two')
    expect((await read('life'))?.headline).toBe('One')
    await act(publish('life'))
    expect(await read('life')).toMatchObject({ headline: 'Two', _createdAt: made })

    await act({ actionType: 'sanity.action.document.unpublish', ...ids('life') })
    expect(await read('life')).toBeUndefined()
    expect((await read('drafts.life'))?.headline).toBe('Two')

    await act({
      actionType: 'sanity.action.document.delete',
      publishedId: 'life',
      includeDrafts: ['drafts.life'],
    })
    expect(await read('drafts.life')).toBeUndefined()
  })

  it('takes the transaction id that the Studio chose as revision, also of an edit that changes nothing', async () => {
    await act([create('guard'), publish('guard')])
    const guard = edit('guard', { unset: ['_empty_action_guard_pseudo_field_'] })
    await act(guard, { transactionId: 'chosen-by-the-studio' })
    expect((await read('drafts.guard'))?._rev).toBe('chosen-by-the-studio')
  })

  it('makes references strong when they are published', async () => {
    await editor().create({ _id: 'country-x', _type: 'country' })
    const weak = {
      _type: 'reference',
      _ref: 'country-x',
      _weak: true,
      _strengthenOnPublish: { type: 'country' },
    }
    await act([create('strong', { countries: [{ _key: 'c', ...weak }] }), publish('strong')])
    expect((await read('strong'))?.countries).toEqual([{ _key: 'c', _type: 'reference', _ref: 'country-x' }])
  })

  it('refuses to publish over what somebody else has published meanwhile', async () => {
    await act([create('race'), publish('race'), edit('race', { set: { order: 1 } })])
    const late: Action = {
      actionType: 'sanity.action.document.publish',
      ...ids('race'),
      ifPublishedRevisionId: 'an-older-one',
    }
    await expect(act(late)).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'actionError',
        items: [{ error: { type: 'documentRevisionIDDoesNotMatchError' }, index: 0 }],
      },
    })
    expect((await read('race'))?.order).toBeUndefined()
  })

  it('does not delete a document whose draft was not named', async () => {
    await act([create('named'), publish('named'), edit('named', { set: { order: 1 } })])
    await expect(
      act({ actionType: 'sanity.action.document.delete', publishedId: 'named', includeDrafts: [] }),
    ).rejects.toMatchObject({ statusCode: 400 })
  })

  it('discards a draft', async () => {
    await act(create('discarded'))
    await act({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.discarded' })
    expect(await read('drafts.discarded')).toBeUndefined()
  })
})

describe('a release', () => {
  const version = (id: string, fields: object): Action => ({
    actionType: 'sanity.action.document.version.create',
    publishedId: id,
    document: { _id: `versions.spring.${id}`, _type: 'article', ...fields },
  })
  const release = (verb: 'publish' | 'archive' | 'unarchive' | 'delete'): Action => ({
    actionType: `sanity.action.release.${verb}`,
    releaseId: 'spring',
  })

  it('is tried without being made, as the Studio tries its rights', async () => {
    const trial: Action = { actionType: 'sanity.action.release.create', releaseId: 'trial' }
    await act(trial, { dryRun: true })
    expect(await read('_.releases.trial')).toBeUndefined()
  })

  it('is archived, comes back, and publishes and unpublishes all at once', async () => {
    await act([create('going'), publish('going')])
    await act({
      actionType: 'sanity.action.release.create',
      releaseId: 'spring',
      metadata: { title: 'Spring' },
    })
    await act([
      version('fresh', { headline: 'In spring' }),
      {
        actionType: 'sanity.action.document.version.unpublish',
        versionId: 'versions.spring.going',
        publishedId: 'going',
      },
    ])
    await act(release('archive'))
    expect(await editor().fetch('count(*[_id in path("versions.**")])')).toBe(0)
    await act(release('unarchive'))
    expect(await editor().fetch('*[_id == "fresh"][0].headline', {}, { perspective: ['spring'] })).toBe(
      'In spring',
    )

    await act(release('publish'))
    expect((await read('fresh'))?.headline).toBe('In spring')
    expect(await read('going')).toBeUndefined()
    expect(await read('_.releases.spring')).toMatchObject({ state: 'published' })
    await expect(act(version('late', {}))).rejects.toThrow('takes no more documents')
  })
})
