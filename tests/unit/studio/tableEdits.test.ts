import {
  addColumn,
  addRow,
  parsePastedTable,
  removeColumn,
  removeRow,
  toGrid,
  writeCell,
  writeColumn,
} from '../../../sanity/studio/inputs/tableEdits.ts'

const keys = () => {
  let last = 0
  return () => {
    last += 1
    return `k${last}`
  }
}
const row = (_key: string, ...cells: string[]) => ({ _type: 'tableRow' as const, _key, cells })
const grid = { columns: ['Day', 'People'], rows: [row('a', 'Monday', '1'), row('b', 'Tuesday', '2')] }

describe('a table in the form', () => {
  it('begins with two columns and a row', () => {
    expect(toGrid(undefined, keys())).toEqual({ columns: ['', ''], rows: [row('k1', '', '')] })
  })

  it('fills up ragged rows, so that no cell is out of reach', () => {
    const stored = { columns: ['Day'], rows: [{ _key: 'a', cells: ['Monday', '1'] }, { _key: 'b' }] }
    expect(toGrid(stored, keys())).toEqual({
      columns: ['Day', ''],
      rows: [row('a', 'Monday', '1'), row('b', '', '')],
    })
  })

  it('grows by a column in every row, and by a row of empty cells', () => {
    expect(addColumn(grid).rows.map(({ cells }) => cells.length)).toEqual([3, 3])
    expect(addRow(grid, keys()).rows.at(-1)).toEqual(row('k1', '', ''))
  })

  it('loses a column in every row, and a row by its key', () => {
    expect(removeColumn(grid, 0)).toEqual({ columns: ['People'], rows: [row('a', '1'), row('b', '2')] })
    expect(removeRow(grid, 'a').rows).toEqual([row('b', 'Tuesday', '2')])
  })

  it('changes one cell and leaves the others', () => {
    expect(writeCell(grid, 'b', 1, '3').rows).toEqual([row('a', 'Monday', '1'), row('b', 'Tuesday', '3')])
    expect(writeColumn(grid, 1, 'Arrivals').columns).toEqual(['Day', 'Arrivals'])
  })

  it('takes what was copied from a spreadsheet, the first line as columns', () => {
    expect(parsePastedTable('Day\tPeople\r\nMonday\t1\r\nTuesday\r\n', keys())).toEqual({
      columns: ['Day', 'People'],
      rows: [row('k1', 'Monday', '1'), row('k2', 'Tuesday', '')],
    })
  })

  it('leaves ordinary words to the cell they are pasted into', () => {
    expect(parsePastedTable('Some words', keys())).toBeUndefined()
    expect(parsePastedTable('Two\nlines', keys())).toBeUndefined()
  })
})
