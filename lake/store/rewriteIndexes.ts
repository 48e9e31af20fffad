import type { DatabaseSync } from 'node:sqlite'
import { parseDocument } from './documents.ts'
import { DocumentWriter } from './documentWriter.ts'
import { numberOf, textOf } from './statement.ts'

/** Told now and then how many of how many documents are done. */
export type Progress = (done: number, total: number) => void

const documentsBetweenReports = 1000

/**
 * Makes all that is indexed of documents anew from their bodies. Inside a transaction of the caller's.
 */
export function rewriteIndexes(database: DatabaseSync, progress?: Progress): void {
  // Each index is written all over: with few pages at hand most would be written and read again many times.
  const cacheSize = numberOf(database.prepare('PRAGMA cache_size').get(), 'cache_size')
  database.exec('PRAGMA cache_size = -131072')
  try {
    rewrite(database, progress)
  } finally {
    database.exec(`PRAGMA cache_size = ${cacheSize}`)
  }
}

function rewrite(database: DatabaseSync, progress: Progress | undefined): void {
  database.exec(`
    DELETE FROM document_references;
    DELETE FROM document_dates;
    DELETE FROM document_places;
    INSERT INTO document_words (document_words) VALUES ('delete-all');
  `)
  const total = numberOf(database.prepare('SELECT count(*) AS total FROM documents').get(), 'total')
  const rows = database
    .prepare(
      `SELECT d.number, d.dataset, json(b.body) AS body FROM document_bodies b CROSS JOIN documents d ON d.number = b.number
       ORDER BY b.number`,
    )
    .iterate()
  const writers = new Map<string, DocumentWriter>()
  let done = 0
  for (const row of rows) {
    const dataset = textOf(row, 'dataset')
    const writer = writers.get(dataset) ?? new DocumentWriter(database, dataset)
    writers.set(dataset, writer)
    const number = numberOf(row, 'number')
    writer.reindex(number, parseDocument(textOf(row, 'body')))
    done += 1
    if (done % documentsBetweenReports !== 0 && done !== total) continue
    for (const each of writers.values()) each.writeWords()
    progress?.(done, total)
  }
}
