import { ranks } from '../documentDates.ts'
import { storedText } from '../documentFields.ts'
import type { Condition } from '../selection.ts'
import { allOf, joinSql, listOf, Sql, sql } from '../sql.ts'
import type { DatasetTypes } from './datasetTypes.ts'
import type { ScopeSql } from './scopeSql.ts'
import { wordsQuery } from './textSql.ts'

/** Rows of an index, one for each document that a condition holds of. */
export interface RowList {
  from: Sql
  where: Sql
  /** The column that is the document's number. */
  number: string
  /** The alias that has the document's shelf, if any has. */
  shelf?: string
  /** Whether all rows are of the types that are asked for. */
  isTyped: boolean
  /** Whether a document may come more than once. */
  repeats: boolean
}

/** A range of dates: how its values rank, and its ends. */
export interface DateBounds {
  /** The one rank of all values; undefined for everything that is defined. */
  rank: Sql | undefined
  from: readonly Sql[]
  to: readonly Sql[]
}

export interface ConditionSql {
  /** Whether it holds of the document with this number. */
  test: (number: string) => Sql
  /** Of these numbers, those of which it holds, as rows of one column: sooner where the condition lists many. */
  pick?: (numbers: readonly number[]) => Sql
  list: RowList
  /** What it refers to, and whether anywhere or at one path. */
  targets?: { numbers: ReadonlySet<number>; isAnywhere: boolean }
  /** The path of dates that it is about. */
  range?: { path: string; places: readonly number[]; bounds(alias: string): DateBounds }
}

/**
 * The conditions as tests of the document `number`. Of `listing`, whose rows are at hand, nothing need be asked.
 * Tests that are `early` come before all that is joined: SQLite makes of EXISTS a join of its own, the last one.
 */
export function testsOf(
  conditions: readonly ConditionSql[],
  number: string,
  { listing, early = false }: { listing?: ConditionSql | undefined; early?: boolean } = {},
): Sql[] {
  return conditions
    .filter((condition) => condition !== listing)
    .map((condition) => {
      const test = condition.test(number)
      if (listing && implies(listing, condition)) return sql`(listed.counted = 1 OR ${test})`
      return early ? sql`(${test}) = 1` : test
    })
}

/** Whether what the one lists refers to is, as good as always, what the other asks for anywhere. */
export function implies(listing: ConditionSql, { targets }: ConditionSql): boolean {
  const listed = listing.targets
  return (
    listed !== undefined &&
    targets?.isAnywhere === true &&
    [...listed.numbers].every((each) => targets.numbers.has(each))
  )
}

/** Conditions made ready for one scope. */
export interface CompiledConditions {
  /** Those of which there are documents. */
  types: readonly string[]
  /** Whether the conditions ask for types. */
  isTyped: boolean
  conditions: readonly ConditionSql[]
  /** Whether one of them is not exact. */
  hasText: boolean
}

interface Given {
  scope: ScopeSql
  types: DatasetTypes
  publicUrl: string
}

export const slugPath = 'slug.current'

/** What every document has: that it is defined is no condition. */
export const everywhere: readonly string[] = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

/** The conditions as SQL; undefined when nothing can be found. @throws TypeError for what no index answers */
export function compileConditions(
  conditions: readonly Condition[],
  given: Given,
): CompiledConditions | undefined {
  const isTyped = conditions.some(({ by }) => by === 'type')
  const types = typesOf(conditions, given.types)
  if (types.length === 0 || given.scope.lastShelf < 0) return undefined
  const compiler = new Compiler(given, types, isTyped)
  const compiled: ConditionSql[] = []
  for (const condition of conditions) {
    const made = compiler.compile(condition)
    if (made === 'never') return undefined
    if (made !== 'always') compiled.push(made)
  }
  compiled.push(...compiler.ranges(conditions))
  return { types, isTyped, conditions: compiled, hasText: conditions.some(({ by }) => by === 'text') }
}

/** The types that the conditions leave, of those of which there are documents. */
export function typesOf(conditions: readonly Condition[], types: DatasetTypes): string[] {
  return conditions.reduce((left, condition) => {
    if (condition.by !== 'type') return left
    const asked = new Set(condition.types.map(storedText))
    return left.filter((type) => asked.has(type))
  }, types.all)
}

