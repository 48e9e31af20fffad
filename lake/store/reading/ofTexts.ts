import type { DatabaseSync } from 'node:sqlite'
import type { Condition } from '../selection.ts'
import { firstRow, Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'
import { wordsQuery } from './textSql.ts'

/** So many documents that have the words are listed once for all that is to be known of them. */
const mostListed = 2000

/** All conditions about texts as one, which the index of words answers at once; none when it is asked for nothing. */
export function ofTexts(
  ground: Ground,
  conditions: readonly Extract<Condition, { by: 'text' }>[],
): ConditionSql[] {
  const queries = conditions.flatMap((condition) => wordsQuery(condition, ground.publicUrl) ?? [])
  const words = [...new Set(queries)].map((query) => `(${query})`).join(' AND ')
  if (words === '') return []
  const numbers = numbersHaving(words, ground.database)
  return [numbers ? among(numbers) : having(words)]
}

/** The documents that have the words, as a list in JSON; undefined when there are too many. */
function numbersHaving(words: string, database: DatabaseSync): { list: string; length: number } | undefined {
  const row = firstRow(
    database,
    sql`SELECT count(*), group_concat(rowid) FROM (SELECT rowid FROM document_words
      WHERE document_words MATCH ${words} LIMIT ${mostListed + 1})`,
  )
  const length = Number(row?.[0])
  return length > mostListed ? undefined : { list: `[${row?.[1] ?? ''}]`, length }
}

function among({ list, length }: { list: string; length: number }): ConditionSql {
  return {
    test: (number) => sql`${new Sql(number, [])} IN (SELECT value FROM json_each(${list}))`,
    list: {
      from: sql`json_each(${list}) having_words`,
      where: sql`1`,
      number: 'having_words.value',
      isTyped: false,
      repeats: false,
      most: length,
    },
  }
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
