import { join } from 'node:path'
import type { CommittedTransaction, DocumentChange } from '../../../lake/context.ts'
import { AddedDocument } from '../../../lake/preparing/addedDocument.ts'
import { openArchive } from '../../../scripts/newsroom/archive/openArchive.ts'
import { startLake, type TestLake, type TestRole } from '../../support/lake.ts'

const time = Date.UTC(2026, 0, 1)
const archive = openArchive(join(process.cwd(), 'sanity/seed'), 1)
const filling = { _id: 'filling', _type: 'filling', text: 'more than 64 kilobytes '.repeat(4_000) }

let fillings = 0
const another = () => ({ ...filling, _id: `filling-${++fillings}` })

interface Followed extends TestLake {
  told: DocumentChange[]
}

/** The same is sent to both, to one so that it is prepared beside, to the other in pieces, which never is. */
let [beside, usual]: Followed[] = []
beforeAll(async () => {
  ;[beside, usual] = await Promise.all([follow(), follow()])
})
afterAll(() => Promise.all([beside?.close(), usual?.close()]))
beforeEach(() => {
  for (const lake of [beside, usual]) lake?.told.splice(0)
})

async function follow(): Promise<Followed> {
  let ids = 0
  const newId = () => `id${++ids}`.padEnd(22, '-')
  const lake = await startLake({ now: () => time, newId })
  const told: DocumentChange[] = []
  lake.lake.context.bus.on('transaction', ({ changes }: CommittedTransaction) => told.push(...changes))
  return { ...lake, told }
}

interface Sent {
  role?: TestRole
  id?: string
}

async function post(
  lake: Followed | undefined,
  body: string,
  inPieces: boolean,
  { role = 'editor', id }: Sent,
) {
  if (!lake) throw new Error('There is no lake.')
  const query = id ? `?transactionId=${id}` : ''
  const response = await fetch(`${lake.url}/v2025-02-19/data/mutate/production${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lake.tokens[role]}` },
    ...(inPieces ? { body: new Blob([body]).stream(), duplex: 'half' } : { body }),
  })
  return { status: response.status, ...(await response.json()) }
}

/** Sends to both, expects the same of both, and answers what was answered and how many documents were made beside. */
async function send(body: string, options: Sent = {}) {
  const answer = await post(beside, body, false, options)
  expect(answer).toEqual(await post(usual, body, true, options))
  expect(differences(contentsOf(beside), contentsOf(usual))).toEqual([])
  expect(differences({ told: plain(beside) }, { told: plain(usual) })).toEqual([])
  expect(usual?.told.filter((change) => change instanceof AddedDocument)).toEqual([])
  return { answer, beside: beside?.told.filter((change) => change instanceof AddedDocument).length }
}

type Rows = Record<string, unknown[]>
/** Each lake has a port of its own, which is in the addresses of assets. */
const alike = (row: unknown) => JSON.stringify(row)?.replace(/localhost:\d+/g, 'localhost')

/** The first rows that are not alike: all of what differs would fill pages. */
function differences(left: Rows, right: Rows): unknown[] {
  return Object.entries(left).flatMap(([name, rows]) => {
    const others = right[name] ?? []
    const place = Array.from({ length: Math.max(rows.length, others.length) }).findIndex(
      (_, at) => alike(rows[at]) !== alike(others[at]),
    )
    return place === -1 ? [] : [{ name, place, left: rows[place], right: others[place] }]
  })
}

/** What the bus told of every change. */
const plain = (lake: Followed | undefined) =>
  (lake?.told ?? []).map((change) => {
    const { seq, transactionId, documentId, transition, previousRev, resultRev, timestamp, author } = change
    const { mutations, effects, before, after } = change
    return {
      ...{ seq, transactionId, documentId, transition, previousRev, resultRev, timestamp, author },
      ...{ mutations, effects, before, after },
    }
  })

const tables = {
  documents: 'SELECT * FROM documents',
  bodies: 'SELECT number, json(body) AS body FROM document_bodies',
  references: 'SELECT * FROM document_references',
  targets: 'SELECT * FROM reference_targets',
  places: 'SELECT * FROM document_places',
  dates: 'SELECT * FROM document_dates',
  counts: 'SELECT * FROM document_counts',
  words: 'SELECT term, col, doc FROM temp.words',
  transactions: 'SELECT * FROM transactions',
  changes: 'SELECT * FROM changes',
  timelines: 'SELECT * FROM document_events',
}