const operators = { '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` } as const

type OfDates = Extract<Condition, { by: 'date' | 'defined' }>

function isOfDates(condition: Condition): condition is OfDates {
  if (condition.by === 'date') return true
  return condition.by === 'defined' && condition.path !== slugPath && !everywhere.includes(condition.path)
}

class Compiler {
  readonly #given: Given
  readonly #types: readonly string[]
  readonly #isTyped: boolean

  constructor(given: Given, types: readonly string[], isTyped: boolean) {
    this.#given = given
    this.#types = types
    this.#isTyped = isTyped
  }

  compile(condition: Condition): ConditionSql | 'always' | 'never' {
    switch (condition.by) {
      case 'type':
        return 'always'
      case 'id':
        return this.#ids(condition.ids)
      case 'idPrefix':
        return this.#prefix(condition.prefix)
      case 'group':
        return this.#groups(condition.ids)
      case 'slug':
        return this.#slugs(condition.slugs)
      case 'reference':
        return this.#references(condition.targets, condition.path)
      case 'date':
        return 'always'
      case 'defined':
        return condition.path === slugPath ? this.#anySlug() : 'always'
      case 'text':
        return this.#text(condition)
    }
  }

  /** What is asked of dates, that of one path together. */
  ranges(conditions: readonly Condition[]): ConditionSql[] {
    const asked = conditions.filter(isOfDates)
    const paths = new Set(asked.map(({ path }) => path))
    return [...paths].map((path) =>
      this.#range(
        path,
        asked.filter((condition) => condition.path === path),
      ),
    )
  }

  #range(path: string, asked: readonly OfDates[]): ConditionSql {
    const places = this.#given.types.datePlaces(this.#types, path)
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

  #ids(ids: readonly string[]): ConditionSql | 'never' {
    if (ids.length === 0) return 'never'
    const { scope } = this.#given
    return this.#ofDocuments(
      (alias) => sql`${new Sql(alias, [])}.id IN ${listOf(scope.storedIds(ids))}
        AND ${scope.shownId(alias)} IN ${listOf([...ids])}`,
    )
  }

  #prefix(prefix: string): ConditionSql | 'always' {
    if (prefix === '') return 'always'
    const { scope } = this.#given
    const begins = (id: Sql, from: string) => sql`(${id} >= ${from} AND ${id} < ${`${from}\u{10ffff}`})`
    return this.#ofDocuments((alias) => {
      const id = new Sql(`${alias}.id`, [])
      const ranges = scope.storedIds([prefix]).map((from) => begins(id, from))
      return sql`(${joinSql(ranges, ' OR ')}) AND ${begins(scope.shownId(alias), prefix)}`
    })
  }

  #groups(ids: readonly string[]): ConditionSql | 'never' {
    if (!this.#given.scope.isRaw) return this.#ids(ids)
    if (ids.length === 0) return 'never'
    const { dataset } = this.#given.scope
    const list = listOf([...ids])
    return {
      test: (number) =>
        sql`EXISTS (SELECT 1 FROM documents held WHERE held.number = ${new Sql(number, [])}
          AND coalesce(held.origin, held.id) IN ${list})`,
      list: {
        from: sql`(SELECT number, shelf FROM documents WHERE dataset = ${dataset} AND id IN ${list} AND shelf < 2
          UNION ALL SELECT number, shelf FROM documents INDEXED BY documents_by_origin
          WHERE dataset = ${dataset} AND origin IN ${list} AND shelf = 2) listed`,
        where: sql`1`,
        number: 'listed.number',
        shelf: 'listed',
        isTyped: false,
        repeats: false,
      },
    }
  }

  #slugs(slugs: readonly string[]): ConditionSql | 'never' {
    if (slugs.length === 0) return 'never'
    return this.#bySlug((alias) => sql`${new Sql(alias, [])}.slug IN ${listOf(slugs.map(storedText))}`)
  }

  #anySlug(): ConditionSql {
    return this.#bySlug((alias) => sql`${new Sql(alias, [])}.slug IS NOT NULL`)
  }

  #bySlug(holds: (alias: string) => Sql): ConditionSql {
    const { test, list } = this.#ofDocuments(holds)
    const ofTypes = this.#isTyped ? sql` AND listed.type IN ${listOf(this.#types)}` : sql``
    return {
      test,
      list: {
        ...list,
        from: sql`documents listed INDEXED BY documents_by_slug`,
        where: sql`listed.dataset = ${this.#given.scope.dataset} AND ${holds('listed')}${ofTypes}`,
        isTyped: true,
      },
    }
  }

  #ofDocuments(holds: (alias: string) => Sql): ConditionSql {
    return {
      test: (number) =>
        sql`EXISTS (SELECT 1 FROM documents held WHERE held.number = ${new Sql(number, [])} AND ${holds('held')})`,
      list: {
        from: sql`documents listed`,
        where: sql`listed.dataset = ${this.#given.scope.dataset} AND ${holds('listed')}`,
        number: 'listed.number',
        shelf: 'listed',
        isTyped: false,
        repeats: false,
      },
    }
  }

  #references(targets: readonly string[], path: string | undefined): ConditionSql | 'never' {
    const { types } = this.#given
    const found = types.targetsOf(targets.map(storedText))
    if (found.length === 0) return 'never'
    const places = path === undefined ? types.placesOf(this.#types) : types.referencePlaces(this.#types, path)
    if (places.length === 0) return 'never'
    const isAnywhere = path === undefined
    const holds = (alias: string) => {
      const row = new Sql(alias, [])
      const at = isAnywhere && !this.#isTyped ? sql`` : sql` AND ${row}.place IN ${listOf(places)}`
      return sql`${row}.target IN ${listOf(found)}${at}${isAnywhere ? sql` AND ${row}.counted = 1` : sql``}`
    }
    return {
      targets: { numbers: new Set(found), isAnywhere },
      test: (number) =>
        sql`EXISTS (SELECT 1 FROM document_references held WHERE held.number = ${new Sql(number, [])}
          AND ${holds('held')})`,
      list: {
        from: sql`document_references listed INDEXED BY document_references_by_target`,
        where: holds('listed'),
        number: 'listed.number',
        shelf: 'listed',
        isTyped: true,
        repeats: found.length > 1,
      },
    }
  }

  #text(condition: Extract<Condition, { by: 'text' }>): ConditionSql | 'always' {
    const words = wordsQuery(condition, this.#given.publicUrl)
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
}

const smallest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b))
const largest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b))
