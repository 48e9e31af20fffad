import type { Action, SanityDocument } from '@sanity/client'
import { z } from 'zod'
import { startLake, type TestLake } from '../../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const editor = () => lake.client('editor', { perspective: 'raw' })
const act = (action: Action | Action[]) => editor().action(action)
const pair = (id: string) => ({ draftId: `drafts.${id}`, publishedId: id })
const edit = (id: string, set: object): Action => ({
  actionType: 'sanity.action.document.edit',
  ...pair(id),
  patch: { set },
})
const publish = (id: string): Action => ({ actionType: 'sanity.action.document.publish', ...pair(id) })
const past = z.object({ documents: z.array(z.looseObject({ _id: z.string(), _type: z.string() })) })

/**
 * What the Studio does to restore a revision (`restore` of its history store): it fetches the document as it
 * was and puts it in the place of the draft or version.
 */
async function restore(
  id: string,
  targetId: string,
  revision: string,
  { fromDeleted = false } = {},
): Promise<void> {
  const url = `/data/history/${lake.dataset}/documents/${targetId}?revision=${revision}`
  const { documents } = past.parse(await editor().request({ url }))
  const [found] = documents
  if (!found) throw new Error(`Unable to find document with ID ${id} at revision ${revision}`)
  if (found._rev !== revision) throw new Error(`The revision is ${found._rev} and not ${revision}`)
  const { _updatedAt, ...document } = found
  const attributes = { ...document, _id: targetId, _type: found._type }
  const replaceDraft: Action = {
    actionType: 'sanity.action.document.replaceDraft',
    publishedId: id,
    attributes,
  }
  if (targetId.startsWith('versions.')) {
    await act({ actionType: 'sanity.action.document.version.replace', document: attributes })
  } else if (fromDeleted) {
    const create: Action = {
      actionType: 'sanity.action.document.create',
      publishedId: id,
      attributes,
      ifExists: 'fail',
    }
    await act([create, replaceDraft])
  } else await act(replaceDraft)
}

const content = ({ _rev, _updatedAt, _createdAt, ...fields }: SanityDocument) => fields

describe('restoring a revision, as the Studio does', () => {
  it('gives a published document a draft of what it once was', async () => {
    await act([
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: { _id: 'drafts.a', _type: 'article', headline: 'One', list: [{ _key: 'k', text: 'x' }] },
        ifExists: 'fail',
      },
    ])
    const first = await editor().getDocument('drafts.a')
    await act(publish('a'))
    await act(edit('a', { headline: 'Two' }))
    await restore('a', 'drafts.a', first?._rev ?? '')
    const restored = await editor().getDocument('drafts.a')
    expect(restored).toMatchObject({ headline: 'One', list: [{ _key: 'k', text: 'x' }] })
    expect(restored?._rev).not.toBe(first?._rev)
    await act(publish('a'))
    expect(await editor().getDocument('a')).toMatchObject({ headline: 'One', _createdAt: first?._createdAt })
  })

  it('brings back a document that was deleted', async () => {
    await editor().create({ _id: 'drafts.c', _type: 'article', headline: 'Gone' })
    const revision = (await editor().getDocument('drafts.c'))?._rev ?? ''
    await act({
      actionType: 'sanity.action.document.delete',
      publishedId: 'c',
      includeDrafts: ['drafts.c'],
    })
    await restore('c', 'drafts.c', revision, { fromDeleted: true })
    expect(await editor().getDocument('drafts.c')).toMatchObject({ headline: 'Gone' })
  })

  it('gives a version in a release its former content', async () => {
    await editor().releases.create({ releaseId: 'rAutumn', metadata: { releaseType: 'asap' } })
    const versionId = 'versions.rAutumn.d'
    await act({
      actionType: 'sanity.action.document.version.create',
      publishedId: 'd',
      document: { _id: versionId, _type: 'article', headline: 'One' },
    })
    const first = await editor().getDocument(versionId)
    await act({
      actionType: 'sanity.action.document.edit',
      publishedId: 'd',
      draftId: versionId,
      patch: { set: { headline: 'Two', more: 1 } },
    })
    await restore('d', versionId, first?._rev ?? '')
    const restored = await editor().getDocument(versionId)
    expect(restored && content(restored)).toEqual(first && content(first))
  })

  it('is recorded: the timeline goes on from what was restored', async () => {
    const url = `/data/history/${lake.dataset}/transactions/drafts.a?effectFormat=mendoza&excludeContent=true`
    const told = await fetch(editor().getUrl(url), {
      headers: { authorization: `Bearer ${lake.tokens.viewer}` },
    })
    const lines = (await told.text()).trim().split('\n')
    // Created, published, edited, restored, published.
    expect(lines).toHaveLength(5)
  })
})

describe('reverting a release, as the Studio does', () => {
  it('finds what was there before it, and brings it back in a release of its own', async () => {
    await editor().create({ _id: 'old', _type: 'article', headline: 'Before' })
    await editor().releases.create({ releaseId: 'rSpring', metadata: { releaseType: 'asap' } })
    const add = (id: string, headline: string): Action => ({
      actionType: 'sanity.action.document.version.create',
      publishedId: id,
      document: { _id: `versions.rSpring.${id}`, _type: 'article', headline },
    })
    await act([add('old', 'After'), add('fresh', 'New')])
    const { transactionId } = await editor().releases.publish({ releaseId: 'rSpring' })

    const revisionBefore = async (id: string) => {
      const query = `toTransaction=${transactionId}&reverse=true&limit=2&effectFormat=mendoza&excludeContent=true&includeIdentifiedDocumentsOnly=true`
      const told = await fetch(editor().getUrl(`/data/history/${lake.dataset}/transactions/${id}?${query}`), {
        headers: { authorization: `Bearer ${lake.tokens.viewer}` },
      })
      const found = (await told.text())
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.object({ id: z.string(), documentIDs: z.array(z.string()) }).parse(JSON.parse(line)))
      expect(found[0]).toEqual({ id: transactionId, documentIDs: [id] })
      return found.find((transaction) => transaction.id !== transactionId)?.id
    }
    const revision = await revisionBefore('old')
    expect(await revisionBefore('fresh')).toBeUndefined()
    const { documents } = past.parse(
      await editor().request({
        url: `/data/history/${lake.dataset}/documents/old?revision=${revision}`,
      }),
    )
    expect(documents).toMatchObject([{ _id: 'old', headline: 'Before' }])

    await editor().releases.create({
      releaseId: 'rBack',
      metadata: { releaseType: 'asap', cardinality: 'many' },
    })
    const [old] = documents
    await act([
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'old',
        document: { ...old, _id: 'versions.rBack.old', _type: 'article' },
      },
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'fresh',
        document: { _id: 'versions.rBack.fresh', _type: 'article', _system: { delete: true } },
      },
    ])
    await editor().releases.publish({ releaseId: 'rBack' })
    expect(await editor().getDocument('old')).toMatchObject({ headline: 'Before' })
    expect(await editor().getDocument('fresh')).toBeUndefined()
  })
})
