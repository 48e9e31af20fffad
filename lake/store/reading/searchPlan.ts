import type { DatabaseSync } from 'node:sqlite'
import { allOf, allRows, firstRow, listOf, Sql, sql, type Values } from '../sql.ts'
import type { CompiledConditions } from './compileConditions.ts'
import { type ConditionSql, testsOf } from './conditionSql.ts'
import { type Entry, type Lane, type Pick, pickAll, toEntry } from './laneWalk.ts'
import type { ScopeSql } from './scopeSql.ts'

/** An order that an index has: by the shown id, or by a path of dates. */
export type IndexOrder = { by: 'id'; isAscending: boolean } | DateOrder

export interface DateOrder {
  by: 'date'
  path: string
  /** The path's numbers, one for each type. */
  places: readonly number[]
  isAscending: boolean
}

/** From so many rows on a list is asked for those of a window, rather than put together for it. */
const manyRows = 5000
/** So many are as good as none. */
const fewestCollected = 32

/** How the documents of a selection can be come by. */
export class SearchPlan {
  readonly #scope: ScopeSql
  readonly #compiled: CompiledConditions
  readonly #order: IndexOrder

  constructor(scope: ScopeSql, compiled: CompiledConditions, order: IndexOrder) {
    this.#scope = scope
    this.#compiled = compiled
    this.#order = order
  }

