import { applyPatch } from 'mendoza'
import { z } from 'zod'
import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()
const client = () => target().client()
const id = (name: string) => target().id(name)
const make = (name: string, fields: object = {}) => ({
  _id: id(name),
  _type: target().type('article'),
  ...fields,
})

const transactionSchema = z.looseObject({
  id: z.string(),
  timestamp: z.iso.datetime(),
  author: z.string().min(1),
  documentIDs: z.array(z.string()),
  mutations: z.array(z.looseObject({})).optional(),
  effects: z
    .record(z.string(), z.object({ apply: z.array(z.unknown()), revert: z.array(z.unknown()) }))
    .optional(),
})
type Transaction = z.infer<typeof transactionSchema>

const history = (path: string, init: { token?: null } = {}) =>
  target().ask(`/data/history/${target().dataset}/${path}`, init.token === null ? { token: null } : {})

async function transactions(names: string[], more = ''): Promise<Transaction[]> {
  const response = await history(`transactions/${names.map(id).join(',')}?${more}`)
  expect(response.status).toBe(200)
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  return lines.map((line) => transactionSchema.parse(JSON.parse(line)))
}

async function past(name: string, more: string): Promise<Record<string, unknown> | undefined> {
  const response = await history(`documents/${id(name)}?${more}`)
  expect(response.status).toBe(200)
  return z.object({ documents: z.array(z.record(z.string(), z.unknown())) }).parse(await response.json())
    .documents[0]
}

/** An article with three revisions, and the ids of the transactions that made them. */
async function haveRevisions(name: string): Promise<string[]> {
  const made = await client().create(make(name, { headline: 'One', points: [{ _key: 'a', text: 'x' }] }))
  const second = await client().patch(id(name)).set({ headline: 'Two' }).commit()
  const third = await client().patch(id(name)).set({ headline: 'Three' }).unset(['points']).commit()
  return [made._rev, second._rev, third._rev]
}

describe('the transactions of a document', () => {
  it('come oldest first, each with its author, time and documents', async () => {
    const revisions = await haveRevisions('told')
    const told = await transactions(['told'])
    expect(told.map((transaction) => transaction.id)).toEqual(revisions)
    expect(told.map(({ documentIDs }) => documentIDs)).toEqual(revisions.map(() => [id('told')]))
    expect(told[0]?.mutations).toMatchObject([{ create: { headline: 'One' } }])
    expect(told[1]?.mutations).toMatchObject([{ patch: { id: id('told'), set: { headline: 'Two' } } }])
  })

  it('have effects that make each revision out of the one before, and back', async () => {
    const revisions = await haveRevisions('effects')
    let document: unknown = null
    for (const transaction of await transactions(['effects'], 'effectFormat=mendoza')) {
      const { apply = [], revert = [] } = transaction.effects?.[id('effects')] ?? {}
      const next: unknown = applyPatch(document, apply)
      expect(applyPatch(next, revert)).toEqual(document)
      document = next
      const { _rev, ...expected } = (await past('effects', `revision=${transaction.id}`)) ?? {}
      expect(document).toEqual(expected)
    }
    expect(revisions).toHaveLength(3)
  })

  it('may come without their content', async () => {
    await haveRevisions('bare')
    const told = await transactions(['bare'], 'excludeContent=true')
    expect(told).toHaveLength(3)
    expect(told.flatMap(({ mutations = [] }) => mutations)).toEqual([])
  })

  it('are found in a stretch: from one to another, forwards and backwards, so many', async () => {
    const [first, second, third] = await haveRevisions('stretch')
    const ids = async (more: string) =>
      (await transactions(['stretch'], more)).map((transaction) => transaction.id)
    expect(await ids(`fromTransaction=${second}`)).toEqual([second, third])
    expect(await ids(`toTransaction=${second}`)).toEqual([first, second])
    expect(await ids('reverse=true')).toEqual([third, second, first])
    expect(await ids('limit=1')).toEqual([first])
    expect(await ids('reverse=true&limit=2')).toEqual([third, second])
  })

  it('are found in a stretch of time', async () => {
    await haveRevisions('time')
    const [first, , third] = await transactions(['time'])
    const ids = async (more: string) => (await transactions(['time'], more)).length
    expect(await ids(`fromTime=${third?.timestamp}`)).toBeGreaterThanOrEqual(1)
    expect(await ids(`toTime=${first?.timestamp}`)).toBeGreaterThanOrEqual(1)
    expect(await ids('fromTime=2100-01-01T00:00:00Z')).toBe(0)
    expect(await ids('toTime=2000-01-01T00:00:00Z')).toBe(0)
  })

  it('of several documents come together, each transaction once', async () => {
    await client().transaction().create(make('both-1')).create(make('both-2')).commit()
    await client().patch(id('both-2')).set({ headline: 'x' }).commit()
    const told = await transactions(['both-1', 'both-2'])
    expect(told.map(({ documentIDs }) => documentIDs.toSorted())).toEqual([
      [id('both-1'), id('both-2')],
      [id('both-2')],
    ])
  })

  it('are there for a document that is gone', async () => {
    await haveRevisions('gone')
    await client().delete(id('gone'))
    const told = await transactions(['gone'])
    expect(told).toHaveLength(4)
    expect(told.at(-1)?.mutations).toMatchObject([{ delete: { id: id('gone') } }])
  })
})

