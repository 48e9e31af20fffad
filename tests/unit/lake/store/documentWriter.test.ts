import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction, openDatabase } from '../../../../lake/store/database.ts'
import { ensureDataset } from '../../../../lake/store/datasets.ts'
import { DocumentWriter } from '../../../../lake/store/documentWriter.ts'

const folder = mkdtempSync(join(tmpdir(), 'meridian-writer-'))
const database = openDatabase(folder)
const time = '2026-01-01T00:00:00Z'
ensureDataset(database, 'production', 'public', time)
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

const document = (text: string) => ({
  ...{ _id: 'a', _type: 'article', _rev: 'r', _createdAt: time, _updatedAt: time },
  text,
})
const write = (work: (writer: DocumentWriter) => void) =>
  inTransaction(database, () => {
    const writer = new DocumentWriter(database, 'production')
    work(writer)
    writer.writeWords()
  })
const rows = (sql: string, ...values: string[]) => database.prepare(sql).all(...values).length
const found = (word: string) => rows('SELECT rowid FROM document_words WHERE document_words MATCH ?', word)

describe('the words of documents', () => {
  it('are those of the last time that one transaction has written them', () => {
    write((writer) => {
      writer.write(document('early'))
      writer.write(document('late'))
    })
    expect([found('early'), found('late')]).toEqual([0, 1])
    write((writer) => writer.write(document('later')))
    expect([found('late'), found('later')]).toEqual([0, 1])
  })

  it('are none of a document that was written and removed', () => {
    write((writer) => writer.remove('a'))
    write((writer) => {
      writer.write(document('brief'))
      writer.remove('a')
    })
    expect([found('later'), found('brief'), rows('SELECT rowid FROM document_words')]).toEqual([0, 0, 0])
  })
})
