import { DatabaseSync } from 'node:sqlite'
import { evaluateSync, parse } from 'groq-js'
import type { SanityDocument } from '../../../../lake/context.ts'
import { addChange } from '../../../../lake/store/changes.ts'
import { inTransaction, migrate } from '../../../../lake/store/database.ts'
import { ensureDataset } from '../../../../lake/store/datasets.ts'
import { DocumentCache } from '../../../../lake/store/documentCache.ts'
import { DocumentReader } from '../../../../lake/store/documentReader.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { FieldSheets } from '../../../../lake/store/fieldSheets.ts'
import { KnownState } from '../../../../lake/store/knownState.ts'
import type { Condition, DatasetScope, FoundDocument, Selection } from '../../../../lake/store/selection.ts'
import { addTransaction } from '../../../../lake/store/transactions.ts'
import { matchTokens, wordsOf } from '../../../../lake/store/wordKeys.ts'
import { type SeededRandom, seededRandom } from '../../../support/seededRandom.ts'
import { documentsOf, select } from '../../../support/store/naiveReader.ts'
import {
  bases,
  dates,
  randomDocument,
  randomId,
  randomText,
  slugs,
  targets,
  types,
  words,
} from '../../../support/store/randomDocuments.ts'

const rounds = Number(process.env.READER_ROUNDS ?? 1)
const dataset = 'production'
const publicUrl = 'http://lake.example:3333'
const random = seededRandom()

const scopes: DatasetScope[] = (['all', 'public', 'none'] as const).flatMap((reach) =>
  (
    [
      'raw',
      [],
      ['drafts'],
      ['spring', 'drafts'],
      ['autumn', 'spring'],
      ['drafts', 'autumn', 'drafts'],
      ['none'],
    ] as const
  ).map((perspective) => ({ dataset, perspective, reach })),
)

/** A lake's store, and the same documents where anybody can look at them. */
class Both {
  readonly database = new DatabaseSync(':memory:')
  readonly cache = new DocumentCache(20_000, new FieldSheets({ size: 20_000, worth: 0 }))
  readonly known = new KnownState()
  readonly stored = new Map<string, SanityDocument>()
  #transactions = 0

  constructor() {
    migrate(this.database)
    for (const name of [dataset, 'other']) ensureDataset(this.database, name, 'public', '2026-01-01')
  }

  /** Writes and deletes documents by chance, of the usual ids or of `ids` more. */
  change(count: number, ids = 0): void {
    this.#transactions += 1
    const origin = { id: `t${this.#transactions}`, author: 'a', timestamp: '2026-01-01' }
    inTransaction(this.database, () => {
      const seq = addTransaction(this.database, { dataset, ...origin })
      const writer = new DocumentWriter(this.database, dataset)
      const elsewhere = new DocumentWriter(this.database, 'other')
      for (let index = 0; index < count; index += 1) {
        const id = ids > 0 ? randomId(random, `n${random.below(ids)}`) : randomId(random)
        const after = random.below(5) === 0 ? undefined : randomDocument(random, id)
        const before = this.stored.get(id)
        if (after) {
          writer.write(after)
          elsewhere.write({ ...after, title: randomText(random) })
          this.stored.set(id, after)
        } else {
          writer.remove(id)
          this.stored.delete(id)
        }
        const change = {
          dataset,
          documentId: id,
          transition: 'update' as const,
          before,
          after,
          mutations: [],
        }
        addChange(this.database, seq, {
          ...change,
          ...{ transactionId: origin.id, author: origin.author, timestamp: origin.timestamp },
          ...{ previousRev: undefined, resultRev: undefined, effects: { apply: [], revert: [] } },
        })
      }
      writer.writeWords()
      elsewhere.writeWords()
    })
  }

  reader(scope: DatasetScope): DocumentReader {
    return new DocumentReader(this.database, scope, {
      publicUrl,
      ...(random.below(2) === 0 ? { cache: this.cache } : {}),
      ...(random.below(2) === 0 ? { known: this.known } : {}),
    })
  }
}

