import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

/** A piece of SQL with the values for its question marks. */
export class Sql {
  readonly text: string
  readonly values: readonly SQLInputValue[]

  constructor(text: string, values: readonly SQLInputValue[]) {
    this.text = text
    this.values = values
  }
}

/** SQL from a template: what is put in is a piece of SQL or a value, and a value never becomes text. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SQLInputValue)[]): Sql {
  let text = strings[0] ?? ''
  const values: SQLInputValue[] = []
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return new Sql(text, values)
}

export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return new Sql(
    parts.map(({ text }) => text).join(separator),
    parts.flatMap(({ values }) => values),
  )
}

/** All terms together; without any, what is always true. */
export function allOf(terms: readonly Sql[]): Sql {
  return terms.length === 0 ? sql`1` : joinSql(terms, ' AND ')
}

/** `(?, ?, …)`; a long list travels as JSON, so that a statement has few forms. */
export function listOf(values: readonly (string | number)[]): Sql {
  if (values.length > 8) return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
  return sql`(${joinSql(
    values.map((value) => sql`${value}`),
    ', ',
  )})`
}

const statementsKept = 200
const kept = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The values of a row in the order of the columns: rows by the thousand are read sooner without names. */
export type Values = readonly SQLOutputValue[]

/** All rows. Statements are kept, the ones longest out of use are let go: what a query asks for has endless forms. */
export function allRows(database: DatabaseSync, { text, values }: Sql): readonly Values[] {
  const rows: unknown = statementOf(database, text).all(...values)
  return isRows(rows) ? rows : []
}

/** The first row, if any. */
export function firstRow(database: DatabaseSync, { text, values }: Sql): Values | undefined {
  const row: unknown = statementOf(database, text).get(...values)
  return isRow(row) ? row : undefined
}

function isRow(row: unknown): row is Values {
  return Array.isArray(row)
}

function isRows(rows: unknown): rows is Values[] {
  return Array.isArray(rows) && rows.slice(0, 1).every(isRow)
}

function statementOf(database: DatabaseSync, text: string): StatementSync {
  const statements = kept.get(database) ?? new Map<string, StatementSync>()
  kept.set(database, statements)
  const statement = statements.get(text) ?? prepare(database, text)
  statements.delete(text)
  statements.set(text, statement)
  const [oldest] = statements.keys()
  if (statements.size > statementsKept && oldest !== undefined) statements.delete(oldest)
  return statement
}

function prepare(database: DatabaseSync, text: string): StatementSync {
  const statement = database.prepare(text)
  statement.setReturnArrays(true)
  return statement
}
