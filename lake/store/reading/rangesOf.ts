import { ranks } from '../documentDates.ts'
import type { Condition } from '../selection.ts'
import { allOf, listOf, Sql, sql } from '../sql.ts'
import type { ConditionSql, DateBounds } from './conditionSql.ts'
import { everywhere, type Ground, slugPath } from './ground.ts'

const operators = { '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` } as const

type OfDates = Extract<Condition, { by: 'date' | 'defined' }>

function isOfDates(condition: Condition): condition is OfDates {
  if (condition.by === 'date') return true
  return condition.by === 'defined' && condition.path !== slugPath && !everywhere.includes(condition.path)
}

/** What is asked of dates, that of one path together. */
export function rangesOf(ground: Ground, conditions: readonly Condition[]): ConditionSql[] {
  const asked = conditions.filter(isOfDates)
  const paths = new Set(asked.map(({ path }) => path))
  return [...paths].map((path) =>
    rangeOf(
      ground,
      path,
      asked.filter((condition) => condition.path === path),
    ),
  )
}

function rangeOf(ground: Ground, path: string, asked: readonly OfDates[]): ConditionSql {
  const places = ground.types.datePlaces(ground.wanted, path)
  if (!places) throw new TypeError(`No index knows the dates at ${path}.`)
  const dates = asked.filter((condition) => condition.by === 'date')
  const bounds = (alias: string): DateBounds => {
    const row = new Sql(alias, [])
    const end = (signs: readonly string[]) =>
      dates
        .filter(({ operator }) => signs.includes(operator))
        .map(({ operator, value }) => sql`${row}.value ${operators[operator]} ${value}`)
    if (dates.length === 0) return { rank: undefined, from: [], to: [sql`${row}.rank < ${ranks.nothing}`] }
    return { rank: sql`${row}.rank = ${ranks.text}`, from: end(['>', '>=']), to: end(['<', '<=']) }
  }
  const within = (alias: string) => {
    const { rank, from, to } = bounds(alias)
    return allOf([...(rank ? [rank] : []), ...from, ...to])
  }
  return {
    range: { path, places, bounds },
    test: (number) =>
      sql`EXISTS (SELECT 1 FROM document_dates held WHERE held.number = ${new Sql(number, [])}
        AND held.place IN ${listOf(places)} AND ${within('held')})`,
    list: {
      from: sql`document_dates listed INDEXED BY document_dates_by_value`,
      where: sql`listed.place IN ${listOf(places)} AND ${within('listed')}`,
      number: 'listed.number',
      shelf: 'listed',
      isTyped: true,
      repeats: false,
    },
  }
}
