import type { DatabaseSync } from 'node:sqlite'
import type { Condition } from '../selection.ts'
import { firstRow, Sql, sql } from '../sql.ts'
import type { ConditionSql } from './conditionSql.ts'
import type { Ground } from './ground.ts'
import { indexedWordsOf, wordsQuery } from './textSql.ts'

/** So many documents that have the words are listed once for all that is to be known of them. */
const mostListed = 2000
/** In a dataset of no more documents a list may have all of them. */
export const fewDocuments = 20_000

/** All conditions about texts as one, which the index of words answers at once; none when it is asked for nothing. */
export function ofTexts(
  ground: Ground,
  conditions: readonly Extract<Condition, { by: 'text' }>[],
): ConditionSql[] {
  const words = wordsQuery(
    conditions.flatMap((condition) => indexedWordsOf(condition, ground.publicUrl) ?? []),
  )
  if (words === undefined) return []
  const { types, database } = ground
  const total = types.totalOf(types.all)
  const most = total > fewDocuments ? mostListed : Math.max(mostListed, total)
  const list = numbersHaving(words, database, most)
  return [list === undefined ? having(words) : among(list)]
}

/** The documents that have the words, as a list in JSON; undefined when there are too many. */
function numbersHaving(words: string, database: DatabaseSync, most: number): string | undefined {
  const row = firstRow(
    database,
    sql`SELECT count(*), group_concat(rowid) FROM (SELECT rowid FROM document_words
      WHERE document_words MATCH ${words} LIMIT ${most + 1})`,
  )
  return Number(row?.[0]) > most ? undefined : `[${row?.[1] ?? ''}]`
}

function among(list: string): ConditionSql {
  const parsed: unknown = JSON.parse(list)
  const numbers = Uint32Array.from(Array.isArray(parsed) ? parsed : [])
  return {
    numbers,
    test: (number) => sql`${new Sql(number, [])} IN (SELECT value FROM json_each(${list}))`,
    list: {
      from: sql`json_each(${list}) having_words`,
      where: sql`1`,
      number: 'having_words.value',
      isTyped: false,
      repeats: false,
      most: numbers.length,
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
