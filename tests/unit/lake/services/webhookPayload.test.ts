import { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../../../../lake/context.ts'
import type { WebhookChange } from '../../../../lake/store/webhookChanges.ts'
import { webhookPayload } from '../../../../lake/webhooks/webhookPayload.ts'

const webhook = {
  dataset: 'production',
  triggers: ['create' as const, 'update' as const, 'delete' as const],
  includeDrafts: false,
  includeAllVersions: false,
  filter: undefined,
  projection: undefined,
}
const database = new DatabaseSync(':memory:')
database.exec('CREATE TABLE documents (dataset TEXT, id TEXT, body TEXT)')
afterAll(() => database.close())

const context = { database, projectId: 'meridian', publicUrl: 'http://lake', now: () => 0 }
/** What was left to a process. */
let leftToProcess: unknown[] = []
const deltas = {
  evaluate: async (task: unknown) => {
    leftToProcess.push(task)
    return '"from the process"'
  },
}
beforeEach(() => {
  leftToProcess = []
})

function change(overrides: Partial<WebhookChange>): WebhookChange {
  return {
    seq: 1,
    dataset: 'production',
    documentId: 'a',
    operation: 'update',
    transactionId: 't',
    timestamp: '2026-11-22T12:00:00Z',
    before: document({ headline: 'One' }),
    after: document({ headline: 'Two' }),
    ...overrides,
  }
}

function document(fields: object): SanityDocument {
  return { _id: 'a', _type: 'article', _rev: 'r', _createdAt: '', _updatedAt: '', ...fields }
}

function store(fields: { _id: string; [field: string]: unknown }): void {
  const body = JSON.stringify(document(fields))
  database.prepare('INSERT INTO documents VALUES (?, ?, ?)').run('production', fields._id, body)
}

const payloadOf = (with_: Partial<typeof webhook> | object, about: Partial<WebhookChange> = {}) =>
  webhookPayload({ ...webhook, ...with_ }, change(about), context, deltas)

describe('whether a webhook tells of a change', () => {
  it('not of other datasets and operations', async () => {
    expect(await payloadOf({}, { dataset: 'staging' })).toBeUndefined()
    expect(await payloadOf({ triggers: ['create'] })).toBeUndefined()
    expect(await payloadOf({})).toBeDefined()
    expect(await payloadOf({ dataset: '*' }, { dataset: 'staging' })).toBeDefined()
  })

  it.each([
    ['drafts.a', false, false, false],
    ['drafts.a', true, false, true],
    ['drafts.a', false, true, false],
    ['versions.r.a', true, false, false],
    ['versions.r.a', false, true, true],
    ['private.a', false, false, false],
    ['private.a', true, false, true],
    ['private.a', false, true, true],
    ['_.releases.r', true, true, false],
    ['a', false, false, true],
  ])('of %s, with drafts %s, with versions %s: %s', async (documentId, drafts, versions, told) => {
    const rule = { includeDrafts: drafts, includeAllVersions: versions }
    expect((await payloadOf(rule, { documentId })) !== undefined).toBe(told)
  })

  it('counts a filter that answers anything but true as no', async () => {
    expect(await payloadOf({ filter: 'missing' })).toBeUndefined()
    expect(await payloadOf({ filter: 'delta::changedOnly(headline)' })).toBeDefined()
    expect(await payloadOf({ filter: 'delta::changedAny(kicker)' })).toBeUndefined()
  })
})

describe('what a webhook says', () => {
  it('tells of what was there when a document is deleted', async () => {
    const gone = { operation: 'delete' as const, after: undefined }
    expect(JSON.parse((await payloadOf({}, gone)) ?? '')).toMatchObject({ headline: 'One' })
    expect(await payloadOf({ filter: 'headline == "One" && after() == null' }, gone)).toBeDefined()
  })

  it('gives an asset its address', async () => {
    const asset = document({ _type: 'sanity.imageAsset', path: 'images/m/p/x.jpg' })
    expect(JSON.parse((await payloadOf({}, { after: asset })) ?? '').url).toBe('http://lake/images/m/p/x.jpg')
  })

  it('knows project and dataset', async () => {
    const projection = '{"at": [sanity::projectId(), sanity::dataset()]}'
    expect(await payloadOf({ projection })).toBe('{"at":["meridian","production"]}')
  })
})

describe('what is left to a process', () => {
  it.each([
    'headline match "a*"',
    'count(points[asOf > "2026"]) > 2',
    'category->title == "Conflict"',
    'points[].text == null',
    Array.from({ length: 40 }, (_, index) => `headline == "${index}"`).join(' || '),
  ])('is %s', async (filter) => {
    expect(await payloadOf({ filter })).toBe('"from the process"')
    expect(leftToProcess).toHaveLength(1)
  })

  it.each([
    '_type == "article" && delta::changedAny((headline, slug.current))',
    'defined(slug.current) && _type in ["article", "page"]',
    'before().headline != after().headline',
  ])('is not %s', async (filter) => {
    await payloadOf({ filter })
    expect(leftToProcess).toEqual([])
  })
})

describe('references in a webhook', () => {
  it('are left to a process, which reads other documents', async () => {
    store({ _id: 'c', title: 'Conflict' })
    const projection = '{"category": category->title}'
    expect(await payloadOf({ projection }, { after: document({ category: { _ref: 'c' } }) })).toBe(
      '"from the process"',
    )
  })
})
