import { readList, readText } from '../../schema/rules/readValue.ts'

export interface TableRow {
  _type: 'tableRow'
  _key: string
  cells: string[]
}

/** A table as the form edits it: every row has as many cells as there are columns. */
export interface TableGrid {
  columns: string[]
  rows: TableRow[]
}

type NewKey = () => string

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const toWidth = (cells: readonly unknown[], width: number) =>
  Array.from({ length: width }, (_, index) => textOf(cells[index]))

/** The grid of a stored table, ragged rows filled up to the widest; an empty one begins with two columns and a row. */
export function toGrid(table: unknown, newKey: NewKey): TableGrid {
  const columns = readList(table, 'columns')
  const rows = readList(table, 'rows')
  if (columns.length === 0 && rows.length === 0)
    return fromLines(
      [
        ['', ''],
        ['', ''],
      ],
      newKey,
    )
  const width = Math.max(columns.length, ...rows.map((row) => readList(row, 'cells').length))
  return {
    columns: toWidth(columns, width),
    rows: rows.map((row) => ({
      _type: 'tableRow',
      _key: readText(row, '_key') ?? newKey(),
      cells: toWidth(readList(row, 'cells'), width),
    })),
  }
}

/** Lines of a spreadsheet, the first of them the columns. */
function fromLines(lines: string[][], newKey: NewKey): TableGrid {
  const width = Math.max(...lines.map((line) => line.length))
  const [columns = [], ...rows] = lines
  return {
    columns: toWidth(columns, width),
    rows: rows.map((cells) => ({ _type: 'tableRow', _key: newKey(), cells: toWidth(cells, width) })),
  }
}

/** What was copied from a spreadsheet as a table; undefined for a single cell or plain words. */
export function parsePastedTable(text: string, newKey: NewKey): TableGrid | undefined {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  if (lines.length < 2 || !text.includes('\t')) return undefined
  return fromLines(
    lines.map((line) => line.split('\t').map((cell) => cell.trim())),
    newKey,
  )
}

export function addColumn({ columns, rows }: TableGrid): TableGrid {
  return { columns: [...columns, ''], rows: rows.map((row) => ({ ...row, cells: [...row.cells, ''] })) }
}

export function removeColumn({ columns, rows }: TableGrid, at: number): TableGrid {
  const without = (cells: string[]) => cells.filter((_, index) => index !== at)
  return { columns: without(columns), rows: rows.map((row) => ({ ...row, cells: without(row.cells) })) }
}

export function addRow({ columns, rows }: TableGrid, newKey: NewKey): TableGrid {
  return { columns, rows: [...rows, { _type: 'tableRow', _key: newKey(), cells: columns.map(() => '') }] }
}

export function removeRow({ columns, rows }: TableGrid, key: string): TableGrid {
  return { columns, rows: rows.filter(({ _key }) => _key !== key) }
}

export function writeColumn({ columns, rows }: TableGrid, at: number, text: string): TableGrid {
  return { columns: columns.map((column, index) => (index === at ? text : column)), rows }
}

export function writeCell({ columns, rows }: TableGrid, key: string, at: number, text: string): TableGrid {
  return {
    columns,
    rows: rows.map((row) =>
      row._key === key
        ? { ...row, cells: row.cells.map((cell, index) => (index === at ? text : cell)) }
        : row,
    ),
  }
}
