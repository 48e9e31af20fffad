import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inSnapshot, inTransaction, openDatabase, openReadOnly } from '../../../../lake/store/database.ts'
import { ensureDataset, setAclMode } from '../../../../lake/store/datasets.ts'
import { DocumentReader } from '../../../../lake/store/documentReader.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'
import { KnownState } from '../../../../lake/store/knownState.ts'

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