  /** The rows of the order's index, from which the conditions pick. `totalOf` says how many rows they list. */
  lanes(totalOf: (condition: ConditionSql) => number): Lane[] {
    const order = this.#order
    const { conditions, isTyped, types } = this.#compiled
    const picking = conditions.filter((condition) => condition.pick && totalOf(condition) >= manyRows)
    if (order.by === 'date') return order.places.map((place) => this.#dateLane(order, place, picking))
    if (!isTyped) return this.#idLanes(sql`documents m`, sql``, picking)
    return types.flatMap((type) =>
      this.#idLanes(sql`documents m INDEXED BY documents_by_type`, sql` AND m.type = ${type}`, picking),
    )
  }

  /**
   * All that one condition lists and that the others hold of, in order.
   *
   * @param likely how many of the first are likely to be wanted: the rest is asked for when those are taken
   */
  *collect(database: DatabaseSync, listing: ConditionSql, likely: number | undefined): Generator<Entry> {
    const { list } = listing
    const { conditions } = this.#compiled
    const picking = conditions.filter((condition) => condition.pick && condition !== listing)
    const tested = conditions.filter((condition) => !picking.includes(condition))
    const isByDate = this.#order.by === 'date'
    const hasDocument = !isByDate || this.#scope.isStack
    const number = new Sql(list.number, [])
    const keys = isByDate ? sql`k.rank, k.value` : sql`${this.#scope.shownId('m')} AS shown`
    const direction = this.#order.isAscending ? 'ASC' : 'DESC'
    const order = new Sql(isByDate ? `k.rank ${direction}, k.value ${direction}` : `shown ${direction}`, [])
    const collected = sql`SELECT ${new Sql(list.repeats ? 'DISTINCT' : '', [])} ${number}, ${keys} FROM ${list.from}
        ${this.#order.by === 'date' ? sql`CROSS JOIN document_dates k ON k.number = ${number} AND k.place IN ${listOf(this.#order.places)}` : sql``}
        ${hasDocument ? sql`CROSS JOIN documents m ON m.number = ${number}` : sql``}
        WHERE ${allOf([
          list.where,
          ...(hasDocument ? [this.#ofDataset(), this.#scope.visible('m')] : [this.#scope.onShelf('k')]),
          ...(hasDocument && !list.isTyped ? this.#ofTypes() : []),
          ...testsOf(tested, list.number, { listing, early: this.#scope.isStack }),
        ])} ORDER BY ${order}, ${number}`
    const picks = picksOf(picking)
    const first = likely === undefined || picks.length > 0 ? -1 : Math.max(likely, fewestCollected)
    const rows = allRows(database, sql`${collected} LIMIT ${first}`)
    yield* pickAll(database, rows.map(toEntry), picks)
    if (rows.length !== first) return
    yield* allRows(database, sql`${collected} LIMIT -1 OFFSET ${first}`).map(toEntry)
  }

  #testsBut(others: readonly ConditionSql[], number: string): Sql[] {
    const tested = this.#compiled.conditions.filter((condition) => !others.includes(condition))
    return testsOf(tested, number, { early: this.#scope.isStack })
  }

  #ofDataset(): Sql {
    return sql`m.dataset = ${this.#scope.dataset}`
  }

  #ofTypes(): Sql[] {
    return this.#compiled.isTyped ? [sql`m.type IN ${listOf(this.#compiled.types)}`] : []
  }

  #dateLane({ path }: DateOrder, place: number, picking: readonly ConditionSql[]): Lane {
    const ranged = this.#compiled.conditions.find((condition) => condition.range?.path === path)
    const { rank, from, to } = ranged?.range?.bounds('k') ?? { rank: undefined, from: [], to: [] }
    const tests = this.#testsBut([...picking, ...(ranged ? [ranged] : [])], 'k.number')
    return {
      from: sql`document_dates k INDEXED BY document_dates_by_value`,
      where: allOf([sql`k.place = ${place}`, ...(rank ? [rank] : [])]),
      // A rank that is fixed is no key: SQLite would not search by the others behind it.
      keys: rank ? ['k.value', 'k.number'] : ['k.rank', 'k.value', 'k.number'],
      range: { from, to },
      number: 'k.number',
      join: this.#scope.isStack ? sql`CROSS JOIN documents m ON m.number = k.number` : sql``,
      filter: allOf([...tests, this.#scope.isStack ? this.#scope.visible('m') : this.#scope.onShelf('k')]),
      picks: picksOf(picking),
      compared: (key) => key.slice(0, -1),
    }
  }

  /** One lane, and in a stack one for each layer: its ids begin alike, so their order is that of the shown ids. */
  #idLanes(from: Sql, ofType: Sql, picking: readonly ConditionSql[]): Lane[] {
    const where = sql`m.dataset = ${this.#scope.dataset}${ofType}`
    const tests = this.#testsBut(picking, 'm.number')
    const lane = { from, keys: ['m.id'], number: 'm.number', join: sql``, picks: picksOf(picking) }
    const published: Lane = {
      ...lane,
      where,
      range: { from: [], to: [] },
      filter: allOf([this.#scope.isStack ? this.#scope.published('m') : this.#scope.visible('m'), ...tests]),
      compared: (key) => key,
    }
    const layers = this.#scope.layers.map(({ prefix }) => ({
      ...lane,
      where,
      range: { from: [sql`m.id >= ${prefix}`], to: [sql`m.id < ${`${prefix}\u{10ffff}`}`] },
      filter: allOf([this.#scope.winning('m'), ...tests]),
      compared: ([id = '']: readonly (string | number)[]) => [String(id).slice(prefix.length)],
    }))
    return [published, ...layers]
  }
}

function picksOf(conditions: readonly ConditionSql[]): Pick[] {
  return conditions.flatMap(({ pick }) => (pick ? [pick] : []))
}

/** The numbers of all documents with a date, in the order of the dates. Not for scopes in which one document hides another. */
export function listByDate(
  database: DatabaseSync,
  scope: ScopeSql,
  { places, isAscending }: DateOrder,
): Uint32Array {
  const direction = new Sql(isAscending ? 'ASC' : 'DESC', [])
  const row = firstRow(
    database,
    sql`SELECT json_group_array(number) FROM (SELECT k.number FROM document_dates k
      WHERE k.place IN ${listOf(places)} AND ${scope.onShelf('k')}
      ORDER BY k.rank ${direction}, k.value ${direction}, k.number ${direction})`,
  )
  return toNumbers(row)
}

/** The numbers of all documents of the types, in the order of the ids that the scope shows. */
export function listNumbers(
  database: DatabaseSync,
  scope: ScopeSql,
  { types, isTyped }: CompiledConditions,
): Uint32Array {
  const ofTypes = isTyped ? sql`AND m.type IN ${listOf(types)}` : sql``
  const row = firstRow(
    database,
    sql`SELECT json_group_array(number) FROM (SELECT m.number FROM documents m
      WHERE m.dataset = ${scope.dataset} ${ofTypes} AND ${scope.visible('m')} ORDER BY ${scope.shownId('m')})`,
  )
  return toNumbers(row)
}

function toNumbers(row: Values | undefined): Uint32Array {
  const numbers: unknown = JSON.parse(String(row?.[0]))
  return Uint32Array.from(Array.isArray(numbers) ? numbers : [])
}
