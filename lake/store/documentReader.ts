import type { DatabaseSync } from 'node:sqlite'
import { isReadable } from '../auth/access.ts'
import { wholeText } from './documentText.ts'
import { type KnownOfScope, type KnownState, keepKnown, nothingKnown } from './knownState.ts'
import { chooseWay, shortestListing, type Way } from './reading/chooseWay.ts'
import { type CompiledConditions, compileConditions, typesOf } from './reading/compileConditions.ts'
import { countSelection } from './reading/countSelection.ts'
import type { DatasetTypes } from './reading/datasetTypes.ts'
import { type BodyOptions, DocumentBodies } from './reading/documentBodies.ts'
import { everywhere, slugPath } from './reading/ground.ts'
import { keepAmong } from './reading/keepAmong.ts'
import { LaneMerge } from './reading/laneMerge.ts'
import type { Entry } from './reading/laneWalk.ts'
import { ListCounts } from './reading/listCounts.ts'
import { fewDocuments } from './reading/ofTexts.ts'
import { ReferencesAmong } from './reading/referencesAmong.ts'
import { ScopeSql } from './reading/scopeSql.ts'
import { type IndexOrder, listByDate, listNumbers, SearchPlan } from './reading/searchPlan.ts'
import { indexedWordsOf } from './reading/textSql.ts'
import type { Condition, DatasetScope, FoundDocument, Selection } from './selection.ts'
import { firstRow, listOf, type Sql, sql } from './sql.ts'

/** How many times more rows than was thought are looked at before another way is taken, and how many at least. */
const [patience, leastPatience] = [4, 512]
const endless = Number.POSITIVE_INFINITY
const mostValues = 10_000
/** Documents that were asked for by id and are kept: a list's articles name the same few authors and countries. */
const mostFollowed = 500
/** Documents of which it is kept where they are, until somebody writes: what the searches of a while come across. */
const mostNumbers = 10_000
const referencePath = /^[A-Za-z_]\w*(?:\[\])*(?:\.[A-Za-z_]\w*(?:\[\])*)*$/

export interface ReaderOptions extends BodyOptions {
  known?: KnownState
}

/**
 * The documents of one scope, found by indexes. One transaction long: begin a reading one, make the reader, and
 * throw it away before the next. Only bodies of documents that are handed out are read. Several readings may be
 * under way, and left before their end. Documents must not be changed: the cache keeps them.
 */
export class DocumentReader {
  readonly #database: DatabaseSync
  readonly #scope: ScopeSql
  readonly #reach: DatasetScope['reach']
  readonly #known: KnownOfScope
  readonly #types: DatasetTypes
  readonly #counts: ListCounts
  readonly #options: BodyOptions
  #lookUpRest: Sql | undefined
  #wholes: DocumentBodies | undefined
  readonly #followed = new Map<string, FoundDocument | undefined>()

  constructor(database: DatabaseSync, scope: DatasetScope, options: ReaderOptions) {
    this.#database = database
    this.#scope = new ScopeSql(scope)
    this.#reach = scope.reach
    this.#known = options.known?.of(database, scope) ?? nothingKnown(database, scope)
    this.#types = this.#known.types
    this.#counts = new ListCounts(database, this.#scope, this.#known)
    this.#options = options
    options.cache?.catchUp(database)
  }