const some = <T>(choices: readonly [T, ...T[]]) =>
  Array.from({ length: 1 + random.below(3) }, () => random.pick(choices))

function randomCondition(): Condition {
  const datePaths = ['publishedAt', 'seo.reviewedAt', '_createdAt', '_updatedAt'] as const
  const paths = [...datePaths, 'slug.current', '_rev'] as const
  const places = [
    'category',
    'countries[]',
    'sections[].items[]',
    'odd',
    'sections[].owner',
    'countries',
    'category[]',
  ] as const
  switch (random.below(10)) {
    case 0:
    case 1:
      return { by: 'type', types: some(['article', ...types, 'unheard']) }
    case 2:
      return { by: 'id', ids: some([...bases, 'drafts.a', 'versions.spring.b', 'drafts.drafts.a']) }
    case 3:
      return { by: 'idPrefix', prefix: random.pick(['a', 'drafts.', 'versions.spring.', 'x.', '', 'd']) }
    case 4:
      return { by: 'group', ids: some(['a', 'b', 'c', 'drafts.a', '']) }
    case 5:
      return { by: 'slug', slugs: some(slugs) }
    case 6:
      return { by: 'reference', targets: some([...targets, '']) }
    case 7:
      return { by: 'reference', targets: some(targets), path: random.pick(places) }
    case 8:
      return { by: 'defined', path: random.pick(paths) }
    default:
      return {
        by: 'date',
        path: random.pick(datePaths),
        operator: random.pick(['<', '<=', '>', '>=']),
        value: random.pick([...dates, 'é', '2024-01-01T00:00:00Z\u{10ffff}']),
      }
  }
}

function randomSelection(reader: DocumentReader): Selection {
  const wanted = Array.from({ length: random.below(4) }, randomCondition)
  const conditions = wanted.filter((condition) => reader.has(condition, wanted))
  const order = random.pick([undefined, '_id', 'publishedAt', 'seo.reviewedAt', '_createdAt'] as const)
  const likely = random.pick([undefined, 1, 20, 100] as const)
  const selection = {
    conditions,
    ...(likely && { likely }),
    ...(order ? { order: { path: order, direction: random.pick(['asc', 'desc'] as const) } } : {}),
  }
  return reader.canOrder(selection) ? selection : { conditions }
}

const ids = (documents: Iterable<FoundDocument>) => [...documents].map(({ _id }) => _id)

/** What GROQ orders by: lists and objects are to it as good as nothing. */
function keysOf(documents: Iterable<FoundDocument>, path: string): unknown[] {
  return [...documents].map((document) => {
    const value = path
      .split('.')
      .reduce<unknown>(
        (at, name) => (typeof at === 'object' && at ? Reflect.get(at, name) : undefined),
        document,
      )
    return value === undefined || typeof value === 'object' ? null : value
  })
}

function compare(reader: DocumentReader, selection: Selection, expected: readonly SanityDocument[]): void {
  const read = [...reader.read(selection)]
  const path = selection.order?.path ?? '_id'
  const said = JSON.stringify(selection)
  expect([said, ids(read).sort()]).toEqual([said, ids(expected).sort()])
  expect([said, keysOf(read, path)]).toEqual([said, keysOf(expected, path)])
  expect([said, reader.count(selection)]).toEqual([said, expected.length])
  const byId = new Map(expected.map((document) => [document._id, document]))
  for (const document of read) expect(document).toEqual(byId.get(document._id))
  const fields = random.pick([['title', 'seo', 'countries', 'absent'], ['title'], ['seo']])
  const parts = [...reader.read({ ...selection, fields, scans: random.pick([undefined, 'all', 'until']) })]
  if (path === '_id') expect([said, ids(parts)]).toEqual([said, ids(expected)])
  expect([said, ids(parts).sort()]).toEqual([said, ids(expected).sort()])
  for (const document of parts) {
    const whole = byId.get(document._id)
    for (const field of ['_type', '_originalId', ...fields])
      expect(document[field] ?? null).toEqual(whole?.[field] ?? null)
  }
}

