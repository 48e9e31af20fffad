import type { DocumentChange, SanityDocument } from '../../../../lake/context.ts'
import { webhookPayload } from '../../../../lake/webhooks/webhookPayload.ts'

const webhook = {
  dataset: 'production',
  triggers: ['create' as const, 'update' as const, 'delete' as const],
  includeDrafts: false,
  filter: undefined,
  projection: undefined,
}

function change(overrides: Partial<DocumentChange>): DocumentChange {
  return {
    seq: 1,
    dataset: 'production',
    documentId: 'a',
    transactionId: 't',
    author: 'p',
    timestamp: '2026-11-22T12:00:00Z',
    transition: 'update',
    previousRev: 'r1',
    resultRev: 'r2',
    mutations: [],
    effects: { apply: [], revert: [] },
    before: document({ headline: 'One' }),
    after: document({ headline: 'Two' }),
    ...overrides,
  }
}

function document(fields: object): SanityDocument {
  return { _id: 'a', _type: 'article', _rev: 'r', _createdAt: '', _updatedAt: '', ...fields }
}

const payloadOf = (with_: Partial<typeof webhook> | object, about: Partial<DocumentChange> = {}) =>
  webhookPayload({ ...webhook, ...with_ }, change(about), 'http://lake')

describe('whether and how a webhook tells of a change', () => {
  it('stays silent about other datasets, operations and drafts', async () => {
    expect(await payloadOf({}, { dataset: 'staging' })).toBeUndefined()
    expect(await payloadOf({ triggers: ['create'] })).toBeUndefined()
    expect(await payloadOf({}, { documentId: 'drafts.a' })).toBeUndefined()
    expect(await payloadOf({ includeDrafts: true }, { documentId: '_.releases.r' })).toBeUndefined()
    expect(await payloadOf({})).toBeDefined()
  })

  it('tells of what was there when a document is deleted', async () => {
    const gone = { transition: 'disappear' as const, after: undefined }
    expect(JSON.parse((await payloadOf({}, gone)) ?? '')).toMatchObject({ headline: 'One' })
    expect(await payloadOf({ filter: 'headline == "One" && after() == null' }, gone)).toBeDefined()
  })

  it('counts a filter that answers anything but true as no', async () => {
    expect(await payloadOf({ filter: 'missing' })).toBeUndefined()
    expect(await payloadOf({ filter: 'delta::changedOnly(headline)' })).toBeDefined()
    expect(await payloadOf({ filter: 'delta::changedAny(kicker)' })).toBeUndefined()
  })

  it('gives an asset its address', async () => {
    const asset = document({ _type: 'sanity.imageAsset', path: 'images/m/p/x.jpg' })
    expect(JSON.parse((await payloadOf({}, { after: asset })) ?? '').url).toBe('http://lake/images/m/p/x.jpg')
  })
})
