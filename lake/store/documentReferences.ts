import type { DatabaseSync } from 'node:sqlite'
import { storedText } from './documentFields.ts'
import type { DocumentIndex } from './documentIndex.ts'
import type { DocumentPlaces } from './documentPlaces.ts'
import { type Row, statement, textOf } from './statement.ts'

interface ReferenceRow {
  target: number
  place: number
  strong: number
  counted: number
}

/** What is found in a document, with its number; `isNew` where nothing is indexed of it yet. */
export interface IndexedDocument {
  number: number
  index: DocumentIndex
  isNew: boolean
}

/** Makes the references of a document those that are indexed for its number. */
export function replaceReferences(
  database: DatabaseSync,
  places: DocumentPlaces,
  { number, index, isNew }: IndexedDocument,
): void {
  const { type, shelf } = index.fields
  const rows = index.references.map((reference) => ({
    target: places.targetOf(reference.target),
    place: places.placeOf(type, reference.path),
    strong: Number(reference.strong),
    counted: Number(reference.counted),
  }))
  const insert = statement(database, 'INSERT INTO document_references VALUES (?, ?, ?, ?, ?, ?)')
  for (const row of isNew ? rows : withoutThoseThere(database, number, shelf, rows)) {
    insert.run(number, row.target, row.place, shelf, row.strong, row.counted)
  }
}

/** Deletes what is no longer so, and answers what is not there yet. */
function withoutThoseThere(
  database: DatabaseSync,
  number: number,
  shelf: number,
  wanted: readonly ReferenceRow[],
): ReferenceRow[] {
  const rows = new Map(wanted.map((row) => [`${row.target} ${row.place}`, row]))
  const remove = statement(
    database,
    'DELETE FROM document_references WHERE number = ? AND target = ? AND place = ?',
  )
  for (const there of statement(database, 'SELECT * FROM document_references WHERE number = ?').all(number)) {
    const key = `${there.target} ${there.place}`
    const row = rows.get(key)
    if (row && isSame(there, row, shelf)) rows.delete(key)
    else remove.run(number, Number(there.target), Number(there.place))
  }
  return [...rows.values()]
}

function isSame(there: Row, row: ReferenceRow, shelf: number): boolean {
  return there.strong === row.strong && there.counted === row.counted && there.shelf === shelf
}

/** Ids of the documents that hold a strong reference to `toId`, itself left out. */
export function strongReferrersOf(database: DatabaseSync, dataset: string, toId: string): string[] {
  return statement(
    database,
    `SELECT DISTINCT d.id FROM reference_targets t
     CROSS JOIN document_references r ON r.target = t.target AND r.strong = 1
     CROSS JOIN documents d ON d.number = r.number
     WHERE t.dataset = ? AND t.id = ? AND d.id <> ? ORDER BY d.id`,
  )
    .all(dataset, storedText(toId), toId)
    .map((row) => textOf(row, 'id'))
}
