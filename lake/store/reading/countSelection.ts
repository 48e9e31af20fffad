import type { DatabaseSync } from 'node:sqlite'
import { allOf, firstRow, listOf, Sql, sql } from '../sql.ts'
import type { Listing } from './chooseWay.ts'
import type { CompiledConditions } from './compileConditions.ts'
import { type ConditionSql, testsOf } from './conditionSql.ts'
import type { ListCounts } from './listCounts.ts'
import type { ScopeSql } from './scopeSql.ts'

/** From so many on, a stack's count starts from what is published and makes good for the few drafts and versions. */
const few = 200

/** How many documents of the scope there are for which the conditions hold. */
export function countSelection(
  database: DatabaseSync,
  scope: ScopeSql,
  compiled: CompiledConditions,
  { listing, counts }: { listing: Listing | undefined; counts: ListCounts },
): number {
  const counter = new Counter(database, scope, compiled)
  if (!listing) return scope.isStack ? counter.total(1) + counter.stacked() : counter.total(scope.lastShelf)
  const { condition, total } = listing
  if (!scope.isStack) return counter.listed(condition, (shelf) => scope.onShelf(shelf))
  if (total < few || counts.of(condition, few) < few) return counter.listedInStack(condition)
  const published = (shelf: string) => sql`${new Sql(shelf, [])}.shelf < 2`
  return counter.listed(condition, published) + counter.stacked(condition)
}

class Counter {
  readonly #database: DatabaseSync
  readonly #scope: ScopeSql
  readonly #compiled: CompiledConditions

  constructor(database: DatabaseSync, scope: ScopeSql, compiled: CompiledConditions) {
    this.#database = database
    this.#scope = scope
    this.#compiled = compiled
  }

  /** What the counters say of the types, up to a shelf. */
  total(lastShelf: number): number {
    return this.#ask(
      sql`SELECT sum(total) FROM document_counts WHERE dataset = ${this.#scope.dataset}
        AND type IN ${listOf(this.#compiled.types)} AND shelf <= ${lastShelf}`,
    )
  }

  /** What one condition lists and the others hold of; without other conditions one range of an index. */
  listed(condition: ConditionSql, visible: (shelf: string) => Sql): number {
    const { list } = condition
    const hasDocument = list.shelf === undefined || !list.isTyped
    return this.#ask(
      sql`SELECT count(${this.#counted(condition)}) FROM ${list.from}
        ${hasDocument ? this.#document(list.number) : sql``}
        WHERE ${allOf([
          list.where,
          visible(list.shelf ?? 'm'),
          ...(hasDocument ? this.#ofTypes() : []),
          ...testsOf(this.#compiled.conditions, list.number, {
            listing: condition,
            early: this.#scope.isStack,
          }),
        ])}`,
    )
  }

  listedInStack(condition: ConditionSql): number {
    const { list } = condition
    return this.#ask(
      sql`SELECT count(${this.#counted(condition)}) FROM ${list.from} ${this.#document(list.number)}
        WHERE ${allOf([
          list.where,
          this.#scope.visible('m'),
          ...this.#ofTypes(),
          ...testsOf(this.#compiled.conditions, list.number, {
            listing: condition,
            early: this.#scope.isStack,
          }),
        ])}`,
    )
  }

  /** What drafts and versions add to what is published, less what they hide. */
  stacked(listing?: ConditionSql): number {
    return (listing?.list.shelf ? this.#shownIn(listing, listing.list.shelf) : this.#shown()) - this.#hidden()
  }

  #shown(): number {
    return this.#ask(
      sql`SELECT count(*) FROM documents m INDEXED BY documents_by_layer
        WHERE ${this.#inLayers('m')} AND m.going = 0
        AND ${allOf([...this.#ofTypes(), ...testsOf(this.#compiled.conditions, 'm.number', { early: true }), this.#scope.foremost('m')])}`,
    )
  }

  #shownIn(condition: ConditionSql, shelf: string): number {
    const { list } = condition
    return this.#ask(
      sql`SELECT count(${this.#counted(condition)}) FROM ${list.from} ${this.#document(list.number)}
        WHERE ${allOf([
          list.where,
          sql`${new Sql(shelf, [])}.shelf = 2`,
          ...this.#ofTypes(),
          ...testsOf(this.#compiled.conditions, list.number, {
            listing: condition,
            early: this.#scope.isStack,
          }),
          this.#scope.winning('m'),
        ])}`,
    )
  }

  #hidden(): number {
    // With types the index of types has all that is asked, without a look at the row.
    const index = new Sql(this.#compiled.isTyped ? 'INDEXED BY documents_by_type' : '', [])
    return this.#ask(
      sql`SELECT count(*) FROM documents o INDEXED BY documents_by_layer
        CROSS JOIN documents m ${index} ON m.dataset = o.dataset AND m.id = o.origin AND m.shelf < 2
        WHERE ${this.#inLayers('o')}
        AND ${allOf([...this.#ofTypes(), ...testsOf(this.#compiled.conditions, 'm.number', { early: true }), this.#scope.foremost('o')])}`,
    )
  }

  #inLayers(alias: string): Sql {
    const row = new Sql(alias, [])
    const { dataset, layerNames } = this.#scope
    return sql`${row}.dataset = ${dataset} AND ${row}.shelf = 2 AND ${row}.layer IN ${layerNames}`
  }

  #document(number: string): Sql {
    return sql`CROSS JOIN documents m ON m.number = ${new Sql(number, [])} AND m.dataset = ${this.#scope.dataset}`
  }

  #counted({ list }: ConditionSql): Sql {
    return new Sql(list.repeats ? `DISTINCT ${list.number}` : '*', [])
  }

  #ofTypes(): Sql[] {
    return this.#compiled.isTyped ? [sql`m.type IN ${listOf(this.#compiled.types)}`] : []
  }

  #ask(query: Sql): number {
    return Number(firstRow(this.#database, query)?.[0] ?? 0)
  }
}
