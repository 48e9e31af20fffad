import type { DatasetScope } from '../selection.ts'
import { allOf, joinSql, listOf, Sql, sql } from '../sql.ts'

interface Layer {
  name: string
  /** What the ids of its documents begin with. */
  prefix: string
}

/** A scope as conditions on rows: who comes across what, and under which id. See `isReadable` and `documentInPerspective`. */
export class ScopeSql {
  readonly dataset: string
  readonly isRaw: boolean
  /** Layers that may hide what is published, the first one foremost. */
  readonly layers: readonly Layer[]
  /** Documents show their published ids and say which they are behind them. */
  readonly hasOriginals: boolean
  /** The highest shelf within reach; -1 when nothing is. */
  readonly lastShelf: number

  constructor({ dataset, perspective, reach }: DatasetScope) {
    this.dataset = dataset
    this.isRaw = perspective === 'raw'
    const names = perspective === 'raw' ? [] : [...new Set(perspective)]
    this.hasOriginals = names.length > 0
    this.layers = reach === 'all' ? names.map(toLayer) : []
    this.lastShelf = { all: this.isRaw || this.layers.length > 0 ? 2 : 1, public: 0, none: -1 }[reach]
  }

  /** Whether one document may hide another, so that shelves alone do not tell what is visible. */
  get isStack(): boolean {
    return this.layers.length > 0
  }

  /** Whether a row of any table with a shelf may be visible; in a stack that is not all. */
  onShelf(alias: string): Sql {
    return this.lastShelf === 2 ? sql`1` : sql`${new Sql(alias, [])}.shelf <= ${this.lastShelf}`
  }

  /** Whether the row `m` of documents is visible. */
  visible(m: string): Sql {
    if (!this.isStack) return this.onShelf(m)
    return sql`(${this.published(m)} OR ${this.winning(m)})`
  }

  /** Whether the row `m` is the draft or version that stands for its document, and one that shows. */
  winning(m: string): Sql {
    const row = new Sql(m, [])
    return sql`(${row}.shelf = 2 AND ${row}.going = 0 AND ${this.foremost(m)})`
  }

  /** Whether the row `m` is in one of the layers, and its document in none before that. */
  foremost(m: string): Sql {
    const row = new Sql(m, [])
    const terms = this.layers.map(({ name }, place) => {
      const before = this.layers.slice(0, place)
      return allOf([sql`${row}.layer = ${name}`, ...this.#noneOf(m, before, sql`${row}.origin`)])
    })
    return sql`(${joinSql(terms, ' OR ')})`
  }

  /** The id that the scope shows of the row `m`. */
  shownId(m: string): Sql {
    return new Sql(this.isStack ? `coalesce(${m}.origin, ${m}.id)` : `${m}.id`, [])
  }

  /** All stored ids that may stand behind an id of the scope. */
  storedIds(ids: readonly string[]): string[] {
    return [...ids, ...this.layers.flatMap(({ prefix }) => ids.map((id) => `${prefix}${id}`))]
  }

  get layerNames(): Sql {
    return listOf(this.layers.map(({ name }) => name))
  }

  /** Whether the row `m` is published and no layer hides it. */
  published(m: string): Sql {
    const row = new Sql(m, [])
    return allOf([sql`${row}.shelf < 2`, ...this.#noneOf(m, this.layers, sql`${row}.id`)])
  }

  #noneOf(m: string, layers: readonly Layer[], id: Sql): Sql[] {
    if (layers.length === 0) return []
    const ids = joinSql(
      layers.map(({ prefix }) => sql`${prefix} || ${id}`),
      ', ',
    )
    const row = new Sql(m, [])
    return [
      sql`NOT EXISTS (SELECT 1 FROM documents hiding WHERE hiding.dataset = ${row}.dataset AND hiding.id IN (${ids}))`,
    ]
  }
}

function toLayer(name: string): Layer {
  return { name, prefix: name === 'drafts' ? 'drafts.' : `versions.${name}.` }
}
