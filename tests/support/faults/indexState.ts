import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inTransaction, openDatabase } from '../../../lake/store/database.ts'
import { rewriteIndexes } from '../../../lake/store/rewriteIndexes.ts'

/** What is indexed, in words that do not depend on the numbers in which it is kept. */
const contents: Record<string, string> = {
  documents: `SELECT dataset, id, type, revision, layer, shelf, going, origin, slug, words_digest FROM documents`,
  counts: 'SELECT dataset, type, shelf, total FROM document_counts WHERE total <> 0',
  references: `SELECT d.dataset, d.id, t.id AS target, p.path, r.shelf, r.strong FROM document_references r
    JOIN documents d ON d.number = r.number JOIN reference_targets t ON t.target = r.target
    JOIN document_places p ON p.place = r.place`,
  words: `SELECT d.dataset, d.id, v.term FROM index_words v JOIN documents d ON d.number = v.doc`,
  'words of documents that are gone': `SELECT v.term FROM index_words v WHERE v.doc NOT IN (SELECT number FROM documents)`,
}
/** Dates are indexed for places that qualify, and what once did not never does again: only both can be compared. */
const dates = `SELECT p.dataset, p.type, p.path, d.id, i.rank, i.value, i.shelf FROM document_dates i
  JOIN document_places p ON p.place = i.place JOIN documents d ON d.number = i.number WHERE p.dates = 1`

/** Makes all indexes anew in a copy of the database; in words, where those that were kept say something else. */
export function compareIndexes(dataDir: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-indexes-'))
  try {
    const original = new DatabaseSync(join(dataDir, 'lake.sqlite'), { readOnly: true })
    original.prepare('VACUUM INTO ?').run(join(folder, 'lake.sqlite'))
    original.close()
    const copy = openDatabase(folder)
    copy.exec(`CREATE VIRTUAL TABLE temp.index_words USING fts5vocab('main', 'document_words', 'instance')`)
    const kept = read(copy)
    inTransaction(copy, () => rewriteIndexes(copy))
    const rewritten = read(copy)
    copy.close()
    return Object.keys(contents)
      .concat('dates')
      .flatMap((name) => difference(name, kept, rewritten))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Contents = Map<string, Set<string>>

function read(database: DatabaseSync): Contents {
  const rows = (sql: string) =>
    new Set(
      database
        .prepare(sql)
        .all()
        .map((row) => JSON.stringify(Object.values(row))),
    )
  const found = new Map(Object.entries(contents).map(([name, sql]) => [name, rows(sql)]))
  return found.set('dates', rows(dates))
}

function difference(name: string, kept: Contents, rewritten: Contents): string[] {
  const [were, are] = [kept.get(name) ?? new Set<string>(), rewritten.get(name) ?? new Set<string>()]
  const places = new Set([...are].map(placeOf))
  const isCompared = (row: string) => name !== 'dates' || places.has(placeOf(row))
  return [
    ...[...were]
      .filter((row) => !are.has(row) && isCompared(row))
      .map((row) => `${name}: ${row} is left over`),
    ...[...are]
      .filter((row) => !were.has(row))
      .filter((row) => name !== 'dates' || [...were].some((other) => placeOf(other) === placeOf(row)))
      .map((row) => `${name}: ${row} is missing`),
  ].slice(0, 20)
}

/** Dataset, type and path of a date. */
function placeOf(row: string): string {
  const values: unknown[] = JSON.parse(row)
  return JSON.stringify(values.slice(0, 3))
}
