import type { Condition } from '../selection.ts'
import { Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'
import { wordsQuery } from './textSql.ts'

export function ofText(
  ground: Ground,
  condition: Extract<Condition, { by: 'text' }>,
): ConditionSql | 'always' {
  const words = wordsQuery(condition, ground.publicUrl)
  if (words === undefined) return 'always'
  return {
    test: (number) =>
      sql`${new Sql(number, [])} IN (SELECT document_words.rowid FROM document_words WHERE document_words MATCH ${words})`,
    // The plus keeps SQLite from asking the index of words for one number after the other.
    pick: (numbers) =>
      sql`SELECT document_words.rowid AS number FROM document_words WHERE document_words MATCH ${words}
        AND document_words.rowid BETWEEN ${BigInt(smallest(numbers))} AND ${BigInt(largest(numbers))}
        AND +document_words.rowid IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`,
    list: {
      from: sql`document_words`,
      where: sql`document_words MATCH ${words}`,
      number: 'document_words.rowid',
      isTyped: false,
      repeats: false,
    },
  }
}
const smallest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))
const largest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b))
