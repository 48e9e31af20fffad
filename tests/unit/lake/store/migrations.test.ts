import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addChange } from '../../../../lake/store/changes.ts'
import { migrate, NewerDatabaseError, openDatabase } from '../../../../lake/store/database.ts'
import { bodyAtTransaction, lastBodyOf } from '../../../../lake/store/documentHistory.ts'
import { strongReferrersOf } from '../../../../lake/store/documentReferences.ts'
import { readDocument } from '../../../../lake/store/documents.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { migrations } from '../../../../lake/store/migrations.ts'
import { addTransaction } from '../../../../lake/store/transactions.ts'

const time = '2026-01-01T00:00:00.000Z'
const stored = (_id: string, fields: object = {}) => ({
  ...{ _id, _type: 'article', _rev: 'r', _createdAt: time, _updatedAt: time },
  ...fields,
})

const contents = [
  stored('c', { _type: 'country', name: 'Élysia' }),
  stored('a', { country: { _ref: 'c' }, slug: { current: 'border-opens' }, publishedAt: '2025-03-01' }),
  stored('drafts.a', { country: { _ref: 'c' }, related: [{ _ref: 'gone', _weak: true }] }),
]

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-schema-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A folder as the first version of the lake left it. */
function makeFirstVersion(): void {
  const database = new DatabaseSync(join(folder, 'lake.sqlite'))
  const [first] = migrations
  if (typeof first !== 'string') throw new TypeError('The first step is no SQL.')
  database.exec(first)
  database.exec('PRAGMA user_version = 1')
  database.prepare('INSERT INTO datasets VALUES (?, ?, ?)').run('production', 'public', time)
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?)')
  for (const document of contents)
    insert.run('production', document._id, document._type, document._rev, JSON.stringify(document))
  database.exec(`INSERT INTO document_references VALUES ('production', 'a', 'c', 0)`)
  database.close()
}

const rows = (database: DatabaseSync, sql: string) =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }))

describe('a folder of the first version', () => {
  it('keeps every document and gets all that is indexed of them', () => {
    makeFirstVersion()
    const heard: number[][] = []
    const database = openDatabase(folder, (done, total) => heard.push([done, total]))
    for (const document of contents)
      expect(readDocument(database, 'production', document._id)).toEqual(document)
    expect(heard).toEqual([[3, 3]])
    expect(strongReferrersOf(database, 'production', 'c')).toEqual(['a', 'drafts.a'])
    expect(rows(database, 'SELECT type, shelf, total FROM document_counts WHERE total > 0')).toEqual([
      { type: 'article', shelf: 0, total: 1 },
      { type: 'article', shelf: 2, total: 1 },
      { type: 'country', shelf: 0, total: 1 },
    ])
    expect(rows(database, 'SELECT id, slug FROM documents WHERE slug IS NOT NULL')).toEqual([
      { id: 'a', slug: 'border-opens' },
    ])
    expect(
      rows(
        database,
        `SELECT d.id FROM document_words w JOIN documents d ON d.number = w.rowid
         WHERE document_words MATCH '"elysia"'`,
      ),
    ).toEqual([{ id: 'c' }])
    expect(
      rows(
        database,
        `SELECT d.id, v.value FROM document_dates v JOIN documents d ON d.number = v.number
         JOIN document_places p ON p.place = v.place WHERE p.path = 'publishedAt' ORDER BY v.rank, v.value`,
      ),
    ).toEqual([
      { id: 'a', value: '2025-03-01' },
      { id: 'drafts.a', value: 0 },
    ])
    expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(rows(database, 'PRAGMA foreign_key_check')).toEqual([])
    database.close()
  })

  it('is left as it was when a step dies half-way', () => {
    makeFirstVersion()
    const damaged = new DatabaseSync(join(folder, 'lake.sqlite'))
    damaged.exec(`UPDATE documents SET body = '{"_id": "a"' WHERE id = 'a'`)
    const before = rows(damaged, 'SELECT * FROM documents ORDER BY id')
    damaged.close()
    expect(() => openDatabase(folder)).toThrow('malformed JSON')
    const after = new DatabaseSync(join(folder, 'lake.sqlite'))
    expect(rows(after, 'PRAGMA user_version')).toEqual([{ user_version: 1 }])
    expect(rows(after, 'SELECT * FROM documents ORDER BY id')).toEqual(before)
    expect(rows(after, `SELECT name FROM sqlite_schema WHERE name LIKE 'document_words%'`)).toEqual([])
    after.close()
  })
})