describe('a document as it was', () => {
  it('at each of its revisions', async () => {
    const [first, second, third] = await haveRevisions('was')
    expect(await past('was', `revision=${first}`)).toMatchObject({ headline: 'One', _rev: first })
    expect(await past('was', `revision=${second}`)).toMatchObject({ headline: 'Two', _rev: second })
    expect(await past('was', `revision=${third}`)).toEqual(await client().getDocument(id('was')))
  })

  it('at a revision that another document of the transaction has', async () => {
    await haveRevisions('beside')
    const { transactionId } = await client().transaction().create(make('elsewhere')).commit()
    expect(await past('elsewhere', `revision=${transactionId}`)).toMatchObject({ _rev: transactionId })
  })

  it('at a time', async () => {
    const [first] = await haveRevisions('moment')
    const [, , third] = await transactions(['moment'])
    expect(await past('moment', `time=${third?.timestamp}`)).toMatchObject({ headline: 'Three' })
    expect(await past('moment', `time=${new Date().toISOString()}`)).toMatchObject({ headline: 'Three' })
    expect(await past('moment', 'time=2000-01-01T00:00:00Z')).toBeUndefined()
    expect(first).toMatch(/./)
  })

  it('last, before it was deleted', async () => {
    await haveRevisions('last')
    await client().delete(id('last'))
    expect(await past('last', 'lastRevision=true')).toMatchObject({ headline: 'Three' })
    await client().create(make('last-there', { headline: 'There' }))
    expect(await past('last-there', 'lastRevision=true')).toMatchObject({ headline: 'There' })
  })

  it('is asked for in one way at a time', async () => {
    const [first] = await haveRevisions('one-way')
    const response = await history(`documents/${id('one-way')}?revision=${first}&time=2026-01-01T00:00:00Z`)
    expect(response.status).toBe(400)
  })
})

describe('the timeline of a document', () => {
  const events = async (documentId: string) => {
    const response = await history(`events/documents/${documentId}?limit=50`)
    const found = z
      .object({
        events: z.record(z.string(), z.array(z.looseObject({ type: z.string() }))),
        nextCursor: z.string(),
      })
      .parse(await response.json())
    return found.events[documentId] ?? []
  }
  const publish = (name: string) =>
    client().action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id(name)}`,
      publishedId: id(name),
    })

  it('tells newest first what editors did with it', async () => {
    await client().action({
      actionType: 'sanity.action.document.create',
      publishedId: id('line'),
      attributes: make('line', { _id: `drafts.${id('line')}` }),
      ifExists: 'fail',
    })
    const { transactionId } = await publish('line')
    await client().action({
      actionType: 'sanity.action.document.unpublish',
      draftId: `drafts.${id('line')}`,
      publishedId: id('line'),
    })
    const line = await events(id('line'))
    expect(line.map(({ type }) => type)).toEqual([
      'unpublishDocument',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    expect(line[1]).toMatchObject({
      documentId: id('line'),
      versionId: `drafts.${id('line')}`,
      revisionId: transactionId,
      publishCause: 'document.publish',
      author: expect.stringMatching(/./),
      timestamp: expect.stringMatching(/^\d{4}-/),
    })
  })

  it('names the revision that a draft ended with, so that it can be restored', async () => {
    await client().action({
      actionType: 'sanity.action.document.create',
      publishedId: id('ended'),
      attributes: make('ended', { _id: `drafts.${id('ended')}`, headline: 'Before' }),
      ifExists: 'fail',
    })
    const last = (await client().getDocument(`drafts.${id('ended')}`))?._rev
    await client().action({
      actionType: 'sanity.action.document.version.discard',
      versionId: `drafts.${id('ended')}`,
    })
    const [deleted] = await events(`drafts.${id('ended')}`)
    expect(deleted).toMatchObject({ type: 'deleteDocumentVersion', versionRevisionId: last })
  })
})

describe('history', () => {
  it('is told only to those with a token', async () => {
    await haveRevisions('private')
    for (const path of [`transactions/${id('private')}`, `events/documents/${id('private')}`]) {
      expect([401, 403]).toContain((await history(path, { token: null })).status)
    }
    const body = await (
      await history(`documents/drafts.${id('private')}?lastRevision=true`, { token: null })
    ).text()
    expect(body).not.toContain('"headline"')
  })
})
