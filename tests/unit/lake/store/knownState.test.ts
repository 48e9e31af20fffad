import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inSnapshot, inTransaction, openDatabase, openReadOnly } from '../../../../lake/store/database.ts'
import { ensureDataset, setAclMode } from '../../../../lake/store/datasets.ts'
import { DocumentReader } from '../../../../lake/store/documentReader.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { KnownState } from '../../../../lake/store/knownState.ts'
import type { Condition } from '../../../../lake/store/selection.ts'

const dataset = 'production'
const scope = { dataset, perspective: [], reach: 'public' } as const
const written = { _type: 'article', _rev: 'r', _createdAt: '2026-01-01', _updatedAt: '2026-01-01' }

describe('what is known of an unchanged database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lake-known-'))
  const database = openDatabase(folder)
  const reading = openReadOnly(folder)
  const known = new KnownState()
  afterAll(() => {
    reading.close()
    database.close()
    rmSync(folder, { recursive: true })
  })

  const ask = <T>(work: (reader: DocumentReader) => T) =>
    inSnapshot(reading, () => work(new DocumentReader(reading, scope, { publicUrl: '', known })))
  const write = (change: (writer: DocumentWriter) => void) =>
    inTransaction(database, () => {
      const writer = new DocumentWriter(database, dataset)
      change(writer)
      writer.writeWords()
    })

  it('is forgotten when another process has written, whatever it wrote', () => {
    ensureDataset(database, dataset, 'public', '2026-01-01')
    const state = () => inSnapshot(reading, () => known.of(reading, scope))
    const before = state()
    expect(state()).toBe(before)
    setAclMode(database, dataset, 'private')
    expect(state()).not.toBe(before)
  })

  it('shows documents that came and went under an id that was asked for before', () => {
    expect(ask((reader) => reader.get('a'))).toBeUndefined()
    write((writer) => writer.write({ ...written, _id: 'a' }))
    expect(ask((reader) => reader.get('a'))?._id).toBe('a')
    write((writer) => writer.remove('a'))
    expect(ask((reader) => reader.get('a'))).toBeUndefined()
  })

  it('finds by ids what has been read before, in their order, and nothing of other types', () => {
    write((writer) => {
      writer.write({ ...written, _id: 'd' })
      writer.write({ ...written, _id: 'c' })
      writer.write({ ...written, _id: 'e', _type: 'letter' })
    })
    const articles: Condition = { by: 'type', types: ['article'] }
    const ids: Condition = { by: 'id', ids: ['e', 'd', 'c', 'nobody'] }
    const read = (...conditions: Condition[]) =>
      ask((reader) => [...reader.read({ conditions })].map(({ _id }) => _id))
    const found = () => [read(articles, ids), read(ids), read(articles, { by: 'id', ids: ['d', 'c', 'e'] })]
    expect(found()).toEqual([
      ['c', 'd'],
      ['c', 'd', 'e'],
      ['c', 'd'],
    ])
    expect(found()).toEqual([
      ['c', 'd'],
      ['c', 'd', 'e'],
      ['c', 'd'],
    ])
    write((writer) => writer.write({ ...written, _id: 'd', _type: 'letter' }))
    expect(found()).toEqual([['c'], ['c', 'd', 'e'], ['c']])
    write((writer) => {
      for (const id of ['c', 'd', 'e']) writer.remove(id)
    })
    expect(found()).toEqual([[], [], []])
  })

  it('tells types apart from those that were there before', () => {
    const count = () => ask((reader) => reader.count({ conditions: [{ by: 'type', types: ['article'] }] }))
    const before = count() ?? 0
    write((writer) => writer.write({ ...written, _id: 'b' }))
    expect(count()).toBe(before + 1)
  })

  it('is that of one perspective and one kind of caller', () => {
    const numbersOf = (perspective: 'raw' | readonly string[], reach: 'all' | 'public') =>
      known.of(reading, { dataset, perspective, reach }).numbers
    expect(numbersOf([], 'public')).toBe(numbersOf([], 'public'))
    expect(numbersOf(['drafts'], 'all')).not.toBe(numbersOf([], 'all'))
    expect(numbersOf([], 'all')).not.toBe(numbersOf([], 'public'))
  })
})