function contentsOf(lake: Followed | undefined): Rows {
  const database = lake?.lake.context.database
  database?.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab ('main', 'document_words', 'col')",
  )
  return Object.fromEntries(
    Object.entries(tables).map(([name, sql]) => [name, database?.prepare(sql).all() ?? []]),
  )
}

const request = (mutations: object[], transactionId?: string) => JSON.stringify({ mutations, transactionId })
const makeAll = (documents: object[]) => documents.map((document) => ({ createIfNotExists: document }))
/** The articles of a block without their references, of which the rest of the newsroom would be needed. */
const articles = archive
  .block(0, 40)
  .map((document) => JSON.parse(JSON.stringify(document).replaceAll('"_ref":', '"_weak":true,"_ref":')))

const strange = [
  { _id: 'points', _type: 'a', to: [{ _ref: 'filling' }, { _ref: 'points' }, { _ref: 'gone', _weak: true }] },
  {
    _id: 'abroad',
    _type: 'a',
    to: { _type: 'crossDatasetReference', _ref: 'far', deep: { _ref: 'filling' } },
  },
  { _id: 'twice', _type: 'a', to: { a: { _ref: 'filling' }, b: [{ _ref: 'filling' }, { _ref: 'filling' }] } },
  { _id: 'broken', _type: 'a', weird: { _ref: '\ud800', _weak: true }, slug: { current: 7 }, text: '\ud800' },
  { _id: 'dated', _type: 'b', at: '2020-01-01', in: { at: '2021-02-03T04:05:06Z', list: ['2020-01-01'] } },
  { _id: 'others', _type: 'b', at: 7, in: { at: null, deep: { at: '2020-01-01' } } },
  { _id: 'lists', _type: 'b', at: ['2020-01-01'], in: [] },
  { _id: 'retired', _type: 'b', at: 'ünlike any date', in: true },
  { _id: 'old', _type: 'c', _createdAt: '2001-02-03T04:05:06Z', _updatedAt: '2002', _rev: 'theirs', n: -0.5 },
  {
    _id: 'hidden',
    _type: 'system.secret',
    'a "key"': { 'with.dots': '2020-01-01' },
    children: [{ text: 'on' }, { text: 'e' }],
  },
  { _id: 'going', _type: 'c', _system: { delete: true }, path: 'not/an/asset', 1: 'one', empty: {} },
]

