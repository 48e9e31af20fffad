import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './DataTable.module.css'
import type { SectionOf } from './sectionOf.ts'

const isNumber = (cell: string | undefined) => /^[\s\d.,%+−–-]*\d[\s\d.,%+−–-]*$/.test(cell ?? '')

/** Most of a column in numbers makes it one of numbers, where some cell says in words why it has none. */
const isOfNumbers = (rows: SectionOf<'table'>['rows'], column: number) =>
  rows.filter((row) => isNumber(row[column])).length * 2 > rows.length

/** A table of the newsroom's own. One too wide for its column scrolls within itself. */
export const DataTable = ({ table, words }: { table: SectionOf<'table'>; words: Words }) => {
  const numeric = table.columns.map((_, column) => isOfNumbers(table.rows, column))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: -- what scrolls has to be reached by keyboard
    <section className={styles.frame} aria-label={table.caption ?? words.article.table} tabIndex={0}>
      <table className={styles.table}>
        {table.caption && <caption className={styles.caption}>{table.caption}</caption>}
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" data-numeric={numeric[index]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\u001f')}>
              {table.columns.map((column, index) => (
                <td key={column} data-numeric={numeric[index]}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
