import type { Condition } from '../selection.ts'
import { Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'
import { wordsQuery } from './textSql.ts'

/** All conditions about texts as one, which the index of words answers at once; none when it is asked for nothing. */
export function ofTexts(
  ground: Ground,
  conditions: readonly Extract<Condition, { by: 'text' }>[],
): ConditionSql[] {
  const queries = conditions.flatMap((condition) => wordsQuery(condition, ground.publicUrl) ?? [])
  const words = [...new Set(queries)].map((query) => `(${query})`).join(' AND ')
  return words === '' ? [] : [having(words)]
}

function having(words: string): ConditionSql {
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
