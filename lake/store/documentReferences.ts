import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { type DocumentFields, storedText } from './documentFields.ts'
import type { DocumentPlaces } from './documentPlaces.ts'
import { referencesIn } from './referencesIn.ts'
import { type Row, statement, textOf } from './statement.ts'

interface ReferenceRow {
  target: number
  place: number
  strong: number
  counted: number
}

/** A document with its number; `isNew` where nothing is indexed of it yet. */
export interface IndexedDocument {
  number: number
  document: SanityDocument
  fields: DocumentFields
  isNew: boolean
}

/** Makes the references of `document` those that are indexed for its number. */
export function replaceReferences(
  database: DatabaseSync,
  places: DocumentPlaces,
  { number, document, fields, isNew }: IndexedDocument,
): void {
  const { type, shelf } = fields
  const rows = new Map<string, ReferenceRow>()
  const counted = new Set<number>()
  for (const reference of referencesIn(document)) {
    const target = places.targetOf(storedText(reference.toId))
    const place = places.placeOf(type, reference.path)
    const row = rows.get(`${target} ${place}`) ?? { target, place, strong: 0, counted: 0 }
    if (!reference.weak && !reference.foreign) row.strong = 1
    if (reference.counted && !counted.has(target)) {
      counted.add(target)
      row.counted = 1
    }
    rows.set(`${target} ${place}`, row)
  }
  if (!isNew) removeOthers(database, number, shelf, rows)
  const insert = statement(database, 'INSERT INTO document_references VALUES (?, ?, ?, ?, ?, ?)')
  for (const row of rows.values()) {
    insert.run(number, row.target, row.place, shelf, row.strong, row.counted)
  }
}

/** Deletes what is no longer so, and takes from `rows` what is there already. */
function removeOthers(
  database: DatabaseSync,
  number: number,
  shelf: number,
  rows: Map<string, ReferenceRow>,
): void {
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