  /** The document that the scope shows under this id. */
  get(id: string): FoundDocument | undefined {
    if (this.#followed.has(id)) return this.#followed.get(id)
    const document = this.#lookUp(id)
    if (this.#followed.size >= mostFollowed) this.#followed.clear()
    this.#followed.set(id, document)
    return document
  }

  #lookUp(id: string): FoundDocument | undefined {
    if (this.#scope.lastShelf < 0) return undefined
    const number = this.#known.numbers.has(id)
      ? this.#known.numbers.get(id)
      : keepKnown(this.#known.numbers, id, this.#numberOf(id), mostNumbers)
    if (number === undefined) return undefined
    this.#wholes ??= new DocumentBodies(this.#database, this.#options)
    const document = this.#wholes.one(number)
    return document && this.#show(document)
  }

  #numberOf(id: string): number | undefined {
    // What is the same for every id comes last, and is put together once.
    this.#lookUpRest ??= sql`AND m.dataset = ${this.#scope.dataset} AND ${this.#scope.visible('m')}`
    const ids = this.#scope.storedIds([id])
    const row = firstRow(
      this.#database,
      sql`SELECT m.number FROM documents m WHERE m.id IN ${listOf(ids)} AND ${this.#scope.shownId('m')} = ${id}
        ${this.#lookUpRest}`,
    )
    return row && Number(row[0])
  }

  /** @throws TypeError for an order or a condition that no index answers, see `canOrder` and `has` */
  *read(selection: Selection): Generator<FoundDocument> {
    const bodies = new DocumentBodies(this.#database, this.#options, selection, {
      noteNumber: this.#noteNumber,
      referencesAmong: (ids) => new ReferencesAmong(this.#database, this.#types, ids),
    })
    const pointed = this.#pointed(selection)
    const listed = selection.scans === 'all' ? this.#listed(selection) : undefined
    const found = listed ? bodies.readListed(listed) : bodies.read(pointed ?? this.#find(selection))
    for (const document of found) {
      if (pointed && !isOfTypes(document, selection.conditions)) continue
      const shown = this.#show(document)
      if (shown) yield shown
    }
  }

  /** The numbers of ids, where nothing else is asked for but types, and all of them have been seen since anybody wrote. */
  #pointed({ conditions, order }: Selection): { number: number }[] | undefined {
    const [ids, ...others] = conditions.flatMap((condition) => (condition.by === 'id' ? [condition.ids] : []))
    const isPlain = conditions.every(({ by }) => by === 'id' || by === 'type')
    if (!ids || others.length > 0 || !isPlain || order || this.#scope.isStack) return undefined
    const { numbers } = this.#known
    if (this.#scope.lastShelf < 0 || !ids.every((id) => numbers.has(id))) return undefined
    return [...new Set(ids)].sort().flatMap((id) => {
      const number = numbers.get(id)
      return number === undefined ? [] : { number }
    })
  }

  /** Where one document may hide another a number says nothing about the id that it is shown by. */
  get #noteNumber(): ((id: string, number: number) => void) | undefined {
    if (this.#scope.isStack) return undefined
    return (id, number) => keepKnown(this.#known.numbers, id, number, mostNumbers)
  }

  /** How many `read` would give; undefined when only reading can tell. @throws TypeError as `read` */
  count(selection: Selection): number | undefined {
    const compiled = this.#compile(selection.conditions)
    if (!compiled) return 0
    if (compiled.hasText) return undefined
    const listing = shortestListing(this.#counts, compiled.conditions)
    if (listing?.total === 0) return 0
    return countSelection(this.#database, this.#scope, compiled, { listing, counts: this.#counts })
  }

  /** Whether an index has exactly GROQ's order at the path, in all types that the selection leaves. */
  canOrder(selection: Selection): boolean {
    return this.#orderOf(selection, typesOf(selection.conditions, this.#types)) !== undefined
  }

  /**
   * Whether an index answers the condition. Dates are known for types: `among` are the conditions that it is to
   * stand among in a selection, and without those of types all of the dataset's must know the path.
   */
  has(condition: Condition, among: readonly Condition[] = []): boolean {
    switch (condition.by) {
      case 'type':
        return condition.types.length <= mostValues
      case 'id':
      case 'group':
        return condition.ids.length <= mostValues
      case 'idPrefix':
        return true
      case 'slug':
        return condition.slugs.length <= mostValues
      case 'reference':
        return (
          condition.targets.length <= mostValues &&
          (condition.path === undefined || referencePath.test(condition.path))
        )
      case 'date':
        return this.#knowsDates(condition.path, among)
      case 'defined':
        return (
          condition.path === slugPath ||
          everywhere.includes(condition.path) ||
          this.#knowsDates(condition.path, among)
        )
      case 'text':
        return indexedWordsOf(condition, this.#options.publicUrl) !== undefined
    }
  }

  #knowsDates(path: string, among: readonly Condition[]): boolean {
    return this.#types.datePlaces(typesOf(among, this.#types), path) !== undefined
  }

  #compile(conditions: readonly Condition[]): CompiledConditions | undefined {
    const { publicUrl } = this.#options
    const given = { database: this.#database, scope: this.#scope, types: this.#types, publicUrl }
    return compileConditions(conditions, given)
  }

  /** All numbers of the types, in the order of ids, where a selection leaves out few of them: one statement, and it is kept. */
  #listed({ conditions, order, fields }: Selection): Uint32Array | undefined {
    if (order || conditions.some(({ by }) => by !== 'type' && by !== 'text')) return undefined
    const compiled = this.#compile(conditions)
    if (!compiled) return new Uint32Array()
    if (compiled.hasText && (fields?.includes(wholeText) || !this.#leavesMost(compiled))) return undefined
    return this.#known.lists.get(JSON.stringify(compiled.types), () =>
      listNumbers(this.#database, this.#scope, compiled),
    )
  }

  /** Whether words are so common that to list who has them takes longer than to look at all. */
  #leavesMost({ conditions, types }: CompiledConditions): boolean {
    const many = Math.ceil(this.#types.totalOf(types) / 4)
    return conditions.every((condition) => this.#counts.of(condition, many) >= many)
  }

  #orderOf({ order }: Selection, types: readonly string[]): IndexOrder | undefined {
    const isAscending = order?.direction !== 'desc'
    if (order === undefined || order.path === '_id') return { by: 'id', isAscending }
    const places = this.#types.datePlaces(types, order.path)
    return places && { by: 'date', path: order.path, places, isAscending }
  }

  /** Documents that have some words and nothing else to fulfil, out of a list of all in that order, which is kept. */
  #amongKnown(
    { conditions, types }: CompiledConditions,
    order: IndexOrder,
  ): Iterable<{ number: number }> | undefined {
    const [only, ...others] = conditions
    if (!only?.numbers || others.length > 0 || order.by !== 'date' || this.#scope.isStack) return undefined
    if (this.#types.totalOf(types) > fewDocuments) return undefined
    if (only.numbers.length === 0) return []
    const list = this.#known.lists.get(JSON.stringify(order), () =>
      listByDate(this.#database, this.#scope, order),
    )
    return keepAmong(list, only.numbers)
  }

  *#find(selection: Selection): Generator<{ number: number }> {
    const compiled = this.#compile(selection.conditions)
    if (!compiled) return
    const order = this.#orderOf(selection, compiled.types)
    if (!order) throw new TypeError(`No index knows the order at ${selection.order?.path}.`)
    const known = this.#amongKnown(compiled, order)
    if (known) {
      yield* known
      return
    }
    const plan = new SearchPlan(this.#scope, compiled, order)
    const all = this.#types.totalOf(compiled.types)
    const { likely } = selection
    const way = chooseWay(this.#counts, compiled.conditions, { all, wanted: likely })
    if (way?.shortest.total === 0) return
    if (way?.collects) yield* plan.collect(this.#database, way.shortest.condition, likely)
    else yield* this.#walk(plan, order, way, { all, likely })
  }

  *#walk(
    plan: SearchPlan,
    order: IndexOrder,
    way: Way | undefined,
    { all, likely }: { all: number; likely: number | undefined },
  ): Generator<Entry> {
    const merge = new LaneMerge(
      this.#database,
      plan.lanes(way?.totalOf ?? (() => 0)),
      order.isAscending,
      way?.walked ?? likely ?? 0,
    )
    const given = new Set<number>()
    const limit = way ? patience * Math.max(way.walked, leastPatience) : endless
    for (let entry = merge.next(limit); entry; entry = merge.next(limit)) {
      if (way) given.add(entry.number)
      yield entry
    }
    if (merge.isEnded || !way) return
    // Conditions that seldom hold together: what is left is perhaps found sooner by one of them.
    const { condition } = way.shortest
    const many = Math.ceil(all / 4)
    if (this.#counts.of(condition, many) < many) {
      for (const entry of plan.collect(this.#database, condition, undefined))
        if (!given.has(entry.number)) yield entry
      return
    }
    for (let entry = merge.next(endless); entry; entry = merge.next(endless)) yield entry
  }

  #show(document: FoundDocument): FoundDocument | undefined {
    // The lists leave out what is out of reach; this is the rule itself.
    if (!isReadable(document, this.#reach)) return undefined
    if (!this.#scope.hasOriginals) return document
    return { ...document, _id: this.#shown(document._id), _originalId: document._id }
  }

  #shown(id: string): string {
    const layer = this.#scope.layers.find(({ prefix }) => id.startsWith(prefix))
    return layer ? id.slice(layer.prefix.length) : id
  }
}

function isOfTypes({ _type }: FoundDocument, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => condition.by !== 'type' || condition.types.includes(_type))
}