describe('a folder whose log has every body', () => {
  const last = 'production'
  const [first, second] = [
    stored('a', { n: 1.5, text: 'Ünïcode "and" \\ \ud83d\ude00' }),
    stored('a', { _rev: 's' }),
  ]

  /** As the step before the one that leaves the newest body out of the log left it, with one document. */
  function makeOlder(): void {
    const older = new DatabaseSync(join(folder, 'lake.sqlite'))
    for (const step of migrations.slice(0, 9)) {
      if (typeof step === 'string') older.exec(step)
      else step(older)
    }
    older.exec(`PRAGMA user_version = 9; INSERT INTO datasets VALUES ('${last}', 'public', '${time}', NULL)`)
    new DocumentWriter(older, last).write(first)
    const seq = addTransaction(older, { dataset: last, id: 'r', author: 'e', timestamp: time })
    older
      .prepare(
        `INSERT INTO changes (transaction_seq, dataset, document_id, transition, mutations, effects, body)
         VALUES (?, ?, 'a', 'appear', '"create"', '', ?)`,
      )
      .run(seq, last, JSON.stringify(first))
    older.close()
  }

  it('tells its history as before, also of what is changed from then on', () => {
    makeOlder()
    const database = openDatabase(folder)
    const was = (id: string) => bodyAtTransaction(database, last, 'a', id)
    expect([was('r'), lastBodyOf(database, last, 'a')]).toEqual([first, first])
    const writer = new DocumentWriter(database, last)
    const change = { dataset: last, documentId: 'a', author: 'e', timestamp: time, mutations: [] }
    const sides = { previousRev: 'r', resultRev: 's', effects: { apply: [], revert: [] } }
    const seq = addTransaction(database, { dataset: last, id: 's', author: 'e', timestamp: time })
    const number = writer.write(second)
    const update = { ...change, ...sides, transactionId: 's', before: first, after: second }
    addChange(database, seq, { ...update, transition: 'update' }, number)
    expect([was('r'), was('s')]).toEqual([first, second])
    writer.remove('a')
    expect([was('r'), was('s'), lastBodyOf(database, last, 'a')]).toEqual([first, second, second])
    database.close()
  })
})

describe('a folder of a newer version', () => {
  it('is refused in words and left alone', () => {
    const newer = new DatabaseSync(join(folder, 'lake.sqlite'))
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    newer.close()
    expect(() => openDatabase(folder)).toThrow(NewerDatabaseError)
    expect(() => openDatabase(folder)).toThrow(
      `The lake's data folder has schema version ${migrations.length + 1}, and this Meridian knows only ${migrations.length}. ` +
        'Start the newer version that wrote it, or point LAKE_DATA_DIR at another folder.',
    )
    const after = new DatabaseSync(join(folder, 'lake.sqlite'))
    expect(rows(after, 'SELECT name FROM sqlite_schema')).toEqual([])
    after.close()
  })
})

it('takes a schema to its last version once, and then leaves it alone', () => {
  const database = new DatabaseSync(':memory:')
  migrate(database)
  const schema = rows(database, 'SELECT sql FROM sqlite_schema')
  migrate(database)
  expect(rows(database, 'SELECT sql FROM sqlite_schema')).toEqual(schema)
})
