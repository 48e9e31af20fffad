import type { DatabaseSync } from 'node:sqlite'
import { allOf, allRows, firstRow, joinSql, Sql, sql, type Values } from '../sql.ts'

export type Key = readonly (string | number)[]

/** A document that was found: its number and, in the row, what it is ordered by. */
export interface Entry {
  number: number
  /** The number and the columns of the order. */
  row: Values
}

/** Asks for those of some documents' numbers of which a condition holds. */
export type Pick = (numbers: readonly number[]) => Sql

export interface LaneRange {
  from: readonly Sql[]
  to: readonly Sql[]
}

/** Rows of an index in its own order. */
export interface Lane {
  from: Sql
  /** What holds of every row of the lane: a beginning of the index. */
  where: Sql
  /** The columns that the index goes on with. */
  keys: readonly string[]
  /** Where the lane begins and ends in the index, in ascending order. */
  range: LaneRange
  /** The column that is the document's number. */
  number: string
  /** Tables that the filter needs besides. */
  join: Sql
  /** Which rows are wanted. */
  filter: Sql
  /** What is asked about all rows of a window together. */
  picks: readonly Pick[]
  /** What rows of several lanes are compared by, of the columns of `keys`. */
  compared: (key: Key) => Key
}

const smallestWindow = 32
const largestFirstWindow = 512
const largestWindow = 2048

/** Walks one lane, a window of its rows after the other: no statement stays open in between. */
export class LaneWalk {
  /** How many rows were looked at. */
  seen = 0
  readonly #database: DatabaseSync
  readonly #lane: Lane
  readonly #isAscending: boolean
  #window: number
  #last: Key | undefined
  #isRead = false
  #found: Entry[] = []
  #place = 0
  #key: Key | undefined

  /** @param window how many rows are looked at first */
  constructor(database: DatabaseSync, lane: Lane, isAscending: boolean, window: number) {
    this.#database = database
    this.#lane = lane
    this.#isAscending = isAscending
    this.#window = Math.min(Math.max(Math.ceil(window), smallestWindow), largestFirstWindow)
  }

  /** The entry that is next; undefined at the end, and when `limit` rows were looked at and none is left of them. */
  peek(limit: number): Entry | undefined {
    while (this.#place >= this.#found.length) {
      if (this.#isRead || this.seen >= limit) return undefined
      this.#readWindow()
    }
    return this.#found[this.#place]
  }

  take(): void {
    this.#place += 1
    this.#key = undefined
  }

  /** What the entry that is next is compared by with those of other lanes. */
  get key(): Key {
    this.#key ??= this.#lane.compared(toKey(this.#found[this.#place]?.row.slice(1) ?? []))
    return this.#key
  }

  get isEnded(): boolean {
    return this.#isRead && this.#place >= this.#found.length
  }

  #readWindow(): void {
    const { from, where, keys, range, number, join, filter, picks } = this.#lane
    const columns = new Sql(keys.join(', '), [])
    const order = new Sql(keys.map((key) => `${key} ${this.#isAscending ? 'ASC' : 'DESC'}`).join(', '), [])
    // One bound on each side: SQLite would search by one of two, and read through what the other leaves out.
    const [first, last] = this.#isAscending ? [range.from, range.to] : [range.to, range.from]
    const begin = this.#last ? [this.#beyond(this.#last, '>', '<')] : first
    const end = firstRow(
      this.#database,
      sql`SELECT ${columns} FROM ${from} WHERE ${allOf([where, ...begin, ...last])} ORDER BY ${order}
        LIMIT 1 OFFSET ${this.#window - 1}`,
    )
    this.#last = end && toKey(end)
    const upTo = this.#last ? [this.#beyond(this.#last, '<=', '>=')] : last
    const rows = allRows(
      this.#database,
      sql`SELECT ${new Sql(number, [])}, ${columns} FROM ${from} ${join}
        WHERE ${allOf([where, ...begin, ...upTo, filter])} ORDER BY ${order}`,
    )
    this.#found = pickAll(this.#database, rows.map(toEntry), picks)
    this.#place = 0
    this.#isRead = this.#last === undefined
    this.seen += this.#window
    this.#window = Math.min(this.#window * 2, largestWindow)
  }

  #beyond(key: Key, ascending: string, descending: string): Sql {
    const columns = new Sql(this.#lane.keys.join(', '), [])
    const values = joinSql(
      key.map((value) => sql`${value}`),
      ', ',
    )
    return sql`(${columns}) ${new Sql(this.#isAscending ? ascending : descending, [])} (${values})`
  }
}

/** The entries that every pick leaves. */
export function pickAll(database: DatabaseSync, entries: Entry[], picks: readonly Pick[]): Entry[] {
  return picks.reduce((left, pick) => {
    if (left.length === 0) return left
    const picked = new Set(
      allRows(database, pick(left.map(({ number }) => number))).map(([number]) => number),
    )
    return left.filter(({ number }) => picked.has(number))
  }, entries)
}

/** Of a row that begins with the document's number. */
export function toEntry(row: Values): Entry {
  return { number: Number(row[0]), row }
}

function toKey(values: Values): Key {
  return values.map((value) => (typeof value === 'string' ? value : Number(value)))
}