describe('a request that makes many documents', () => {
  it('leaves in every table what it would if nothing were prepared beside, and tells the same', async () => {
    const { answer, beside: made } = await send(request(makeAll([filling, ...articles])))
    expect([answer.status, made]).toEqual([200, 44])
    expect(answer.results).toContainEqual({ id: 'article-archive-1-39', operation: 'create' })
    expect(contentsOf(beside).words?.length).toBeGreaterThan(1_000)
    const next = archive.block(1, 5).map((each) => ({ ...each, text: filling.text, story: undefined }))
    const weak = JSON.parse(JSON.stringify(next).replaceAll('"_ref":', '"_weak":true,"_ref":'))
    const mixed = request(makeAll([...weak, ...articles]), 'chosen')
    const { answer: first } = await send(mixed)
    expect(beside?.told.filter((change) => change instanceof AddedDocument)).toHaveLength(52)
    // Sent again it is answered as it was, though nothing is missing any more.
    expect((await send(mixed)).answer).toEqual(first)
  })

  it('does so for documents of every kind', async () => {
    const kinds = ['create', 'createOrReplace', 'createIfNotExists']
    const mutations = [another(), ...strange].map((document, place) => ({
      [kinds[place % 3] ?? '']: document,
    }))
    const { answer, beside: made } = await send(request(mutations), { id: 'named-in-the-address' })
    expect([answer.status, made]).toEqual([200, mutations.length])
    const again = await send(request(mutations), { id: 'named-in-the-address' })
    expect([again.answer, again.beside]).toEqual([answer, made])
  })

  it.each<[string, (mutations: object[]) => string, number]>([
    ['with blanks and lines', (mutations) => `\n${JSON.stringify({ mutations }, null, 2)} `, 2],
    [
      'with the list behind the rest',
      (mutations) => JSON.stringify({ transactionId: 'first', mutations }),
      2,
    ],
    ['with half a letter', (mutations) => JSON.stringify({ mutations }).replace('more than', '\ud800'), 2],
    ['with its list twice', (mutations) => `${request(mutations).slice(0, -1)},"mutations":[]}`, 0],
    ['with a list before it', (mutations) => JSON.stringify({ more: [1], mutations }), 0],
    ['with a list within a name', (mutations) => JSON.stringify({ 'a [ ] name': '[', mutations }), 0],
  ])('is read as anybody reads it, %s', async (_how, toText, expected) => {
    const marks = {
      _id: `marks-${fillings}`,
      _type: 'a',
      text: 'a "quote", {brackets], \\ and \u2028',
      list: [[], {}],
    }
    const { answer, beside: made } = await send(toText([{ create: another() }, { create: marks }]))
    expect([answer.status, made]).toEqual([200, expected])
  })

  it.each<[string, object[], number, Sent?]>([
    ['refers to nothing', [{ create: { _id: 'x', _type: 'a', to: { _ref: 'nobody' } } }], 409],
    ['makes a document that is there', [{ create: { _id: 'there', _type: 'a' } }], 409],
    ['replaces one', [{ createOrReplace: { _id: 'there', _type: 'a', now: 'new' } }], 200],
    ['makes one twice', [{ create: { _id: 'x', _type: 'a' } }, { create: { _id: 'x', _type: 'a' } }], 409],
    ['changes one, too', [{ patch: { id: 'there', set: { more: 'yes' } } }], 200],
    ['deletes one, too', [{ delete: { id: 'there' } }], 200],
    ['has no type', [{ create: { _id: 'x' } }], 400],
    ['is by somebody who may not publish', [], 403, { role: 'contributor' }],
    ['is by somebody who may only read', [], 403, { role: 'viewer' }],
    ['makes a draft', [{ create: { _id: 'drafts.x', _type: 'a' } }], 200],
    ['makes a version', [{ create: { _id: 'versions.r.x', _type: 'a' } }], 200],
    ['makes an asset', [{ create: { _id: 'image-a-1x1-png', _type: 'sanity.imageAsset', path: 'a' } }], 200],
    ['has an id that is none', [{ create: { _id: 'a b', _type: 'a' } }], 400],
    ['nests too deeply', [{ create: { _id: 'x', _type: 'a', a: nested(25) } }], 400],
    ['nests too deeply in what is left out', [{ create: { _id: 'x', _type: 'a', _rev: nested(70) } }], 400],
    ['cannot have its id', [], 400, { id: 'a b' }],
  ])('is carried out in the usual way where it %s', async (...[, mutations, status, options]) => {
    for (const lake of [beside, usual])
      await lake?.client('editor').createOrReplace({ _id: 'there', _type: 'a' })
    const { answer, beside: made } = await send(
      request([{ createIfNotExists: another() }, ...mutations]),
      options,
    )
    expect([answer.status, made]).toEqual([status, 0])
  })

  it.each([
    ['no JSON', `{"mutations": [${'1, '.repeat(40_000)}`],
    ['no mutations', JSON.stringify({ mutations: 'none', filling })],
    [
      'a key that no document may have',
      `{"mutations":[{"create":{"_id":"x","_type":"a","__proto__":{}}}],"f":${JSON.stringify(filling)}}`,
    ],
  ])('is refused in the usual words when it has %s', async (_what, body) => {
    expect((await send(body)).answer.status).toBe(400)
  })

  it('gives documents ids and answers with documents in the usual way', async () => {
    const created = await beside?.client('editor').create({ _type: 'filling', text: filling.text })
    expect(created).toMatchObject({ text: filling.text, _createdAt: new Date(time).toISOString() })
    expect(beside?.told).not.toContainEqual(expect.any(AddedDocument))
  })

  it('is heard by listeners with each document', async () => {
    const heard: unknown[] = []
    const document = another()
    const events = beside
      ?.client('editor')
      .listen('*[_type == "filling"]', {}, { events: ['welcome', 'mutation'] })
    await new Promise<void>((resolve) => {
      events?.subscribe(async (event) => {
        if (event.type === 'welcome') await post(beside, request(makeAll([document, ...strange])), false, {})
        else heard.push('result' in event && event.result)
        if (heard.length > 0) resolve()
      })
    })
    expect(heard).toEqual([
      expect.objectContaining({ ...document, _updatedAt: new Date(time).toISOString() }),
    ])
  })
})

function nested(levels: number): object {
  return levels === 0 ? {} : { a: nested(levels - 1) }
}