describe(`a reader of documents (seed ${random.seed})`, () => {
  it('finds, counts and orders what GROQ does, for every caller and in every perspective', () => {
    for (let round = 0; round < rounds; round += 1) {
      const both = new Both()
      for (let step = 0; step < 3; step += 1) {
        both.change(step === 0 ? 30 : 6)
        for (const scope of scopes) {
          const documents = documentsOf(both.stored, scope, publicUrl)
          const reader = both.reader(scope)
          for (const id of [...both.stored.keys(), ...bases]) {
            expect([scope, reader.get(id)]).toEqual([scope, documents.find(({ _id }) => _id === id)])
          }
          for (let trial = 0; trial < 6; trial += 1) {
            const selection = randomSelection(reader)
            compare(reader, selection, select(documents, selection))
          }
        }
      }
      both.database.close()
    }
  })

  it('does so whichever way is the shortest, among many documents', () => {
    const both = new Both()
    both.change(700 + 800 * rounds, 400 + 500 * rounds)
    for (const perspective of ['raw', [], ['spring', 'drafts']] as const) {
      const scope: DatasetScope = { dataset, perspective, reach: 'all' }
      const documents = documentsOf(both.stored, scope, publicUrl)
      const reader = both.reader(scope)
      for (let trial = 0; trial < 25; trial += 1) {
        const selection = randomSelection(reader)
        compare(reader, selection, select(documents, selection))
      }
      for (let trial = 0; trial < 8; trial += 1) checkText(random, reader, documents)
      for (const target of targets) {
        const selection: Selection = { conditions: [{ by: 'reference', targets: [target] }], likely: 1 }
        compare(reader, selection, select(documents, selection))
      }
    }
    both.database.close()
  })

  it('finds at least every document that a text matches', () => {
    for (let round = 0; round < rounds; round += 1) {
      const both = new Both()
      both.change(40)
      for (const scope of scopes) {
        const documents = documentsOf(both.stored, scope, publicUrl)
        const reader = both.reader(scope)
        for (let trial = 0; trial < 12; trial += 1) checkText(random, reader, documents)
      }
      both.database.close()
    }
  })
})

function checkText(chance: SeededRandom, reader: DocumentReader, documents: readonly SanityDocument[]): void {
  const open = chance.below(2) === 0
  const pattern = chance.pick([
    () => randomText(chance),
    () => chance.pick(words),
    () => chance.pick(words).slice(0, 1 + chance.below(4)),
    () => chance.pick(['lake', '3333', 'images/p.png', 'lak', 'example']),
  ])()
  const all = matchTokens(pattern).map((word) => ({ words: [word], open }))
  const sides: [string, string[] | undefined][] = [
    ['title', ['title']],
    ['pt::text(body)', ['body']],
    ['url', ['url']],
    ['[title, body[].caption]', ['title', 'body']],
    ['[title, pt::text(body), body[].caption, url]', undefined],
  ]
  for (const [side, fields] of sides) {
    const params = { all: open ? matchTokens(pattern).map((token) => `${token}*`) : pattern }
    const tree = parse(`*[${side} match $all]._id`, { params })
    const matching = evaluateSync(tree, { dataset: documents, params }).data
    requireFound(reader, { by: 'text', kind: 'tokens', all, ...(fields && { fields }) }, matching)
  }
  const sought = wordsOf(pattern)
  if (sought.length === 0) return
  const phrase: Condition = { by: 'text', kind: 'words', all: [{ words: sought, open }] }
  const containing = documents.filter(({ title, url, _id }) =>
    [title, url, _id].some(
      (text) =>
        typeof text === 'string' &&
        ` ${wordsOf(text).join(' ')} `.includes(` ${sought.join(' ')}${open ? '' : ' '}`),
    ),
  )
  requireFound(reader, phrase, ids(containing))
}

function requireFound(reader: DocumentReader, condition: Condition, expected: unknown): void {
  if (!reader.has(condition)) return
  const found = new Set(ids(reader.read({ conditions: [condition] })))
  const missing = Array.isArray(expected) ? expected.filter((id) => !found.has(id)) : expected
  expect([JSON.stringify(condition), missing]).toEqual([JSON.stringify(condition), []])
}
