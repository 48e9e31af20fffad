import { type Sql, sql } from '../sql.ts'

/** Rows of an index, one for each document that a condition holds of. */
export interface RowList {
  from: Sql
  where: Sql
  /** The column that is the document's number. */
  number: string
  /** The alias that has the document's shelf, if any has. */
  shelf?: string
  /** Whether all rows are of the types that are asked for. */
  isTyped: boolean
  /** Whether a document may come more than once. */
  repeats: boolean
  /** There are no more rows than so many, and hardly fewer: they need not be counted. */
  most?: number
}

/** A range of dates: how its values rank, and its ends. */
export interface DateBounds {
  /** The one rank of all values; undefined for everything that is defined. */
  rank: Sql | undefined
  from: readonly Sql[]
  to: readonly Sql[]
}

export interface ConditionSql {
  /** Whether it holds of the document with this number. */
  test: (number: string) => Sql
  /** Of these numbers, those of which it holds, as rows of one column: sooner where the condition lists many. */
  pick?: (numbers: readonly number[]) => Sql
  list: RowList
  /** The documents that it holds of, hidden ones and those of other datasets included, where they were listed. */
  numbers?: Uint32Array
  /** What it refers to, and whether anywhere or at one path. */
  targets?: { numbers: ReadonlySet<number>; isAnywhere: boolean }
  /** The path of dates that it is about. */
  range?: { path: string; places: readonly number[]; bounds(alias: string): DateBounds }
}

/**
 * The conditions as tests of the document `number`. Of `listing`, whose rows are at hand, nothing need be asked.
 * Tests that are `early` come before all that is joined: SQLite makes of EXISTS a join of its own, the last one.
 */
export function testsOf(
  conditions: readonly ConditionSql[],
  number: string,
  { listing, early = false }: { listing?: ConditionSql | undefined; early?: boolean } = {},
): Sql[] {
  return conditions
    .filter((condition) => condition !== listing)
    .map((condition) => {
      const test = condition.test(number)
      if (listing && implies(listing, condition)) return sql`(listed.counted = 1 OR ${test})`
      return early ? sql`(${test}) = 1` : test
    })
}

/** Whether what the one lists refers to is, as good as always, what the other asks for anywhere. */
export function implies(listing: ConditionSql, { targets }: ConditionSql): boolean {
  const listed = listing.targets
  return (
    listed !== undefined &&
    targets?.isAnywhere === true &&
    [...listed.numbers].every((each) => targets.numbers.has(each))
  )
}
