import type { DatabaseSync } from 'node:sqlite'
import { allOf, allRows, firstRow, listOf, Sql, sql } from '../sql.ts'
import { numberOf, type Row } from '../statement.ts'
import type { CompiledConditions, ConditionSql } from './conditionSql.ts'
import type { Entry, Lane } from './laneWalk.ts'
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

  /** The rows of the order's index, from which the conditions pick. */
  lanes(): Lane[] {
    const order = this.#order
    if (order.by === 'date') return order.places.map((place) => this.#dateLane(order, place))
    if (!this.#compiled.isTyped) return this.#idLanes(sql`documents m`, sql``)
    return this.#compiled.types.flatMap((type) =>
      this.#idLanes(sql`documents m INDEXED BY documents_by_type`, sql` AND m.type = ${type}`),
    )
  }

  /** All that one condition lists and that the others hold of, in order. */
  collect(database: DatabaseSync, listing: ConditionSql): Entry[] {
    const { list } = listing
    const isByDate = this.#order.by === 'date'
    const hasDocument = !isByDate || this.#scope.isStack
    const number = new Sql(list.number, [])
    const keys = isByDate ? sql`k.rank, k.value` : sql`${this.#scope.shownId('m')} AS shown`
    const direction = this.#order.isAscending ? 'ASC' : 'DESC'
    const order = new Sql(isByDate ? `k.rank ${direction}, k.value ${direction}` : `shown ${direction}`, [])
    return allRows(
      database,
      sql`SELECT ${new Sql(list.repeats ? 'DISTINCT' : '', [])} ${number} AS document, ${keys} FROM ${list.from}
        ${this.#order.by === 'date' ? sql`CROSS JOIN document_dates k ON k.number = ${number} AND k.place IN ${listOf(this.#order.places)}` : sql``}
        ${hasDocument ? sql`CROSS JOIN documents m ON m.number = ${number}` : sql``}
        WHERE ${allOf([
          list.where,
          ...(hasDocument ? [this.#ofDataset(), this.#scope.visible('m')] : [this.#scope.onShelf('k')]),
          ...(hasDocument && !list.isTyped ? this.#ofTypes() : []),
          ...this.#tests(list.number, (condition) => condition !== listing),
        ])} ORDER BY ${order}`,
    ).map(toEntry)
  }

  #ofDataset(): Sql {
    return sql`m.dataset = ${this.#scope.dataset}`
  }

  #ofTypes(): Sql[] {
    return this.#compiled.isTyped ? [sql`m.type IN ${listOf(this.#compiled.types)}`] : []
  }

  #tests(number: string, isWanted: (condition: ConditionSql) => boolean): Sql[] {
    return this.#compiled.conditions.filter(isWanted).map((condition) => condition.test(number))
  }

  #dateLane({ path }: DateOrder, place: number): Lane {
    const range = this.#compiled.conditions.find((condition) => condition.range?.path === path)
    const bounds = range?.range ? [range.range.bounds('k')] : []
    const tests = this.#tests('k.number', (condition) => condition !== range)
    return {
      from: sql`document_dates k INDEXED BY document_dates_by_value`,
      where: allOf([sql`k.place = ${place}`, ...bounds]),
      keys: ['k.rank', 'k.value', 'k.number'],
      number: 'k.number',
      join: this.#scope.isStack ? sql`CROSS JOIN documents m ON m.number = k.number` : sql``,
      filter: allOf([...tests, this.#scope.isStack ? this.#scope.visible('m') : this.#scope.onShelf('k')]),
      compared: ([rank = 0, value = 0]) => [rank, value],
    }
  }

  /** One lane, and in a stack one for each layer: its ids begin alike, so their order is that of the shown ids. */
  #idLanes(from: Sql, ofType: Sql): Lane[] {
    const where = sql`m.dataset = ${this.#scope.dataset}${ofType}`
    const tests = this.#tests('m.number', () => true)
    const lane = { from, keys: ['m.id'], number: 'm.number', join: sql`` }
    const published: Lane = {
      ...lane,
      where,
      filter: allOf([this.#scope.isStack ? this.#scope.published('m') : this.#scope.visible('m'), ...tests]),
      compared: (key) => key,
    }
    const layers = this.#scope.layers.map(({ prefix }) => ({
      ...lane,
      where: sql`${where} AND m.id >= ${prefix} AND m.id < ${`${prefix}\u{10ffff}`}`,
      filter: allOf([this.#scope.winning('m'), ...tests]),
      compared: ([id = '']: readonly (string | number)[]) => [String(id).slice(prefix.length)],
    }))
    return [published, ...layers]
  }
}

/** How many rows a condition lists, counted no further than `limit`. */
export function countListed(database: DatabaseSync, scope: ScopeSql, condition: ConditionSql, limit: number) {
  const { from, where, shelf } = condition.list
  const visible = shelf ? scope.onShelf(shelf) : sql`1`
  return numberOf(
    firstRow(
      database,
      sql`SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${allOf([where, visible])} LIMIT ${limit})`,
    ),
    'total',
  )
}

function toEntry({ document, ...key }: Row): Entry {
  return {
    number: Number(document),
    key: Object.values(key).map((value) => (typeof value === 'string' ? value : Number(value))),
  }
}
